import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closedOf, inState, ofCustomer, openOf } from './conversations.ts'
import { ordersOf } from './customers.ts'
import type { DeskFile, ReadDb, SqlValue } from './handle.ts'
import { handoversSince, itemsOf } from './handovers.ts'
import { readUnsent } from './local/outbox.ts'
import { countUnread, hasHumanReply, systemLines, thread } from './messages.ts'
import { rowsAfter } from './scripts.ts'
import { readRow } from './synced/rows.ts'
import { searchMessages } from './search.ts'
import { shiftsOfPerson, shiftsOfTeam } from './shifts.ts'
import { talkMessages, talksOf } from './talks.ts'
import { testFile } from './test-file.ts'
import { outcomesOf, promisesOf } from './threads.ts'
import { offeredTransfers } from './transfers.ts'

let dir: string
let file: DeskFile
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-plans-'))
  file = testFile(join(dir, 'a.db'))
})
afterAll(() => {
  file.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Runs a query and gives back the plan of every statement it made. */
function plansOf(query: (db: ReadDb) => unknown): string[] {
  const plans: string[] = []
  const note = (sql: string, params: SqlValue[]): void => {
    plans.push(...file.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params).map(({ detail }) => detail))
  }
  const spy = {
    get: <T>(sql: string, ...params: SqlValue[]) => (note(sql, params), file.read.get<T>(sql, ...params)),
    all: <T>(sql: string, ...params: SqlValue[]) => (note(sql, params), file.read.all<T>(sql, ...params)),
  }
  query(spy as ReadDb)
  return plans
}

const HOT: [string, (db: ReadDb) => unknown][] = [
  ['open conversations', db => openOf(db, 'me')],
  ['queue', db => inState(db, 'queued')],
  ['closed conversations', db => closedOf(db, 'me', 50)],
  ['past of a customer', db => ofCustomer(db, 'c', 20)],
  ['thread', db => thread(db, 'c', 50)],
  ['unread', db => countUnread(db, 'c', 3)],
  ['human reply', db => hasHumanReply(db, 'c')],
  ['one row', db => readRow(db, 'customer', 'c')],
  ['orders', db => ordersOf(db, 'c', 20)],
  ['promises', db => promisesOf(db, 'c')],
  ['today', db => outcomesOf(db, 'me', 5)],
  ['outbox', db => readUnsent(db, { count: 100, bytes: 1_000_000 })],
  ['scripts, a block of them', db => rowsAfter(db, 'script', 's', 256)],
  ["a person's shifts", db => shiftsOfPerson(db, 'me', 1, 9)],
  ["a team's shifts", db => shiftsOfTeam(db, 't', '2027-01-01', '2027-01-07')],
  ['open handovers', db => handoversSince(db, 5)],
  ['a handover list', db => itemsOf(db, 'h')],
  ['transfers to answer', db => offeredTransfers(db)],
  ['talks of a case', db => talksOf(db, 'c')],
  ['messages of a talk', db => talkMessages(db, 'k', 200)],
  ["the program's lines of a thread", db => systemLines(db, 'c')],
  ['search of messages', db => searchMessages(db, 'x', 10, 5, 100)],
]

test.each(HOT)('%s: found by index, no table of rows is scanned', (_, query) => {
  const plans = plansOf(query)
  expect(plans.length).toBeGreaterThan(0)
  // The rows replayed from pending intents and the outbox are few: they may be scanned.
  const scans = plans.filter(plan => /^SCAN (?!.*(_local|outbox|\bconstant\b))/.test(plan))
  expect(scans).toEqual([])
})

test('the newest of ten thousand closed conversations come in order out of the index', () => {
  const plans = plansOf(db => closedOf(db, 'me', 50))
  expect(plans.filter(plan => plan.includes('conversation USING INDEX'))).toEqual([expect.stringContaining('owner_id_state_closed_at_ms (owner_id=? AND state=?)')])
  expect(plans.filter(plan => /TEMP B-TREE|SCAN conversation /.test(plan))).toEqual([])
})

test('a thread comes in order out of the index, without a sort', () => {
  expect(plansOf(db => thread(db, 'c', 50)).filter(plan => plan.includes('TEMP B-TREE'))).toEqual([])
})
