import type { HandoverItem } from '../../../domain/entities/handover.ts'
import type { OnDuty } from '../../../domain/meal/check.ts'
import type { MealPlan } from '../../../domain/entities/roster.ts'
import type { Fact } from './facts.ts'
import type { Talk } from './rows.ts'
import type { Witness } from './witness.ts'
import type { World } from './world.ts'

type Say = (rule: string, what: string) => void

const AWAY: readonly string[] = ['meal', 'away', 'training', 'off_duty', 'handover']
const AT_WORK: readonly string[] = ['online', 'hung_up', 'handover']

/** What may not happen, told by what did happen in this step. */
export function checkFact(world: World, seen: Witness, fact: Fact, say: Say): void {
  switch (fact.kind) {
    case 'customer_wrote': return checkWrote(world, seen, fact.talkId, say)
    case 'agent_wrote': {
      const { ownerId } = world.talk(fact.talkId)
      if (ownerId !== fact.personId) say('two agents', `${fact.personId} answers in ${fact.talkId} of ${String(ownerId)}`)
      return
    }
    case 'routed': return checkRouted(world, fact, say)
    case 'offered': return checkOffered(world, seen, fact, say)
    case 'accepted': {
      if (fact.transfer.target.kind === 'agent' && !takes(world, fact.transfer.target.personId)) say('M5', `${fact.transfer.target.personId} takes ${fact.transfer.id} and is hung up`)
      return
    }
    case 'returned': {
      const { state, reachable } = world.presence(fact.transfer.fromPersonId)
      if (fact.place === 'sender' && !(reachable && AT_WORK.includes(state))) say('returns', `${fact.transfer.id} returns to ${fact.transfer.fromPersonId}, who is ${state}`)
      return
    }
    case 'listed': {
      const lost = [...seen.promised.get(fact.item.conversationId) ?? []].filter((id) => !fact.item.promiseIds.includes(id))
      for (const id of lost) say('H4', `${id} is not on the list of ${fact.item.fromPersonId}`)
      checkCounterpart(world, fact.item, say)
      return
    }
    case 'moved_on': return checkMovedOn(world, fact, say)
    case 'proposed_in_vain': return say('proposed', `${fact.personId} was proposed and is refused: ${fact.rule}`)
    case 'gate_shut': return say('gate', `${fact.personId} was let go by the desk and held by the server`)
    case 'begun': {
      if (fact.cause !== 'lost_desk') checkComplete(world, fact.personId, say)
      if (fact.cause === 'shift_end' && fact.personId.startsWith('night')) say('H8', `${fact.personId} hands over, and nobody comes`)
      return
    }
    case 'left_seat': {
      const waiting = [...seen.waitsSinceMs.keys()].filter((id) => world.talk(id).ownerId === fact.personId)
      if (!fact.letGo && waiting.length > 0) say('M4', `${fact.personId} goes to ${fact.to}, ${waiting.length} customers wait`)
      return
    }
    case 'meal_plan': return checkMealPlan(fact.plan, fact.people, say)
    default:
  }
}

/** M9, M10: who writes to somebody away is answered by the server. T5: who asks somebody handing over has that target. */
function checkWrote(world: World, seen: Witness, talkId: string, say: Say): void {
  const { ownerId, timers } = world.talk(talkId)
  const isListed = world.listed.some((item) => item.conversationId === talkId && item.fromPersonId === ownerId)
  if (isListed && seen.waitsSinceMs.get(talkId) === world.nowMs && timers.turn?.target !== 'T5') say('T5', `${talkId} is asked of ${String(ownerId)}, who hands over`)
  const replied = world.facts.some((fact) => fact.kind === 'auto_replied' && fact.talkId === talkId)
  if (ownerId !== null && AWAY.includes(world.presence(ownerId).state) !== replied) say('auto-reply', `${talkId} of ${ownerId}, who is ${world.presence(ownerId).state}`)
}

const takes = (world: World, personId: string): boolean => world.presence(personId).state === 'online' && world.presence(personId).reachable

function checkOffered(world: World, seen: Witness, { transfer, receiver }: Extract<Fact, { kind: 'offered' }>, say: Say): void {
  const { id, conversationId, target, reason, overruled, fromPersonId } = transfer
  const talk = world.talk(conversationId)
  if (receiver && !(receiver.state === 'online' && receiver.reachable)) say('M5', `${id} goes to ${receiver.id}, who is ${receiver.state}`)
  const third = world.otherOwners(talk).filter((owner) => owner !== fromPersonId && !(target.kind === 'agent' && target.personId === owner))
  if (third.length > 0 && !overruled.includes('M7')) say('M7', `${talk.customerId} is with ${third.join()}, too`)
  if (seen.answered.has(conversationId) && !reason) say('M4', `${conversationId} is running and passed on without a reason`)
}

function checkRouted(world: World, { talkId, personId, counterpartId, queuedAtMs }: Extract<Fact, { kind: 'routed' }>, say: Say): void {
  const talk = world.talk(talkId)
  const worker = world.workers.get(personId)
  if (!worker) return
  if (!takes(world, personId)) say('L2', `${talkId} goes to ${personId}, who is ${world.presence(personId).state}`)
  if (world.openOf(personId).length > worker.limit) say('L2', `${personId} has more than ${worker.limit}`)
  if (counterpartId !== null && counterpartId !== personId && takes(world, counterpartId) && world.openOf(counterpartId).length < (world.workers.get(counterpartId)?.limit ?? 0)) {
    say('H6', `${talkId} goes to ${personId} and not to the counterpart ${counterpartId}`)
  }
  if (personId === counterpartId || world.answeredBy.get(talk.customerId) === personId) return
  if (talk.skill !== null && !worker.skills.includes(talk.skill)) say('L2', `${personId} cannot do ${talk.skill}`)
  if (!worker.languages.includes(talk.language)) say('L2', `${personId} does not speak ${talk.language}`)
  const passed = [...world.live.values()].find((other) => isAlike(talk, other) && (other.queuedAtMs ?? queuedAtMs) < queuedAtMs)
  if (passed) say('K19', `${talkId} goes before ${passed.id}, which waits longer`)
}

const isAlike = (a: Talk, b: Talk): boolean => b.state === 'queued' && a.tier === b.tier && a.priority === b.priority && a.skill === b.skill && a.language === b.language

/** H2: who is to take it works on, and is somebody else. */
function checkCounterpart(world: World, { id, fromPersonId, toPersonId }: HandoverItem, say: Say): void {
  if (toPersonId === null) return
  const worksOn = world.shiftsOf(toPersonId).some((shift) => shift.toMs > world.nowMs + 60_000 && shift.fromMs < world.nowMs + 3_600_000)
  if (toPersonId === fromPersonId || !worksOn) say('H2', `${id} goes to ${toPersonId}, who does not work on`)
}

/** H3, T6: it was still the leaver's, it is the confirmer's, and its customer is to be contacted. */
function checkMovedOn(world: World, { item, before, confirmed }: Extract<Fact, { kind: 'moved_on' }>, say: Say): void {
  const { ownerId, timers } = world.talk(item.conversationId)
  if (before.state !== 'open' || before.ownerId !== item.fromPersonId) say('H3', `${before.id} was ${before.state} with ${String(before.ownerId)} and is taken from ${item.fromPersonId}`)
  if (ownerId !== (confirmed ? item.toPersonId : null)) say('H3', `${before.id} was handed over and belongs to ${String(ownerId)}`)
  if (confirmed && !timers.contact) say('T6', `${before.id} was handed over and nobody has to contact its customer`)
}

/** H2, H5: nothing open is left out of a list. */
function checkComplete(world: World, personId: string, say: Say): void {
  const listed = new Set(world.listed.filter(({ fromPersonId }) => fromPersonId === personId).map(({ conversationId }) => conversationId))
  for (const { id } of world.openOf(personId)) if (!listed.has(id)) say('H2', `${id} is not on the list of ${personId}`)
}

/** M2: minute by minute, without any rule of the product. */
function checkMealPlan({ batches, meal }: MealPlan, people: readonly OnDuty[], say: Say): void {
  const fromMs = Math.min(...batches.map((batch) => batch.fromMs))
  const toMs = Math.max(...batches.map((batch) => batch.toMs))
  for (let atMs = fromMs; atMs < toMs; atMs += 60_000) {
    const working = people.filter((one) => one.fromMs <= atMs && atMs < one.toMs)
    const left = working.filter(({ personId }) => !batches.some((batch) => batch.fromMs <= atMs && atMs < batch.toMs && batch.personIds.includes(personId)))
    for (const ability of ['pre_sale', 'after_sale', 'logistics', 'zh', 'en']) {
      const able = ({ skills, languages }: OnDuty): boolean => [...skills, ...languages].includes(ability)
      if (working.some(able) && !left.some(able)) return say('M2', `${meal} leaves nobody for ${ability}`)
    }
  }
  const eaters = batches.flatMap(({ personIds }) => personIds)
  if (new Set(eaters).size < eaters.length) say('M2', 'somebody eats twice')
}
