import type { Conversation } from '../../../../domain/entities/conversation.ts'
import { dutyOf } from '../../../../domain/presence/presence.ts'
import { givenTo } from '../../../../domain/transfer/moves.ts'
import { audit } from '../../../auth/audit.ts'
import { notify } from '../../../duty/notices.ts'
import { lockAgents } from '../../../routing/candidates.ts'
import { handBack } from '../../../routing/hand-back.ts'
import { fromOwner, recordMove } from '../../../routing/record-move.ts'
import { readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { wakeRouting } from '../conversation.ts'
import { leads, serves } from '../mutator.ts'
import type { Act, Mutator } from '../mutator.ts'

/** Those of the teams this person leads that are not over, locked by id. Throws Refusal `not_found` for one of another team */
async function lockLed({ changes, person }: Act, conversationIds: readonly string[]): Promise<Conversation[]> {
  const locked: Conversation[] = []
  for (const id of [...new Set(conversationIds)].sort()) {
    const conversation = await readEntity(changes, 'conversation', id, { lock: true })
    if (!conversation || !leads(person, conversation)) throw new Refusal('not_found', id)
    if (conversation.state === 'open' || conversation.state === 'queued') locked.push(conversation)
  }
  return locked
}

/** M5: whoever gets them serves customers of their teams and is there. The agent is locked. Throws Refusal */
async function mustReceive({ changes }: Act, personId: string, conversations: readonly Conversation[]): Promise<void> {
  const receiver = await readEntity(changes, 'person', personId)
  if (!receiver?.active || !serves(receiver) || conversations.some(({ teamId }) => !receiver.teamIds.includes(teamId))) throw new Refusal('not_allowed')
  if (!dutyOf(await readEntity(changes, 'presence', personId)).mayReceiveTransfer) throw new Refusal('M5', personId)
}

/** Those who had them are told, each how many; and who gets them. */
async function tellMoved({ context, changes, person, nowMs }: Act, moved: readonly Conversation[], toPersonId: string | null): Promise<void> {
  const params = (count: number) => ({ count, byId: person.id, toId: toPersonId ?? '' })
  for (const [ownerId, theirs] of Map.groupBy(moved, (conversation) => conversation.ownerId)) {
    if (ownerId !== null && ownerId !== person.id) await notify(changes, context.ids, [ownerId], 'moved', params(theirs.length), nowMs)
  }
  if (toPersonId !== null && toPersonId !== person.id) await notify(changes, context.ids, [toPersonId], 'moved', params(moved.length), nowMs)
}

/**
 * A supervisor moves conversations of the teams they lead, in illness or an incident: to somebody who is there (M5), or to the front of the
 * queue. No transfer by choice (M6); on record with its reason. What is closed stays as it is.
 */
export const reassign: Mutator<'conversation.reassign'> = async (act, { conversationIds, toPersonId, reason }) => {
  const { context, changes, person, nowMs } = act
  const movable = (await lockLed(act, conversationIds)).filter(({ state, ownerId }) => (toPersonId === null ? state === 'open' : ownerId !== toPersonId))
  await lockAgents(changes, [...movable.flatMap(({ ownerId }) => ownerId ?? []), ...toPersonId === null ? [] : [toPersonId]])
  if (toPersonId !== null) await mustReceive(act, toPersonId, movable)
  for (const conversation of movable) {
    await changes.put('conversation', toPersonId === null ? await handBack(context, changes, conversation, nowMs) : await recordMove(
      context, changes, givenTo(conversation, toPersonId, nowMs), { line: 'reassigned', params: { ...fromOwner(conversation), toId: toPersonId, byId: person.id } }, nowMs))
  }
  if (movable.length === 0) return
  await tellMoved(act, movable, toPersonId)
  await audit(changes, context.ids.next(), nowMs, {
    action: 'conversation.reassigned', personId: person.id, subject: toPersonId, detail: { conversationIds: movable.map(({ id }) => id), reason },
  })
  wakeRouting(act)
}
