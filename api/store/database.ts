import postgres from 'postgres'
import type { Clock } from '../../domain/ports.ts'
import { systemRandom } from '../edge/ids.ts'
import { startEmbedded } from './embedded/server.ts'
import type { EmbeddedServer } from './embedded/server.ts'
import { migrate } from './migrate.ts'
import type { Sql } from './sql.ts'

/** A production server needs a database of its own: set DATABASE_URL, or say --single-machine to keep it on this one. */
export class DatabaseUrlMissing extends Error {
  constructor() {
    super('NODE_ENV=production without DATABASE_URL: set it, or start with --single-machine to use the embedded PostgreSQL')
    this.name = 'DatabaseUrlMissing'
  }
}

export interface DatabaseOptions {
  /** DATABASE_URL; undefined = the embedded server. */
  url: string | undefined
  /** DATABASE_DIRECT_URL: where a pooler stands between, LISTEN needs a connection of its own. */
  directUrl?: string | undefined
  /** For the embedded server. */
  dataFolder: string
  production: boolean
  singleMachine: boolean
  clock: Clock
  /** Connections of this node. */
  poolSize?: number
}

export interface Database {
  sql: Sql
  /** Pool of one for LISTEN. */
  listenSql: Sql
  embedded: boolean
  /** Where other nodes of a torture run or a test find the same database. */
  url: string
  close(): Promise<void>
}

const INT8 = 20
/** s; each connection of the pool waits by itself. The library's own reach 20 s: so long the API would stand still after the database is back. */
const RECONNECT_AT_MOST_SEC = 1

/** A pool with the time-outs every transaction of the API has, and int8 as number. */
export function connect(url: string, poolSize = 20): Sql {
  return postgres(url, {
    max: poolSize,
    onnotice: () => undefined,
    connect_timeout: 10,
    backoff: retries => (0.5 + systemRandom() / 2) * Math.min(2 ** retries / 50, RECONNECT_AT_MOST_SEC),
    types: {
      bigint: { to: INT8, from: [INT8], serialize: (value: number) => String(value), parse: (text: string) => Number(text) },
    },
    connection: {
      application_name: 'shiftdesk',
      idle_in_transaction_session_timeout: 5_000,
      lock_timeout: 2_000,
      statement_timeout: 30_000,
      // A connection that closes with a write still waiting keeps it in the driver and never sends again below 1 KiB: it
      // would hang until the connect time-out, every time. A first packet above that goes out, and the next attempt is clean.
      'shiftdesk.padding': '-'.repeat(1_100),
    },
  })
}

/** Opens the database and brings its schema up. Throws DatabaseUrlMissing, EmbeddedPostgresFailed, DatabaseIsNewer. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (!options.url && options.production && !options.singleMachine) throw new DatabaseUrlMissing()
  const server = options.url ? null : await startEmbedded({ folder: options.dataFolder, clock: options.clock })
  const url = server ? await databaseOf(server) : options.url ?? ''
  const sql = connect(url, options.poolSize)
  const listenSql = connect(options.directUrl ?? url, 1)
  const close = async () => {
    await Promise.all([sql.end({ timeout: 5 }), listenSql.end({ timeout: 5 })])
    await server?.stop()
  }
  try {
    await migrate(sql)
  } catch (error) {
    await close()
    throw error
  }
  return { sql, listenSql, embedded: server !== null, url, close }
}

async function databaseOf(server: EmbeddedServer): Promise<string> {
  const admin = connect(server.url('postgres'), 1)
  try {
    const [found] = await admin`select 1 as one from pg_database where datname = 'shiftdesk'`
    if (!found) await admin`create database shiftdesk`
  } finally {
    await admin.end()
  }
  return server.url('shiftdesk')
}
