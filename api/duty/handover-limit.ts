import { itemStands } from '../../domain/handover/settle.ts'
import { dutyOf } from '../../domain/presence/presence.ts'
import type { ApiContext } from '../context.ts'
import { lockAgents } from '../routing/candidates.ts'
import { handBack } from '../routing/hand-back.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { notify, supervisorsOf } from './notices.ts'
import { settleHandover } from './pending.ts'

/** Kind of the job that moves on what nobody confirmed in time (H3); key = the handover's id. */
export const HANDOVER_LIMIT_JOB = 'handover.limit'

/**
 * One item whose time is over: its customer goes to the next free agent, moved by the system (M6 does not count it). It is no longer on the list
 * when the agent is back, or the conversation is theirs no more. @returns whether it was moved
 */
async function escalate(context: ApiContext, tenant: string, itemId: string): Promise<boolean> {
  return inTransaction(context, tenant, async (changes) => {
    const seen = await readEntity(changes, 'handover_item', itemId)
    if (seen?.state !== 'listed') return false
    const conversation = await readEntity(changes, 'conversation', seen.conversationId, { lock: true })
    await lockAgents(changes, [seen.fromPersonId])
    const item = await readEntity(changes, 'handover_item', itemId, { lock: true })
    if (item?.state !== 'listed') return false
    const nowMs = context.clock.now()
    const isBack = dutyOf(await readEntity(changes, 'presence', item.fromPersonId)).takesNew
    const moves = conversation !== null && itemStands(item, conversation) && !isBack
    await changes.put('handover_item', { ...item, state: moves ? 'escalated' : 'void', toPersonId: moves ? null : item.toPersonId, settledAtMs: nowMs })
    await settleHandover(changes, item.handoverId, nowMs)
    if (moves) await changes.put('conversation', await handBack(context, changes, conversation, nowMs))
    return moves
  })
}

/** H3: the job of a handover's limit. Each conversation in a transaction of its own; supervisors of the team are told how many were moved. */
export async function runHandoverLimit(context: ApiContext, tenant: string, handoverId: string): Promise<void> {
  const db = { tx: context.sql, tenant, keys: await context.keys.of(context.sql, tenant) }
  const handover = await readEntity(db, 'handover', handoverId)
  if (!handover) return
  let count = 0
  for (const { id } of await listEntities(db, 'handover_item', { handoverId, state: 'listed' })) {
    if (await escalate(context, tenant, id)) count += 1
  }
  if (count === 0) return
  await inTransaction(context, tenant, async (changes) => (
    notify(changes, context.ids, await supervisorsOf(changes, handover.teamId), 'escalated', { handoverId, count }, context.clock.now())))
  context.routing.wake(tenant)
}
