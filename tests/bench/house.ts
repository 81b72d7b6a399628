import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { systemClock } from '../../api/edge/clock.ts'
import { systemRandom } from '../../api/edge/ids.ts'
import { openKeyRing } from '../../api/store/crypto.ts'
import { connect } from '../../api/store/database.ts'
import { startEmbedded } from '../../api/store/embedded/server.ts'
import type { Sql } from '../../api/store/sql.ts'
import { findTenant } from '../../api/store/tenants.ts'
import type { Store } from '../../api/store/transaction.ts'
import { startApi } from '../e2e/harness/api.ts'
import type { TestApi } from '../e2e/harness/api.ts'
import { BenchShop, SHOP } from './shop.ts'

/** What all benches of a run share: a durable PostgreSQL, the real API with the demo shop, and a way to put more into it. */
export type House = {
  api: TestApi
  shop: BenchShop
  sql: Sql
  store: Store
  tenant: string
  signingKey: Uint8Array
  folder: (name: string) => string
  close: () => Promise<void>
}

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shiftdesk-bench-'))
  const postgres = await startEmbedded({ folder: path.join(folder, 'postgres'), clock: systemClock })
  const ends: (() => Promise<void>)[] = [async () => { rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }, () => postgres.stop()]
  const close = async (): Promise<void> => { for (const end of ends.splice(0).reverse()) await end() }
  try {
    const admin = connect(postgres.url('postgres'), 1)
    await admin`create database shiftdesk`
    await admin.end()
    const masterKey = randomBytes(32).toString('base64')
    const signingKey = randomBytes(32)
    const api = await startApi({
      dir: path.join(folder, 'api'),
      env: {
        DATABASE_URL: postgres.url('shiftdesk'), SHIFTDESK_MASTER_KEY: masterKey, SHIFTDESK_JWT_KEY: signingKey.toString('base64'),
        SHIFTDESK_LOG_LEVEL: 'warn',
      },
    })
    ends.push(() => api.stop())
    const sql = connect(postgres.url('shiftdesk'), 4)
    ends.push(() => sql.end())
    const store = { sql, keys: openKeyRing(masterKey), clock: systemClock, random: systemRandom, hub: { committed: () => undefined } }
    const shop = await BenchShop.open(store)
    const tenant = (await findTenant(sql, SHOP))?.tenant ?? ''
    return { api, shop, sql, store, tenant, signingKey, folder: name => path.join(folder, name), close }
  } catch (error) {
    await close()
    throw error
  }
}
