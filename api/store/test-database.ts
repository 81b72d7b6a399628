import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect } from './database.ts'
import type { Sql } from './sql.ts'

export interface TestDatabase {
  sql: Sql
  url: string
  close(): Promise<void>
}

/** URL of a database of the run's PostgreSQL. */
export function testUrl(database: string): string {
  return inject('postgresUrl').replace(/DATABASE$/, database)
}

/** A fresh, migrated database of the run's one PostgreSQL (vitest-global-setup.ts). Call in beforeAll, close in afterAll. */
export async function testDatabase(poolSize = 10): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = connect(testUrl('postgres'), 1)
  // Two copies of one template cannot be made at the same time.
  await admin`set lock_timeout = 0`
  await admin`select pg_advisory_lock(7425302)`
  await admin`create database ${admin(name)} template template_shiftdesk`
  await admin.end()
  const sql = connect(testUrl(name), poolSize)
  return { sql, url: testUrl(name), close: () => sql.end({ timeout: 1 }) }
}
