import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Handover, HandoverItem } from '../../domain/entities/handover.ts'
import { itemFacts } from '../../domain/handover/list.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import { advanceTimers, rulesOf } from '../channels/conversation-timers.ts'
import type { ApiContext } from '../context.ts'
import { setJob } from '../jobs/schedule.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'

/** H2, H4: one conversation on a list, with its promises and its next due. */
export async function listConversation(
  changes: ChangeSet, handover: Handover, conversation: Conversation, item: Pick<HandoverItem, 'id' | 'note' | 'state'>, nowMs: number,
): Promise<void> {
  const { team } = await rulesOf(changes, conversation)
  const promises = await listEntities(changes, 'promise', { conversationId: conversation.id, state: 'open' })
  await changes.put('handover_item', {
    ...item, ...itemFacts(conversation, promises, policyOf(team, conversation.channelKind), nowMs), handoverId: handover.id, teamId: handover.teamId,
    fromPersonId: handover.fromPersonId, toPersonId: handover.toPersonId, settledAtMs: item.state === 'listed' ? null : nowMs, contactedAtMs: null,
  })
}

/** The open conversations of a person, locked, by id. */
export async function lockOpenOf(changes: ChangeSet, personId: string): Promise<Conversation[]> {
  const { tx, tenant } = changes
  const ids = await tx<{ id: string }[]>`
    select id from conversation where tenant = ${tenant} and owner_id = ${personId} and state = 'open' order by id`
  const locked: Conversation[] = []
  for (const { id } of ids) {
    const conversation = await readEntity(changes, 'conversation', id, { lock: true })
    if (conversation?.state === 'open' && conversation.ownerId === personId) locked.push(conversation)
  }
  return locked
}

/** T5: in the window from the beginning of a handover until it ends, questions that begin have its target. The conversation is locked. */
export async function putWindow(changes: ChangeSet, conversation: Conversation, on: boolean, nowMs: number): Promise<void> {
  if ((conversation.timers.handingOver ?? false) === on) return
  const rules = await rulesOf(changes, conversation)
  await changes.put('conversation', await advanceTimers(changes, conversation, rules, [{ kind: 'handover_window', atMs: nowMs, on }]))
}

/** T6: the receiver has said the first line: it stands on the list, too. The conversation is locked. */
export async function noteContact(changes: ChangeSet, conversationId: string, nowMs: number): Promise<void> {
  const items = await listEntities(changes, 'handover_item', { conversationId, contactedAtMs: null, state: ['confirmed', 'escalated'] }, { lock: true })
  for (const item of items) await changes.put('handover_item', { ...item, contactedAtMs: nowMs })
}

/** H3: who got a customer that was moved on from a list stands on it. The conversation is locked. @returns whether it was on one: then contact is owed (T6) */
export async function noteReceiver(changes: ChangeSet, conversationId: string, agentId: string): Promise<boolean> {
  const items = await listEntities(changes, 'handover_item', { conversationId, state: 'escalated', toPersonId: null }, { lock: true })
  for (const item of items) await changes.put('handover_item', { ...item, toPersonId: agentId })
  return items.length > 0
}

/** Kind of the job that lists what did not fit the commit in which a handover began; key = the handover's id. */
export const HANDOVER_REST_JOB = 'handover.rest'
/** Conversations a commit: each is an item and the rows of the conversation (T5). */
const AT_ONCE = 25

/**
 * H2: lists what the leaver holds and no list has yet, those that are named first; of more than fit one commit the rest follows by a job. What they
 * hold is locked by the caller. @returns how many there were to list
 */
export async function listSome(
  context: ApiContext, changes: ChangeSet, handover: Handover, named: readonly { itemId: string, conversationId: string, note: string }[], nowMs: number,
): Promise<number> {
  const items = new Map(named.map((item) => [item.conversationId, item]))
  const listed = await listEntities(changes, 'handover_item', { fromPersonId: handover.fromPersonId, state: 'listed' })
  const fresh = (await lockOpenOf(changes, handover.fromPersonId)).filter(({ id }) => !listed.some(({ conversationId }) => conversationId === id))
  for (const conversation of fresh.toSorted((a, b) => Number(items.has(b.id)) - Number(items.has(a.id))).slice(0, AT_ONCE)) {
    const { itemId: id = context.ids.next(), note = '' } = items.get(conversation.id) ?? {}
    await listConversation(changes, handover, conversation, { id, note, state: 'listed' }, nowMs)
    await putWindow(changes, conversation, true, nowMs)
  }
  if (fresh.length > AT_ONCE) await setJob(changes.tx, changes.tenant, HANDOVER_REST_JOB, handover.id, nowMs)
  return fresh.length
}

/** H2: the job of a list that was too long for one commit; it sets itself anew until everything stands on it. */
export async function runHandoverRest(context: ApiContext, tenant: string, handoverId: string): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    const handover = await readEntity(changes, 'handover', handoverId)
    if (handover?.state !== 'open') return
    await lockOpenOf(changes, handover.fromPersonId)
    await listSome(context, changes, handover, [], context.clock.now())
  })
}
