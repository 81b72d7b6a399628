import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../edge/clock.ts'
import { reserve, TransactionLost } from './reserve.ts'
import { testDatabase } from './test-database.ts'
import type { TestDatabase } from './test-database.ts'

let db: TestDatabase
beforeAll(async () => { db = await testDatabase(1) })
afterAll(() => db.close())

/** Ends the only connection of the pool from outside, and waits until the pool knows. */
async function lose(): Promise<Awaited<ReturnType<typeof reserve>>> {
  const other = await testDatabase(1)
  const connection = await reserve(db.sql, 'begin')
  const [mine] = await connection.tx<{ pid: number }[]>`select pg_backend_pid() as pid`
  await other.sql`select pg_terminate_backend(${mine?.pid ?? 0})`
  await other.close()
  while (!connection.lost) await systemClock.sleep(5)
  return connection
}

it('a statement after the connection was lost throws, and the pool serves the next one', async () => {
  const connection = await lose()
  expect(() => connection.tx`select 1`).toThrow(TransactionLost)
  connection.release()
  const [answer] = await db.sql<{ one: number }[]>`select 1 as one`
  expect(answer?.one).toBe(1)
})

it('a statement of a lost transaction never runs on the connection the pool opened since', async () => {
  await db.sql`create table stray (a integer)`
  const lost = await lose()
  const next = await reserve(db.sql, 'begin')
  expect(() => lost.tx`insert into stray values (1)`).toThrow(TransactionLost)
  lost.release()
  await next.tx`insert into stray values (2)`
  await next.tx`commit`
  next.release()
  expect((await db.sql<{ a: number }[]>`select a from stray`).map(({ a }) => a)).toEqual([2])
})
