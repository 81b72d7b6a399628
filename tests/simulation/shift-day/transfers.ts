import type { Transfer, TransferTo } from '../../../domain/entities/transfer.ts'
import { wake } from './desk.ts'
import { openOffer, settleOffer } from './offers.ts'
import { handBack, wakeRouter } from './router.ts'
import { TEAM } from './plan.ts'
import type { Talk } from './rows.ts'
import type { World } from './world.ts'

const ACCEPT_MS = 30_000
export const MOST_AGENTS = 2

/** `overrule`: a supervisor sets M4 to M7 aside; the customer is told in any case (M8). `proposed`: the program named the receiver. */
export interface Wish { fromId: string; talkId: string; target: TransferTo; reason: string | null; overrule?: boolean; proposed?: boolean }

/** Somebody wants to pass a customer on. @returns whether the rules let it */
export function offer(world: World, { fromId, talkId, target, reason, overrule = false, proposed = false }: Wish): boolean {
  const talk = world.talk(talkId)
  if (talk.state !== 'open' || talk.ownerId !== fromId || openOffer(world, talkId)) return false
  const receiver = target.kind === 'agent' ? world.presence(target.personId) : null
  const refusals = world.rules.transferRefusals({
    timers: talk.timers, channelKind: talk.channelKind, ownerId: fromId, transferredFrom: talk.transferredFrom, reason, line: true,
    receiver: receiver && { personId: receiver.id, state: receiver.state, reachable: receiver.reachable }, otherOwnerIds: world.otherOwners(talk), transferAgents: MOST_AGENTS,
  })
  for (const rule of refusals) world.count(`${overrule ? 'overruled' : 'refused'} ${rule}`)
  for (const rule of refusals.filter((rule) => proposed && receiver && (rule === 'M5' || rule === 'M7'))) world.tell({ kind: 'proposed_in_vain', personId: receiver?.id ?? '', rule })
  if (refusals.length > 0 && !overrule) return false
  const transfer: Transfer = {
    id: world.id('transfer'), conversationId: talkId, teamId: TEAM, customerName: talk.customerName, fromPersonId: fromId, target, note: '', reason, overruled: refusals,
    state: target.kind === 'agent' ? 'offered' : 'queued', offeredAtMs: world.nowMs, expiresAtMs: target.kind === 'agent' ? world.nowMs + ACCEPT_MS : null, settledAtMs: null,
  }
  world.putTransfer(transfer)
  world.tell({ kind: 'offered', transfer, receiver })
  world.count('offered')
  if (target.kind === 'agent') {
    wake(world, target.personId)
    world.in(ACCEPT_MS, () => { returnOffer(world, transfer.id, 'expired') })
  } else {
    world.put(world.rules.passedToQueue(talk, fromId, target))
    world.time(talkId, { kind: 'unassigned', atMs: world.nowMs })
    wakeRouter(world)
  }
  return true
}

/** The receiver says yes: from here on the customer is theirs. */
export function accept(world: World, id: string, personId: string): void {
  const transfer = world.transfers.get(id)
  const talk = transfer && world.talk(transfer.conversationId)
  if (transfer?.state !== 'offered' || talk?.state !== 'open' || talk.ownerId !== transfer.fromPersonId || !world.rules.dutyOf(world.presence(personId)).mayReceiveTransfer) return
  settleOffer(world, transfer, 'accepted')
  world.put(world.rules.passedOn(talk, transfer.fromPersonId, personId, world.nowMs))
  world.time(talk.id, { kind: 'assigned', atMs: world.nowMs, agentId: personId })
  world.tell({ kind: 'accepted', transfer })
  wakeRouter(world)
}

/** Declined, or nobody answered: back to the sender, or to the queue when the sender is gone. */
export function returnOffer(world: World, id: string, how: 'declined' | 'expired'): void {
  const transfer = world.transfers.get(id)
  if (transfer?.state !== 'offered') return
  const talk = world.talk(transfer.conversationId)
  const place = world.rules.returnsTo(talk, transfer, world.presence(transfer.fromPersonId))
  settleOffer(world, transfer, how)
  world.count(`returned to ${place}`)
  world.tell({ kind: 'returned', transfer, place })
  if (place === 'queue') handBack(world, talk.id)
  else wake(world, transfer.fromPersonId)
}

/** The first the rules propose; null = nobody may have it. */
export function proposed(world: World, ownerId: string, talk: Talk, nextBatchIds: readonly string[]): string | null {
  const wish = {
    ownerId, teamId: talk.teamId, skill: talk.skill, language: talk.language, otherOwnerIds: world.otherOwners(talk), knownIds: [], nextBatchIds, busyDeskCount: 10,
  }
  const first = world.rules.rankCandidates(wish, world.candidates())[0]
  return first?.refused === null ? first.personId : null
}
