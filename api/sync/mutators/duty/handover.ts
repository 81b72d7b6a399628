import type { Handover } from '../../../../domain/entities/handover.ts'
import { itemStands } from '../../../../domain/handover/settle.ts'
import { dutyOf } from '../../../../domain/presence/presence.ts'
import { givenTo } from '../../../../domain/transfer/moves.ts'
import { policyOf } from '../../../../domain/timers/policy.ts'
import type { MutationArgs } from '../../../../protocol/mutations.ts'
import { changePresence } from '../../../duty/change-presence.ts'
import { HANDOVER_LIMIT_JOB } from '../../../duty/handover-limit.ts'
import { listSome, lockOpenOf } from '../../../duty/handover-list.ts'
import { notify } from '../../../duty/notices.ts'
import { settleHandover } from '../../../duty/pending.ts'
import { setJob } from '../../../jobs/schedule.ts'
import { lockAgents } from '../../../routing/candidates.ts'
import { recordMove } from '../../../routing/record-move.ts'
import { listEntities, readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { leads, lockConversation, serves } from '../mutator.ts'
import type { Act, Mutator } from '../mutator.ts'

/** Throws Refusal `not_found` unless the counterpart is a colleague of the team who serves customers. */
async function mustBeColleague({ changes, person }: Act, personId: string, teamId: string): Promise<void> {
  const other = await readEntity(changes, 'person', personId)
  if (personId === person.id || !other?.active || !serves(other) || !other.teamIds.includes(teamId)) throw new Refusal('not_found', 'person')
}

async function newHandover(act: Act, args: MutationArgs<'handover.begin'>): Promise<Handover> {
  const team = await readEntity(act.changes, 'team', args.teamId)
  if (!team || !act.person.teamIds.includes(team.id)) throw new Refusal('not_allowed')
  if (args.toPersonId !== null) await mustBeColleague(act, args.toPersonId, team.id)
  const limitAtMs = act.nowMs + policyOf(team, 'web_chat')(act.nowMs).handoverLimitMin * 60_000
  return {
    id: args.handoverId, teamId: team.id, fromPersonId: act.person.id, toPersonId: args.toPersonId, cause: args.cause, state: 'open',
    startedAtMs: act.nowMs, limitAtMs, settledAtMs: null,
  }
}

/** A long list comes in parts, each of which fits a commit: what is named now and not listed yet is listed, and a note that was missing is added. */
async function goOn({ context, changes, person, nowMs }: Act, handover: Handover, items: MutationArgs<'handover.begin'>['items']): Promise<void> {
  if (handover.state !== 'open') return
  await lockOpenOf(changes, person.id)
  await listSome(context, changes, handover, items, nowMs)
  const notes = new Map(items.map(({ conversationId, note }) => [conversationId, note]))
  for (const item of await listEntities(changes, 'handover_item', { handoverId: handover.id, state: 'listed' }, { lock: true })) {
    const note = notes.get(item.conversationId) ?? ''
    if (item.note === '' && note !== '') await changes.put('handover_item', { ...item, note })
  }
}

/**
 * H1, H2, H4: the list of everything the person holds now goes to the counterpart, also what they did not name; what the server moved on
 * meanwhile is theirs no more and stands on no list again. They keep their customers until each is confirmed.
 */
export const beginHandover: Mutator<'handover.begin'> = async (act, args) => {
  const { context, changes, person, nowMs, atMs } = act
  const before = await readEntity(changes, 'handover', args.handoverId)
  if (before && before.fromPersonId !== person.id) throw new Refusal('invalid', 'handover id')
  if (before) return goOn(act, before, args.items)
  const handover = await newHandover(act, args)
  await lockOpenOf(changes, person.id)
  await changePresence(context, changes, person.id, {
    kind: 'set', by: 'agent', to: 'handover', reason: null, untilMs: null, atMs: Math.min(atMs, nowMs),
  }, nowMs)
  await changes.put('handover', handover)
  // Read again: whoever came while we waited for the agent's lock. A crossed lock is rolled back and run again.
  const count = await listSome(context, changes, handover, args.items, nowMs)
  await settleHandover(changes, handover.id, nowMs)
  if (count === 0) return
  await setJob(changes.tx, changes.tenant, HANDOVER_LIMIT_JOB, handover.id, handover.limitAtMs)
  if (args.toPersonId !== null) {
    await notify(changes, context.ids, [args.toPersonId], 'handover', { handoverId: handover.id, fromId: person.id, count }, nowMs)
  }
}

/**
 * H3, H7: the counterpart takes one customer, in the same thread; T6 runs from here. Whom the list names may, anybody of the team when it names
 * nobody, and who leads it. More than their limit may come that way: these customers are here already.
 * Throws Refusal `closed` for what is off the list, `already_taken` for what went to the next free agent, M5 when the counterpart is not at work
 */
export const confirmHandover: Mutator<'handover.confirm'> = async (act, { itemId }) => {
  const { context, changes, person, nowMs } = act
  const seen = await readEntity(changes, 'handover_item', itemId)
  if (!seen) throw new Refusal('not_found')
  const conversation = await lockConversation(act, seen.conversationId)
  await lockAgents(changes, [seen.fromPersonId, person.id])
  const item = await readEntity(changes, 'handover_item', itemId, { lock: true })
  if (!item || !serves(person) || !person.teamIds.includes(item.teamId)) throw new Refusal('not_allowed')
  if (item.state === 'confirmed' && item.toPersonId === person.id) return
  if (!itemStands(item, conversation)) throw new Refusal(item.state === 'confirmed' || item.state === 'escalated' ? 'already_taken' : 'closed', item.state)
  if (item.toPersonId !== null && item.toPersonId !== person.id && !leads(person, item)) throw new Refusal('not_allowed')
  const presence = await readEntity(changes, 'presence', person.id)
  if (!presence?.reachable || !dutyOf(presence).countsInLoad) throw new Refusal('M5', person.id)
  await changes.put('handover_item', { ...item, state: 'confirmed', toPersonId: person.id, settledAtMs: nowMs })
  await settleHandover(changes, item.handoverId, nowMs)
  await changes.put('conversation', await recordMove(context, changes, givenTo(conversation, person.id, nowMs), {
    line: 'handed_over', params: { handoverId: item.handoverId, fromId: item.fromPersonId, toId: person.id }, contact: true,
  }, nowMs))
}
