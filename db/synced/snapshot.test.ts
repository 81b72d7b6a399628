import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskFile } from '../handle.ts'
import { readMeta, writeMeta } from '../local/meta.ts'
import { _append, _acknowledge, _markAcknowledged, _renumber, _resendAfter, readOutbox } from '../local/outbox.ts'
import { conversation, testFile } from '../test-file.ts'
import { applyPage } from './apply-page.ts'
import { readRow } from './rows.ts'
import { readSums } from './scopes.ts'
import { SnapshotWriter, sweepOldTables } from './snapshot.ts'

// I10: a new epoch keeps the outbox. A crash before the swap leaves the old rows and nothing of the new.
let dir: string
let file: DeskFile
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-snapshot-'))
  file = testFile(join(dir, 'a.db'))
})
afterEach(() => {
  file.close()
  rmSync(dir, { recursive: true, force: true })
})

const hash = (_: string, id: string, seq: string): bigint => BigInt(id.length) * 1_000n + BigInt(seq)
const end = { cookie: 'k9', epoch: 'e2', lastMutationId: 0, nowMs: 9 }
const nothing = (): void => undefined
const row = (id: string, seq = '5') => ({ entity: 'conversation' as const, id, seq, scopes: ['s'], row: conversation(id) })
const schema = (): unknown => file.read.all("SELECT name, type FROM sqlite_master WHERE name NOT LIKE '%\\_x' ESCAPE '\\' AND type <> 'index' ORDER BY name")
const intents = (...keys: string[]): void => file.write(db => {
  for (const key of keys) _append(db, { key, name: 'note.add', args: { key }, atMs: 1 })
})

test('old rows stay until the swap, then only the new ones; schema and indexes are as before, again and again', () => {
  const before = schema()
  const indexes = file.read.get<{ n: number }>("SELECT count(*) AS n FROM sqlite_master WHERE type = 'index'")
  applyPage(file, { changes: [{ op: 'put', scope: 'old', entity: 'conversation', id: 'gone', seq: '1', row: conversation('gone') }], cookie: 'k', epoch: 'e', lastMutationId: null, results: [], nowMs: 1 }, hash, nothing)
  for (const id of ['one', 'two', 'three']) {
    const writer = new SnapshotWriter(file, hash)
    writer.add([row(id)])
    expect(readRow(file.read, 'conversation', id)).toBeNull()
    expect(writer.differing({ s: hash('', id, '5').toString() })).toEqual([])
    expect(writer.differing({ s: '1', t: '2' })).toEqual(['s', 't'])
    writer.swap(end, nothing)
    expect(file.read.all('SELECT id FROM conversation_view')).toEqual([{ id }])
    expect([...readSums(file.read)]).toEqual([['s', hash('', id, '5').toString()]])
    while (sweepOldTables(file, 2)) { /* in slices */ }
    expect(schema()).toEqual(before)
    expect(file.read.get("SELECT count(*) AS n FROM sqlite_master WHERE type = 'index'")).toEqual(indexes)
  }
  expect(readMeta(file.read, 'cookie')).toBe('k9')
})

test('a snapshot that was cut off leaves the old rows, and the next begins anew', () => {
  applyPage(file, { changes: [{ op: 'put', scope: 's', entity: 'conversation', id: 'kept', seq: '1', row: conversation('kept') }], cookie: 'k', epoch: 'e', lastMutationId: null, results: [], nowMs: 1 }, hash, nothing)
  new SnapshotWriter(file, hash).add([row('half')])
  expect(file.read.all('SELECT id FROM conversation_view')).toEqual([{ id: 'kept' }])
  const writer = new SnapshotWriter(file, hash)
  writer.add([row('whole')])
  expect(() => writer.swap(end, () => {
    throw new RangeError('crash')
  })).toThrow(RangeError)
  expect(file.read.all('SELECT id FROM conversation_view')).toEqual([{ id: 'kept' }])
  expect(readMeta(file.read, 'cookie')).toBe('k')
})

test('checksums written before the swap, and those a later row changes, are all there', () => {
  const scoped = (id: string, ...scopes: string[]) => ({ ...row(id), scopes })
  const writer = new SnapshotWriter(file, hash)
  writer.add([scoped('one', 'a', 'b', 'c')])
  expect([writer.addSums(2), writer.addSums(2)]).toEqual([true, false])
  writer.add([scoped('second', 'a')])
  expect(writer.addSums(1)).toBe(true)
  writer.swap(end, nothing)
  const one = hash('', 'one', '5')
  expect(new Map(readSums(file.read))).toEqual(new Map([['a', (one + hash('', 'second', '5')).toString()], ['b', one.toString()], ['c', one.toString()]]))
})

test('I10: the outbox outlives the swap; what was sent but not answered stays to be asked for again', () => {
  intents('key-00001', 'key-00002', 'key-00003')
  file.write(db => {
    _markAcknowledged(db, 1, [])
  })
  const writer = new SnapshotWriter(file, hash)
  writer.swap({ ...end, lastMutationId: 2 }, nothing)
  expect(readOutbox(file.read).map(({ id, stage }) => [id, stage])).toEqual([[2, 'waiting'], [3, 'waiting']])
})

test('I10: a server restored from its backup gets again what it forgot, under the old ids and keys', () => {
  intents('key-00001', 'key-00002', 'key-00003', 'key-00004')
  file.write(db => {
    _markAcknowledged(db, 3, [])
    _acknowledge(db, 3, [], 5)
    expect(_resendAfter(db, 1)).toBe(true)
  })
  expect(readOutbox(file.read).map(({ id, key }) => [id, key])).toEqual([[2, 'key-00002'], [3, 'key-00003'], [4, 'key-00004']])
})

test('a journal that does not reach back: everything goes again under a new device id, from 1', () => {
  intents('key-00001', 'key-00002', 'key-00003')
  file.write(db => {
    _markAcknowledged(db, 3, [])
    _acknowledge(db, 2, [], 5)
    db.run('DELETE FROM journal WHERE id = 1')
    expect(_resendAfter(db, 0)).toBe(false)
    _renumber(db, 'd2')
  })
  expect(readOutbox(file.read).map(({ id, key, stage }) => [id, key, stage])).toEqual([[1, 'key-00002', 'waiting'], [2, 'key-00003', 'waiting']])
  expect(readMeta(file.read, 'device_id')).toBe('d2')
})

test('ids never fall behind the server: an empty outbox continues after its last', () => {
  file.write(db => {
    writeMeta(db, 'next_mutation_id', 1)
    _acknowledge(db, 7, [], 5)
    expect(_append(db, { key: 'key-00008', name: 'note.add', args: {}, atMs: 1 })).toBe(8)
  })
})
