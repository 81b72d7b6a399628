import { z } from 'zod'
import { audit } from '../auth/audit.ts'
import type { TenantDb } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { warmThread } from './files/in-worker.ts'
import type { StudioHandler } from './handler.ts'

/** In tenant.settings; a shop that never said otherwise reviews. */
const Settings = z.object({ reviewRequired: z.boolean().default(true) })

/** Whether a second person has to look before something is published. */
export async function reviewRequired({ tx, tenant }: Pick<TenantDb, 'tx' | 'tenant'>): Promise<boolean> {
  const [row] = await tx<{ settings: unknown }[]>`select settings from tenant where tenant = ${tenant}`
  return Settings.parse(row?.settings ?? {}).reviewRequired
}

/** settings.read: asked when a supervisor opens the studio, so that the thread for their files is ready before they have chosen one. */
export const readSettings: StudioHandler<'settings.read'> = async ({ sql, clock }, { tenant }) => {
  warmThread(clock)
  return { reviewRequired: await reviewRequired({ tx: sql, tenant }) }
}

export const writeSettings: StudioHandler<'settings.write'> = (context, { tenant, personId, deviceId }, wanted) => (
  inTransaction(context, tenant, async (changes) => {
    await changes.tx`update tenant set settings = settings || ${changes.tx.json(wanted)} where tenant = ${tenant}`
    await audit(changes, context.ids.next(), context.clock.now(), { action: 'studio.settings', personId, deviceId, detail: wanted })
    return { done: true as const }
  }))
