import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOutbox, readUnsent } from '../../db/local/outbox.ts'
import { allRows } from '../../db/scripts.ts'
import { EVERYBODY, type Script } from '../../domain/entities/script.ts'
import type { BulkChange } from '../../domain/entities/bulk-change.ts'
import type { BulkView } from '../../protocol/script-views.ts'
import { OfflineDesk } from '../test-support.ts'

let dir: string
let desk: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-bulk-'))
  desk = new OfflineDesk(dir)
  await desk.signIn()
})
afterEach(async () => {
  await desk.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const script = (id: string, change: Partial<Script> = {}): ['script', Script] => ['script', {
  id, code: id, stage: 'care', scene: null, title: `Script ${id}`, body: `正文 ${id}`, language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null, campaign: '双11',
  audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null, personId: null, version: 3, updatedAtMs: 1, pinyin: '', ...change,
}]
const many = (count: number) => Array.from({ length: count }, (_, n) => `s${n}`)
const TAG: BulkChange = { what: 'addTag', tag: '新' }
const start = (ids: string[], change = TAG) => desk.call('studio.bulk', { targets: ids.map(id => ({ kind: 'script', id })), change })
const view = () => desk.value('bulk', {})
const drafts = () => allRows(desk.open.file.read, 'content_draft')
const outbox = () => readOutbox(desk.open.file.read)
/** A supervisor writes on a script of their own accord. */
const write = (draftId: string, targetId: string, content: Record<string, unknown>) => desk.call('studio.draftPut', {
  draftId, kind: 'script', targetId, baseVersion: 3, action: 'put', content,
})
const until = async (state: BulkView['state']) => {
  for (let turn = 0; turn < 2_000 && view()?.state !== state; turn++) await desk.clock.advance(4)
  expect(view()?.state).toBe(state)
}

test('one call makes a draft of each, in intents that fit a commit, and tells how far it is; one call takes them back', async () => {
  desk.pulled(many(300).map(id => script(id)))
  const told: number[] = []
  desk.desk.subscribe('bulk', {}, { value: value => { told.push((value as BulkView | null)?.done ?? -1) }, error: error => { throw new Error(error.code) } })
  await start(many(300))
  expect(await desk.code('studio.bulk', { targets: [{ kind: 'script', id: 's1' }], change: TAG })).toBe('busy')
  await until('done')
  expect(view()).toEqual({ state: 'done', done: 300, total: 300, drafts: 300, left: 0, problem: null })
  expect(told.length).toBeGreaterThan(3)
  expect([...told].sort((a, b) => a - b)).toEqual(told)
  expect(drafts()).toHaveLength(300)
  expect(drafts().find(({ targetId }) => targetId === 's7')).toMatchObject({ baseVersion: 3, action: 'put', content: { code: 's7', tags: ['新'], campaign: '双11' } })
  expect(outbox().map(({ name }) => name)).toEqual(Array(12).fill('studio.drafts_put'))
  await desk.call('studio.bulkUndo', {})
  await until('returned')
  expect(drafts()).toEqual([])
  expect(outbox().map(({ name }) => name).slice(12)).toEqual(Array(12).fill('studio.drafts_drop'))
})

test('a push takes as many of them as fit its bytes, and one that is too large alone', async () => {
  desk.pulled(many(100).map(id => script(id, { body: '长'.repeat(1_000) })))
  await start(many(100))
  await until('done')
  const { read } = desk.open.file
  const ids = (bytes: number) => readUnsent(read, { count: 100, bytes }).map(({ id }) => id)
  expect(ids(1_000_000)).toEqual([1, 2, 3, 4])
  expect(ids(200_000)).toEqual([1, 2])
  expect(ids(10)).toEqual([1])
  expect(readUnsent(read, { count: 3, bytes: 1_000_000 })).toHaveLength(3)
})

test('cancelled, what was done is put back: not one is left half', async () => {
  desk.pulled(many(200).map(id => script(id)))
  await write('mine', 's2', { ...script('s2')[1], tags: ['旧'] })
  await start(many(200))
  await desk.clock.advance(8)
  expect(view()?.done).toBeGreaterThan(0)
  expect(drafts().length).toBeGreaterThan(1)
  await desk.call('studio.bulkCancel', {})
  await until('returned')
  expect(view()?.drafts).toBeLessThan(200)
  expect(drafts()).toMatchObject([{ id: 'mine', content: { tags: ['旧'] } }])
})

test('what somebody wrote on since, and what is not there any more, stays as it is, and is counted', async () => {
  desk.pulled(many(4).map(id => script(id)))
  await start(many(4))
  await until('done')
  const [first, second] = drafts()
  await write(first?.id ?? '', first?.targetId ?? '', { ...first?.content, title: '改过了' })
  await desk.call('studio.draftDrop', { draftId: second?.id ?? '' })
  await desk.call('studio.bulkUndo', {})
  await until('returned')
  expect(view()?.left).toBe(2)
  expect(drafts()).toMatchObject([{ id: first?.id, content: { title: '改过了', tags: ['新'] } }])
})

test('my draft goes on under its base; what only a colleague is writing, a personal script and what does not change are passed over', async () => {
  desk.pulled([script('s1'), script('own', { personId: 'me' }), script('has', { tags: ['新'] }), ['content_draft', {
    id: 'theirs', kind: 'script', targetId: 'fresh', baseVersion: 0, action: 'put', content: { title: 'x' }, authorId: 'chen', state: 'draft', reviewerId: null, reviewNote: null,
    createdAtMs: 1, updatedAtMs: 1,
  } as never]])
  await desk.call('studio.draftPut', { draftId: 'mine', kind: 'script', targetId: 's1', baseVersion: 2, action: 'put', content: { title: '我的', tags: [] } })
  await start(['s1', 'own', 'has', 'fresh', 'nowhere'])
  await until('done')
  expect(view()).toMatchObject({ total: 5, drafts: 1 })
  expect(drafts().filter(({ id }) => id !== 'theirs')).toMatchObject([{ id: 'mine', baseVersion: 2, content: { title: '我的', tags: ['新'] } }])
  await desk.call('studio.bulkForget', {})
  expect(view()).toBeNull()
  expect(await desk.code('studio.bulkUndo', {})).toBe('ok')
  expect(view()).toBeNull()
})

test('goes on while the desk is locked, ends with the agent, and a full disk keeps the way back', async () => {
  desk.pulled(many(100).map(id => script(id)))
  await start(many(100))
  await desk.call('session.lock', {})
  expect(view()).toBeNull()
  await desk.clock.advance(200)
  await desk.call('session.unlock', { password: 'secret' })
  await until('done')
  expect(drafts()).toHaveLength(100)
  await desk.call('studio.bulkUndo', {})
  await until('returned')
  await start(many(100))
  await desk.clock.advance(4)
  const { file } = desk.open
  file.write(db => db.exec("CREATE TRIGGER full BEFORE INSERT ON outbox WHEN NEW.name = 'studio.drafts_put' BEGIN SELECT RAISE(ABORT, 'full'); END"))
  await desk.clock.advance(200)
  expect(view()).toMatchObject({ state: 'done', problem: 'unknown' })
  expect(view()?.drafts).toBe(drafts().length)
  await desk.call('studio.bulkUndo', {})
  await until('returned')
  expect(drafts()).toEqual([])
})
