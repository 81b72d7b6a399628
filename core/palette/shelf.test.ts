import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import type { DeskFile } from '../../db/handle.ts'
import { applyPage, type Change } from '../../db/synced/apply-page.ts'
import { testFile } from '../../db/test-file.ts'
import { EVERYBODY, type Script } from '../../domain/entities/script.ts'
import { scriptEntry } from '../../domain/palette/entry.ts'
import { PaletteIndex, type Sight } from '../../domain/palette/palette-index.ts'
import { scriptPinyin } from '../../domain/palette/pinyin.ts'
import { search } from '../../domain/palette/search.ts'
import { hash64 } from '../../protocol/hash64.ts'
import { Shelf } from './shelf.ts'

const SIGHT: Sight = { nowMs: 0, stage: null, scene: null, teamIds: [], channelId: null, tier: null }
const SEEDS = allSeedScripts(0)
const QUERIES = ['t', 'tk', '退款', 'tuikuan', 'refund', '星星', 'tuikaundao']
const scriptOf = (n: number, given: Partial<Script> = {}): Script => {
  const { lang, ...seed } = SEEDS[n % SEEDS.length] as (typeof SEEDS)[number]
  const made = {
    ...seed, id: `s${String(n).padStart(4, '0')}`, code: `c${n}`, language: lang, tags: [...seed.tags], campaign: null, audience: EVERYBODY, pictureIds: [],
    ownerId: null, reviewAtMs: null, personId: null, version: 1, updatedAtMs: 1, validFromMs: null, validToMs: null, ...given,
  }
  return { ...made, pinyin: scriptPinyin(made) }
}

let dir: string
let file: DeskFile
let rows: Map<string, Script>
let seq: number
let shelf: Shelf<'script'>
let stopped: AbortController
/** What happens between two slices, one after the other. */
let between: (() => void)[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-shelf-'))
  file = testFile(join(dir, 'a.db'))
  rows = new Map()
  seq = 0
  between = []
  stopped = new AbortController()
  let ms = 0
  const clock = { now: () => 0, monotonic: () => ms += 4, sleep: async () => between.shift()?.() }
  shelf = new Shelf(file, 'script', scriptEntry, clock, stopped.signal)
  file.onWrite((_, written) => {
    const ids = written.get('script')
    if (ids !== undefined) shelf.written(ids)
  })
})
afterEach(() => {
  file.close()
  rmSync(dir, { recursive: true, force: true })
})

function pulled(changes: Change[]): void {
  applyPage(file, { changes, cookie: 'k', epoch: 'e', lastMutationId: null, results: [], nowMs: 0 }, hash64, () => undefined)
}
function put(...scripts: Script[]): void {
  for (const script of scripts) rows.set(script.id, script)
  pulled(scripts.map(row => ({ op: 'put', scope: 's', entity: 'script', id: row.id, seq: String(++seq), row })))
}
function drop(id: string): void {
  rows.delete(id)
  pulled([{ op: 'leave', scope: 's', entity: 'script', id }])
}

function expectAsAnew(): void {
  const anew = new PaletteIndex()
  anew.put([...rows.values()].map(scriptEntry))
  const found = (index: PaletteIndex): unknown[] => QUERIES.map(text => {
    const { ids, total, how } = search(index, text, SIGHT, { byId: new Map(), byStage: new Map(), language: 'zh' }, 50)
    return { text, how, total, ids }
  })
  expect(shelf.index.size).toBe(rows.size)
  expect(found(shelf.index)).toEqual(found(anew))
}

test('made in slices it answers as one made in one go, whatever is written in between', async () => {
  put(...Array.from({ length: 700 }, (_, n) => scriptOf(n)))
  let slices = 0
  const writes = [
    () => { put(scriptOf(3, { title: '星星裙' }), scriptOf(690, { title: '星星帽' })) }, () => { drop('s0005') }, () => { put(scriptOf(900), scriptOf(5)) },
    () => { drop('s0699') },
  ]
  between = Array.from({ length: 200 }, () => () => {
    slices++
    writes.shift()?.()
  })
  await shelf.takeIn()
  expect([slices > 3, writes.length]).toEqual([true, 0])
  expectAsAnew()
})

test('what is up to date is there at once; changes of many blocks are taken in by slices', async () => {
  put(...Array.from({ length: 600 }, (_, n) => scriptOf(n)))
  await shelf.takeIn()
  expect(shelf.takeIn()).toBeNull()
  put(...Array.from({ length: 300 }, (_, n) => scriptOf(n * 2, { title: `星星${n}`, version: 2 })))
  drop('s0001')
  await shelf.takeIn()
  expect(shelf.takeIn()).toBeNull()
  expect(shelf.row('s0002')?.title).toBe('星星1')
  expectAsAnew()
})

test('the table exchanged meanwhile: begins anew', async () => {
  put(...Array.from({ length: 600 }, (_, n) => scriptOf(n)))
  between = [() => undefined, () => {
    for (const id of [...rows.keys()].slice(0, 580)) rows.delete(id)
    file.write(db => {
      db.exec("DELETE FROM script WHERE id < 's0580'")
      db.touch('script')
    })
  }]
  await shelf.takeIn()
  expectAsAnew()
})

test('stops when the desk is closed', async () => {
  put(...Array.from({ length: 600 }, (_, n) => scriptOf(n)))
  between = [() => { stopped.abort(new RangeError('closed')) }]
  await expect(shelf.takeIn()).rejects.toThrow('closed')
})
