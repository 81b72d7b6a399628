import type { Handover, HandoverItem } from '../../../domain/entities/handover.ts'
import { shiftAt } from '../../../domain/roster/shift-times.ts'
import { wake } from './desk.ts'
import { changePresence } from './duty.ts'
import { cancelOffer } from './offers.ts'
import { TEAM } from './plan.ts'
import { handBack } from './router.ts'
import { TIMERS } from './world.ts'
import type { World } from './world.ts'

/** H2, H5: a list of all that is open with somebody. Of a lost desk it goes to others at once; else the counterpart has until the limit (H3). */
export function beginHandover(world: World, personId: string, cause: Handover['cause']): void {
  const people = world.plan.workers.map(({ personId, skills, languages }) =>
    ({ personId, skills, languages, active: true, teamIds: [TEAM], presence: world.presence(personId), load: world.openOf(personId).length }))
  const toPersonId = world.rules.counterparts({ shifts: world.plan.shifts, people, personId, leavesAtMs: world.nowMs })[0]?.personId ?? null
  const handover: Handover = {
    id: world.id('handover'), teamId: TEAM, fromPersonId: personId, toPersonId, cause, state: 'open', startedAtMs: world.nowMs,
    limitAtMs: world.nowMs + TIMERS.handoverLimitMin * 60_000, settledAtMs: null,
  }
  world.handovers.set(handover.id, handover)
  world.count(`handover ${cause}`)
  const promises = [...world.promises.values()]
  for (const talk of [...world.live.values()]) {
    if (!world.rules.belongsOnList(talk, personId)) continue
    const facts = world.rules.itemFacts(talk, promises, () => TIMERS, world.nowMs)
    const item: HandoverItem = {
      id: world.id('item'), handoverId: handover.id, teamId: TEAM, fromPersonId: personId, toPersonId, note: '', state: 'listed', settledAtMs: null, contactedAtMs: null, ...facts,
    }
    world.putItem(item)
    world.tell({ kind: 'listed', item })
    world.time(talk.id, { kind: 'handover_window', atMs: world.nowMs, on: true })
  }
  world.tell({ kind: 'begun', personId, cause })
  if (cause === 'lost_desk' || toPersonId === null) escalate(world, handover.id)
  else {
    wake(world, toPersonId)
    world.at(handover.limitAtMs, () => { escalate(world, handover.id) })
  }
  settle(world, handover.id)
}

/** H3: from here on the conversation is the confirmer's, and T6 runs. */
export function confirm(world: World, item: HandoverItem, personId: string): void {
  const talk = world.talk(item.conversationId)
  if (!world.rules.itemStands(item, talk)) {
    settleItem(world, item, 'void')
    return
  }
  cancelOffer(world, talk.id)
  const taken = { ...item, toPersonId: personId }
  world.put(world.rules.givenTo(talk, personId, world.nowMs))
  world.time(talk.id, { kind: 'handed_over', atMs: world.nowMs, agentId: personId })
  settleItem(world, taken, 'confirmed')
  world.tell({ kind: 'moved_on', item: taken, before: talk, confirmed: true })
  wake(world, personId)
}

/** H3: what nobody confirmed goes to the next free agents. */
function escalate(world: World, handoverId: string): void {
  for (const item of world.listed.filter((one) => one.handoverId === handoverId)) {
    const talk = world.talk(item.conversationId)
    const stands = world.rules.itemStands(item, talk)
    if (stands) {
      handBack(world, talk.id)
      world.tell({ kind: 'moved_on', item, before: talk, confirmed: false })
    }
    settleItem(world, item, stands ? 'escalated' : 'void')
  }
}

/** A conversation that is over needs no confirmation any more. */
export function voidItem(world: World, talkId: string): void {
  for (const item of world.listed.filter(({ conversationId }) => conversationId === talkId)) {
    if (!world.rules.itemStands(item, world.talk(talkId))) settleItem(world, item, 'void')
  }
}

function settleItem(world: World, item: HandoverItem, state: HandoverItem['state']): void {
  world.putItem({ ...item, state, settledAtMs: world.nowMs })
  world.count(`item ${state}`)
  settle(world, item.handoverId)
}

function settle(world: World, handoverId: string): void {
  const handover = world.handovers.get(handoverId)
  if (handover?.state !== 'open' || !world.rules.isSettled([...world.items.values()].filter((item) => item.handoverId === handoverId))) return
  world.handovers.set(handoverId, { ...handover, state: 'done', settledAtMs: world.nowMs })
}

/** H5: who has handed everything over after the shift is signed off by the server. */
export function signOff(world: World, personId: string): void {
  if (world.presence(personId).state !== 'handover') return
  const around = {
    open: world.around(personId).open, listed: world.listed.filter(({ fromPersonId }) => fromPersonId === personId).length,
    onShift: shiftAt(world.plan.shifts, personId, world.nowMs) !== null,
  }
  if (world.rules.endsDuty(world.presence(personId), around)) changePresence(world, personId, { kind: 'system', to: 'off_duty', atMs: world.nowMs })
}
