import type { Conversation } from '../../../../domain/entities/conversation.ts'
import type { Person } from '../../../../domain/entities/people.ts'
import { figureOf } from '../../../../domain/figures/figures.ts'
import { passedToQueue } from '../../../../domain/transfer/moves.ts'
import { transferRefusals } from '../../../../domain/transfer/rules.ts'
import type { TransferRule } from '../../../../domain/transfer/rules.ts'
import type { MutationArgs } from '../../../../protocol/mutations.ts'
import { audit } from '../../../auth/audit.ts'
import { appendLine, systemLine } from '../../../channels/thread.ts'
import { TRANSFER_EXPIRY_JOB } from '../../../duty/return-offer.ts'
import { setJob } from '../../../jobs/schedule.ts'
import { lockAgents } from '../../../routing/candidates.ts'
import { recordMove } from '../../../routing/record-move.ts'
import { listEntities, readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { wakeRouting } from '../conversation.ts'
import { noAnswer, plainLine, sayAsAgent } from '../message.ts'
import { leads, lockConversation, mustBeOpen, serves } from '../mutator.ts'
import type { Act, Mutator } from '../mutator.ts'
import { otherOwners } from './other-owners.ts'

type Offer = MutationArgs<'transfer.offer'>

/** The colleague it goes to, of the same team; null: to a queue. Throws Refusal `not_found` */
async function receiverOf({ changes }: Act, { target }: Offer, teamId: string): Promise<Person | null> {
  if (target.kind === 'team' && !await readEntity(changes, 'team', target.teamId)) throw new Refusal('not_found', 'team')
  if (target.kind !== 'agent') return null
  const person = await readEntity(changes, 'person', target.personId)
  if (!person?.active || !serves(person) || !person.teamIds.includes(teamId)) throw new Refusal('not_found', 'person')
  return person
}

/** The rules that speak against it, M4 to M8, as things stand: the agents concerned are locked. */
async function refusalsOf(act: Act, conversation: Conversation, args: Offer, ownerId: string): Promise<TransferRule[]> {
  const { changes } = act
  const receiver = await receiverOf(act, args, conversation.teamId)
  await lockAgents(changes, [ownerId, ...receiver ? [receiver.id] : []])
  const presence = receiver && await readEntity(changes, 'presence', receiver.id)
  return transferRefusals({
    timers: conversation.timers, channelKind: conversation.channelKind, ownerId, transferredFrom: conversation.transferredFrom,
    reason: args.reason, line: args.line !== null && args.line.body.trim() !== '',
    receiver: receiver && { personId: receiver.id, state: presence?.state ?? 'off_duty', reachable: presence?.reachable ?? false },
    otherOwnerIds: await otherOwners(act, conversation), transferAgents: figureOf(await readEntity(changes, 'figures', conversation.teamId), 'transferAgents'),
  })
}

/** A supervisor sets M4 to M7 aside, with a reason, and it is on record. @returns what was set aside. Throws Refusal with the first rule that stands */
async function overruled({ context, changes, person, nowMs }: Act, conversation: Conversation, args: Offer, rules: TransferRule[]): Promise<TransferRule[]> {
  const may = args.overrule && leads(person, conversation) && (args.reason ?? '').trim() !== ''
  const stands = rules.find((rule) => rule === 'M8' || !may)
  if (stands) throw new Refusal(stands, args.target.kind === 'agent' ? args.target.personId : null)
  if (rules.length > 0) {
    await audit(changes, context.ids.next(), nowMs, {
      action: 'transfer.overruled', personId: person.id, subject: conversation.id, detail: { transferId: args.transferId, rules, reason: args.reason ?? '' },
    })
  }
  return rules
}

/**
 * M4 to M8: passes a customer on by choice. The line of M8 goes out first, checked like any other. A colleague is asked and until their yes everything
 * stays with the sender, the due too; a team's or skill's queue takes it at once, with the wait it has. A supervisor may do it for the owner.
 * Throws Refusal with the rule that spoke
 */
export const offerTransfer: Mutator<'transfer.offer'> = async (act, args) => {
  const { context, changes, person, nowMs } = act
  const conversation = await lockConversation(act, args.conversationId)
  const before = await readEntity(changes, 'transfer', args.transferId)
  if (before) {
    if (before.conversationId !== conversation.id) throw new Refusal('invalid', 'transfer id')
    return
  }
  const { ownerId } = conversation
  mustBeOpen(conversation)
  if (ownerId === null || (ownerId !== person.id && !leads(person, conversation))) throw new Refusal('reassigned')
  if ((await listEntities(changes, 'transfer', { conversationId: conversation.id, state: 'offered' })).length > 0) throw new Refusal('already_taken', 'offered')
  const setAside = await overruled(act, conversation, args, await refusalsOf(act, conversation, args, ownerId))
  const told = args.line === null ? conversation : await sayAsAgent(act, conversation, plainLine(conversation.id, args.line), noAnswer)
  const toAgent = args.target.kind === 'agent'
  const expiresAtMs = toAgent ? nowMs + figureOf(await readEntity(changes, 'figures', conversation.teamId), 'transferAcceptSec') * 1_000 : null
  await changes.put('transfer', {
    id: args.transferId, conversationId: conversation.id, teamId: conversation.teamId, customerName: conversation.customerName, fromPersonId: ownerId,
    target: args.target, note: args.note, reason: args.reason, overruled: setAside, state: toAgent ? 'offered' : 'queued',
    offeredAtMs: nowMs, expiresAtMs, settledAtMs: toAgent ? null : nowMs,
  })
  const line = { line: 'transfer_offered' as const, params: { transferId: args.transferId, fromId: ownerId } }
  if (args.target.kind === 'agent') {
    const said = await appendLine(changes, told, systemLine(context.ids.next(), line.line, { ...line.params, toId: args.target.personId }), nowMs)
    await changes.put('conversation', said.conversation)
    if (expiresAtMs !== null) await setJob(changes.tx, changes.tenant, TRANSFER_EXPIRY_JOB, args.transferId, expiresAtMs)
  } else {
    await changes.put('conversation', await recordMove(context, changes, passedToQueue(told, ownerId, args.target), line, nowMs))
    wakeRouting(act)
  }
}
