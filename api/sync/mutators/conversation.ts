import { advanceTimers, rulesOf } from '../../channels/conversation-timers.ts'
import { appendLine, systemLine } from '../../channels/thread.ts'
import type { Conversation, SystemLine } from '../../../domain/entities/conversation.ts'
import type { Shift } from '../../../domain/entities/roster.ts'
import { leftRefusal } from '../../../domain/left/left-messages.ts'
import type { TimerEvent } from '../../../domain/timers/events.ts'
import { noteReceiver } from '../../duty/handover-list.ts'
import { endPending } from '../../duty/pending.ts'
import { readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import { lockConversation, lockOwn, lockOwnOrLed, serves } from './mutator.ts'
import type { Act, Mutator } from './mutator.ts'

/** Puts the conversation with a system line at the end and its timers moved on. */
export async function putWithLine(
  { context, changes, nowMs }: Act, conversation: Conversation, kind: SystemLine['kind'], params: SystemLine['params'], events: TimerEvent[],
): Promise<void> {
  const rules = await rulesOf(changes, conversation)
  const said = await appendLine(changes, conversation, systemLine(context.ids.next(), kind, params), nowMs)
  await changes.put('conversation', await advanceTimers(changes, said.conversation, rules, events))
}

/** After the commit: somebody has room, or a conversation waits. */
export function wakeRouting({ context, changes }: Act): void {
  changes.afterCommit(() => context.routing.wake(changes.tenant))
}

/** Throws Refusal `limit_reached` when this person holds as many as they may; their row is locked, so that two takers cannot both find room. (L2) */
export async function mustHaveRoom({ changes: { tx, tenant }, person }: Act): Promise<void> {
  const [locked] = await tx<{ limit: number }[]>`
    select conversation_limit as limit from person where tenant = ${tenant} and id = ${person.id} for update`
  const [held] = await tx<{ count: number }[]>`
    select count(*) as count from conversation where tenant = ${tenant} and owner_id = ${person.id} and state = 'open'`
  if ((held?.count ?? 0) >= (locked?.limit ?? 0)) throw new Refusal('limit_reached')
}

/** D11: a message left in the day is the day shift's. Throws Refusal */
async function mustBeOfTheShift({ changes, person, nowMs }: Act, { teamId, lastMessageAtMs }: Conversation): Promise<void> {
  const { tx, tenant } = changes
  const shifts = await tx<Pick<Shift, 'personId' | 'kind' | 'fromMs' | 'toMs'>[]>`
    select person_id as "personId", kind, from_ms as "fromMs", to_ms as "toMs" from shift
    where tenant = ${tenant} and team_id = ${teamId} and from_ms <= ${nowMs} and to_ms > ${lastMessageAtMs}`
  const mine = shifts.filter(({ personId }) => personId === person.id)
  const rule = leftRefusal({ leftAtMs: lastMessageAtMs, nowMs, mine, team: shifts })
  if (rule) throw new Refusal(rule)
}

export const takeConversation: Mutator<'conversation.take'> = async (act, { conversationId }) => {
  const { person, nowMs } = act
  const conversation = await lockConversation(act, conversationId)
  if (conversation.state === 'open' && conversation.ownerId === person.id) return
  if (!serves(person) || !person.teamIds.includes(conversation.teamId)) throw new Refusal('not_allowed')
  if (conversation.state === 'closed') throw new Refusal('closed')
  if (conversation.state === 'open') throw new Refusal('already_taken')
  if (conversation.state === 'left') await mustBeOfTheShift(act, conversation)
  await mustHaveRoom(act)
  const begins: TimerEvent[] = conversation.state === 'left' ? [{ kind: 'shift_began', atMs: nowMs }] : []
  const contact = await noteReceiver(act.changes, conversation.id, person.id)
  await putWithLine(act, { ...conversation, state: 'open', ownerId: person.id, queuedAtMs: null, assignedAtMs: nowMs },
    'assigned', { personId: person.id }, [...begins, { kind: contact ? 'handed_over' : 'assigned', atMs: nowMs, agentId: person.id }])
}

export const seeConversation: Mutator<'conversation.seen'> = async (act, { conversationId, position }) => {
  const conversation = await readEntity(act.changes, 'conversation', conversationId, { lock: true })
  // A late "seen" of somebody who no longer has it tells nothing, and nobody wants it in an inbox.
  if (conversation?.ownerId !== act.person.id) return
  const seenPosition = Math.min(position, conversation.lastPosition)
  if (seenPosition > conversation.seenPosition) await act.changes.put('conversation', { ...conversation, seenPosition })
}

export const closeConversation: Mutator<'conversation.close'> = async (act, args) => {
  const conversation = await lockOwnOrLed(act, args.conversationId)
  if (conversation.state === 'closed') return
  const { timers } = conversation
  // D9: a customer wrote and nobody ever answered.
  if (timers.turnNo > 0 && timers.first.agentSettledAtMs === null && !args.withoutReply && !conversation.spam) {
    throw new Refusal('unanswered')
  }
  await endPending(act.changes, conversation.id, act.nowMs)
  await putWithLine(act, {
    ...conversation, state: 'closed', closedAtMs: act.nowMs, queuedAtMs: null, enquiryClass: args.enquiryClass, outcome: args.outcome,
  }, 'closed', { personId: act.person.id }, [{ kind: 'closed', atMs: act.nowMs }])
  wakeRouting(act)
}

export const reopenConversation: Mutator<'conversation.reopen'> = async (act, { conversationId }) => {
  const conversation = await lockOwn(act, conversationId)
  if (conversation.state === 'open') return
  if (conversation.state !== 'closed') throw new Refusal('not_allowed')
  await putWithLine(act, { ...conversation, state: 'open', closedAtMs: null },
    'reopened', { personId: act.person.id }, [{ kind: 'reopened', atMs: act.nowMs }])
}

export const markSpam: Mutator<'conversation.spam'> = async (act, { conversationId, on }) => {
  const conversation = await lockOwnOrLed(act, conversationId)
  if (conversation.spam === on) return
  await putWithLine(act, { ...conversation, spam: on }, 'spam', { on: on ? 1 : 0, personId: act.person.id }, [])
}
