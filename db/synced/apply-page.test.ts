import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BadRowError } from '../errors.ts'
import type { DeskFile } from '../handle.ts'
import { readInbox } from '../local/inbox.ts'
import { readMeta } from '../local/meta.ts'
import { _append, _markAcknowledged, readOutbox } from '../local/outbox.ts'
import { conversation, message, testFile } from '../test-file.ts'
import { applyPage, type Change, type CrashPoint, type Page } from './apply-page.ts'
import { _putLocal, readRow } from './rows.ts'
import { readSums } from './scopes.ts'

// I12: a crash never parts cookie and rows. It can leave a page to be pulled again, never a hole and never a cookie ahead.
// I8, I9: revoked rows leave, no deleted row comes back.
let dir: string
let file: DeskFile
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-page-'))
  file = testFile(join(dir, 'a.db'))
})
afterEach(() => {
  if (file.open) file.close()
  rmSync(dir, { recursive: true, force: true })
})

const hash = (entity: string, id: string, seq: string): bigint => BigInt(entity.length * 1_000 + id.length * 100) + BigInt(seq)
const put = (scope: string, seq: string, row: { id: string }, entity: 'conversation' | 'message' = 'conversation'): Change =>
  ({ op: 'put', scope, entity, id: row.id, seq, row })
const page = (changes: Change[], change: Partial<Page> = {}): Page =>
  ({ changes, cookie: 'k1', epoch: 'e', lastMutationId: null, results: [], nowMs: 5, ...change })
const nothing = (): void => undefined
const apply = (changes: Change[], change: Partial<Page> = {}): void => applyPage(file, page(changes, change), hash, nothing)

const POINTS: CrashPoint[] = ['begin', 'rows', 'outbox', 'cookie', 'replayed']

test.each(POINTS)('I12: an error at "%s" leaves nothing of the page', point => {
  file.write(db => {
    _append(db, { key: 'key-0001', name: 'conversation.take', args: {}, atMs: 1 })
    _markAcknowledged(db, 1, [])
  })
  const full = page([put('s', '3', conversation('c'))], { lastMutationId: 1 })
  expect(() => applyPage(file, full, hash, db => _putLocal(db, 'conversation', conversation('x')), at => {
    if (at === point) throw new RangeError(point)
  })).toThrow(RangeError)
  expect(readRow(file.read, 'conversation', 'c')).toBeNull()
  expect(readRow(file.read, 'conversation', 'x')).toBeNull()
  expect(readMeta(file.read, 'cookie')).toBeNull()
  expect(readOutbox(file.read)).toHaveLength(1)
  expect(readSums(file.read).size).toBe(0)
})

test.each([...POINTS, 'committed' as const])('I12: a kill -9 at "%s" parts nothing either', point => {
  file.close()
  const code = `
    import { applyPage } from ${JSON.stringify(join(process.cwd(), 'db/synced/apply-page.ts'))}
    import { conversation, testFile } from ${JSON.stringify(join(process.cwd(), 'db/test-file.ts'))}
    const file = testFile(${JSON.stringify(join(dir, 'a.db'))})
    const changes = Array.from({ length: 40 }, (_, i) =>
      ({ op: 'put', scope: 's', entity: 'conversation', id: 'c' + i, seq: '3', row: conversation('c' + i) }))
    applyPage(file, { changes, cookie: 'k1', epoch: 'e', lastMutationId: null, results: [], nowMs: 5 }, () => 1n, () => undefined,
      at => { if (at === ${JSON.stringify(point)}) process.kill(process.pid, 'SIGKILL') })`
  const child = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code])
  expect([child.signal, child.stderr.toString()]).toEqual(['SIGKILL', ''])
  file = testFile(join(dir, 'a.db'))
  const rows = file.read.get<{ n: number }>('SELECT count(*) AS n FROM conversation')?.n
  expect([rows, readMeta(file.read, 'cookie')]).toEqual(point === 'committed' ? [40, 'k1'] : [0, null])
})

test('a row in two scopes stays until the last lets go of it; sums follow', () => {
  apply([put('a', '3', conversation('c')), put('b', '3', conversation('c'))])
  apply([put('a', '4', conversation('c', { snippet: 'new' }))])
  const sum = hash('conversation', 'c', '4').toString()
  expect([...readSums(file.read)]).toEqual([['a', sum], ['b', sum]])
  apply([{ op: 'leave', scope: 'a', entity: 'conversation', id: 'c' }])
  expect(readRow(file.read, 'conversation', 'c')?.snippet).toBe('new')
  apply([{ op: 'leave', scope: 'b', entity: 'conversation', id: 'c' }])
  expect(readRow(file.read, 'conversation', 'c')).toBeNull()
  expect(readSums(file.read).size).toBe(0)
})

test('an older version of a row that comes late changes nothing', () => {
  apply([put('a', '9', conversation('c', { snippet: 'newer' }))])
  apply([put('b', '4', conversation('c', { snippet: 'older' }))])
  expect(readRow(file.read, 'conversation', 'c')?.snippet).toBe('newer')
  expect(readSums(file.read).get('b')).toBe(hash('conversation', 'c', '9').toString())
})

test('I8: a dropped scope takes everything that no other scope holds', () => {
  apply([put('a', '3', conversation('c')), put('a', '3', conversation('d')), put('b', '3', conversation('d')),
    put('a', '3', message('m', 'c', 1), 'message')])
  apply([{ op: 'drop_scope', scope: 'a' }])
  expect(['c', 'd'].map(id => readRow(file.read, 'conversation', id)?.id)).toEqual([undefined, 'd'])
  expect(readRow(file.read, 'message', 'm')).toBeNull()
  expect([...readSums(file.read).keys()]).toEqual(['b'])
})

test('what the server has dealt with leaves the outbox; what it refused goes to the inbox with what was typed, once', () => {
  file.write(db => {
    for (const body of ['a', 'b', 'c']) _append(db, { key: `key-${body}-0001`, name: 'note.add', args: { body }, atMs: 1 })
    _markAcknowledged(db, 3, [])
  })
  const results = [{ id: 2, status: 'rejected' as const, code: 'reassigned', text: null }]
  apply([], { lastMutationId: 2, results })
  apply([], { lastMutationId: 2, results, cookie: 'k2' })
  expect(readOutbox(file.read).map(({ id }) => id)).toEqual([3])
  expect(readInbox(file.read)).toEqual([{ id: 'key-b-0001', mutation: 'note.add', args: { body: 'b' }, code: 'reassigned', text: null, atMs: 1 }])
})

test('a result told by the push is not lost when the pull does not repeat it', () => {
  file.write(db => {
    _append(db, { key: 'key-00001', name: 'note.add', args: { body: 'x' }, atMs: 1 })
    _markAcknowledged(db, 1, [{ id: 1, status: 'failed', code: 'failed', text: 'why' }])
  })
  apply([], { lastMutationId: 1 })
  expect(readInbox(file.read).map(({ code, text }) => [code, text])).toEqual([['failed', 'why']])
})

test('I1: what no push confirmed is not dropped for an id that another copy of this file used', () => {
  file.write(db => {
    _append(db, { key: 'key-00001', name: 'note.add', args: {}, atMs: 1 })
    _append(db, { key: 'key-00002', name: 'note.add', args: {}, atMs: 1 })
    _markAcknowledged(db, 1, [])
  })
  apply([put('a', '3', conversation('c'))], { lastMutationId: 4 })
  expect(readOutbox(file.read).map(({ id, stage }) => [id, stage])).toEqual([[2, 'waiting']])
})

test('a row of another schema is refused before anything is written', () => {
  expect(() => apply([put('a', '3', conversation('c')), put('a', '3', { id: 'd' })])).toThrow(BadRowError)
  expect(readRow(file.read, 'conversation', 'c')).toBeNull()
})
