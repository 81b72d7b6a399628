import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { picturesToFetch, readPicture, storePicture } from '../../db/local/picture-bytes.ts'
import { readOutbox } from '../../db/local/outbox.ts'
import { conversation } from '../../db/test-file.ts'
import { EVERYBODY } from '../../domain/entities/script.ts'
import type { Knowledge, Script, ShopPicture } from '../../domain/entities/script.ts'
import { OfflineDesk, signInOnly } from '../test-support.ts'
import type { TransportRequest, TransportResponse } from '../sync/transport.ts'
import { VirtualClock } from '../time/virtual-clock.ts'

const BYTES = Uint8Array.from([1, 2, 3, 4])
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let dir: string
let under: OfflineDesk
let asked: string[]
/** What the server has under each picture's id; the sign-in answers as ever. */
let pictures: Map<string, Uint8Array>
let online: boolean

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-pictures-'))
  asked = []
  online = false
  pictures = new Map([['p', BYTES]])
  const clock = new VirtualClock()
  const signIn = signInOnly(clock)
  const transport = {
    reachable: true,
    async request(request: TransportRequest): Promise<TransportResponse> {
      const id = /\/v1\/pictures\/([^/]+)\/bytes$/.exec(request.url)?.[1]
      if (id === undefined || !online) return signIn.request(request)
      asked.push(id)
      const bytes = pictures.get(id)
      return {
        status: bytes ? 200 : 404, header: () => null, text: async () => JSON.stringify({ type: 't', title: 't', status: 404, code: 'not_found' }),
        bytes: async () => bytes ?? new Uint8Array(), chunks: async function* () { /* none */ }, cancel: () => undefined,
      }
    },
  }
  under = new OfflineDesk(dir, clock, transport)
  expect(await under.signIn()).toBe('ok')
  under.pulled([['conversation', conversation('c')]])
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const picture = (id: string, change: Partial<ShopPicture> = {}): ['shop_picture', ShopPicture] => ['shop_picture', {
  id, name: `${id}.png`, mime: 'image/png', size: 4, sha256: sum(BYTES), width: 20, height: 10, createdAtMs: 1, ...change,
}]
const script = (id: string, change: Partial<Script>): ['script', Script] => ['script', {
  id, code: id, stage: 'care', scene: null, title: id, body: id, language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null,
  campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null, personId: null, version: 1, updatedAtMs: 1, pinyin: '', ...change,
}]
const knowledge = (id: string, change: Partial<Knowledge>): ['knowledge', Knowledge] => ['knowledge', {
  id, question: id, solution: id, scene: null, language: 'zh', tags: [], cases: [], mistakes: [], pictureIds: [], autoAnswer: { on: false, phrases: [] },
  validFromMs: null, validToMs: null, audience: EVERYBODY, ownerId: null, reviewAtMs: null, version: 1, updatedAtMs: 1, pinyin: '', ...change,
}]

test('pictures of scripts and knowledge in force are here before anybody asks; attached without a network', async () => {
  online = true
  pictures.set('in-case', BYTES).set('ended', BYTES).set('nobodys', BYTES)
  const now = under.open.serverClock.now()
  under.pulled([
    picture('p'), picture('in-case'), picture('ended'), picture('nobodys'), script('s', { pictureIds: ['p'] }),
    script('old', { pictureIds: ['ended'], validToMs: now - 1 }),
    knowledge('k', { cases: [{ title: '公司发票', solution: '…', pictureIds: ['in-case'] }] }),
  ])
  under.open.engine.now()
  await under.clock.advance(5_000)
  expect(asked.sort()).toEqual(['in-case', 'p'])
  online = false
  expect(await under.call('picture.attach', { pictureId: 'p', conversationId: 'c' })).toMatchObject({ name: 'p.png', mime: 'image/png', width: 20, height: 10 })
  expect(readOutbox(under.open.file.read).map(({ name }) => name)).toEqual(['attachment.add'])
  expect(await under.code('picture.bytes', { pictureId: 'nobodys' })).toBe('server_unreachable')
})

test('other bytes than announced are not kept and not shown; one that the server lacks is asked for once', async () => {
  online = true
  pictures.set('wrong', Uint8Array.from([9]))
  under.pulled([picture('wrong'), picture('gone'), script('s', { pictureIds: ['wrong', 'gone'] })])
  under.open.engine.now()
  await under.clock.advance(60_000)
  under.open.engine.now()
  await under.clock.advance(60_000)
  expect(asked.sort()).toEqual(['gone', 'wrong'])
  expect(await under.code('picture.bytes', { pictureId: 'wrong' })).not.toBe('ok')
  expect(under.open.file.write(db => readPicture(db, 'wrong', 1))).toBeNull()
})

test('fetched once, then from the cache; what is not here or nowhere is said', async () => {
  under.pulled([picture('p')])
  online = true
  expect(await under.call('picture.bytes', { pictureId: 'p' })).toEqual({ mime: 'image/png', bytes: BYTES })
  expect(await under.call('picture.bytes', { pictureId: 'p' })).toEqual({ mime: 'image/png', bytes: BYTES })
  expect(asked).toEqual(['p'])
  expect(await under.code('picture.bytes', { pictureId: 'unknown' })).toBe('not_found')
  expect(await under.code('picture.attach', { pictureId: 'p', conversationId: 'unknown' })).toBe('not_found')
})

test('the least recently used go first, and nothing is fetched ahead that would push others out', () => {
  const limit = 10
  under.open.file.write(db => {
    for (const [atMs, id] of [[1, 'a'], [2, 'b']] as const) storePicture(db, { id, mime: 'image/png', bytes: BYTES, atMs }, limit)
    readPicture(db, 'a', 3)
    storePicture(db, { id: 'c', mime: 'image/png', bytes: BYTES, atMs: 4 }, limit)
  })
  const kept = () => under.open.file.read.all<{ id: string }>('SELECT id FROM picture_bytes ORDER BY id').map(({ id }) => id)
  expect(kept()).toEqual(['a', 'c'])
  under.pulled([picture('small', { size: 2 }), picture('large', { size: 3 }), script('s', { pictureIds: ['small', 'large'] })])
  expect(picturesToFetch(under.open.file.read, 1, limit)).toEqual(['small'])
})
