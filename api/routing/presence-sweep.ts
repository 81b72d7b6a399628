import type { ApiContext } from '../context.ts'
import { rulesOf } from '../channels/conversation-timers.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { handBack } from './hand-back.ts'

/** No desk of a person heard for this long: they get no new customers. */
export const UNREACHABLE_AFTER_MS = 60_000
/** After that, so long again until their customers go to others. */
export const HANDOVER_GRACE_MS = 180_000

interface Heard {
  tenant: string
  id: string
  reachable: boolean
  /** Epoch milliseconds of the last sign of life of any of their desks. */
  heardAtMs: number
  openCount: number
}

/**
 * Looks at who is heard of. Writes transitions only: unreachable after 60 s, reachable again at the next sign; and hands back
 * the open conversations of people who stayed away for the grace. @param upSinceMs when this node began to listen: desks that
 * could not reach a stopped server are not lost
 */
export async function sweepPresence(context: ApiContext, upSinceMs: number): Promise<void> {
  const nowMs = context.clock.now()
  const rows = await context.sql<Heard[]>`
    select r.tenant, r.id, r.reachable, greatest(${upSinceMs}, coalesce(max(d.last_seen_at_ms), r.since_ms)) as "heardAtMs",
      (select count(*) from conversation c where c.tenant = r.tenant and c.owner_id = r.id and c.state = 'open') as "openCount"
    from presence r left join device d on d.tenant = r.tenant and d.person_id = r.id and d.status = 'active'
    where r.state <> 'off_duty' or r.reachable
    group by r.tenant, r.id, r.reachable, r.since_ms, r.state`
  for (const row of rows) {
    const silentMs = nowMs - row.heardAtMs
    const reachable = silentMs <= UNREACHABLE_AFTER_MS
    if (reachable !== row.reachable) await setReachable(context, row, reachable)
    if (silentMs > UNREACHABLE_AFTER_MS + HANDOVER_GRACE_MS && row.openCount > 0) await handBackAll(context, row)
  }
}

async function setReachable(context: ApiContext, { tenant, id }: Heard, reachable: boolean): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    const presence = await readEntity(changes, 'presence', id, { lock: true })
    if (!presence || presence.reachable === reachable) return
    await changes.put('presence', { ...presence, reachable })
    if (reachable) changes.afterCommit(() => { context.routing.wake(tenant) })
  })
}

/** Each conversation in a transaction of its own: a customer who writes meanwhile waits for one, not for twenty. */
async function handBackAll(context: ApiContext, { tenant, id }: Heard): Promise<void> {
  const open = await context.sql<{ id: string }[]>`
    select id from conversation where tenant = ${tenant} and owner_id = ${id} and state = 'open' order by id`
  for (const { id: conversationId } of open) {
    await inTransaction(context, tenant, async (changes) => {
      const conversation = await readEntity(changes, 'conversation', conversationId, { lock: true })
      if (conversation?.state !== 'open' || conversation.ownerId !== id || conversation.channelKind === 'companion') return
      const rules = await rulesOf(changes, conversation)
      await changes.put('conversation', await handBack(context, changes, conversation, rules, context.clock.now()))
    })
  }
  if (open.length > 0) context.routing.wake(tenant)
}
