import { wake } from './desk.ts'
import { changePresence, setOwn } from './duty.ts'
import { beginHandover } from './handovers.ts'
import type { Outage } from './plan.ts'
import { say } from './talking.ts'
import { MOST_AGENTS, offer, proposed } from './transfers.ts'
import type { World } from './world.ts'

const MINUTE_MS = 60_000

/** A power cut: nobody works there; back again the agent finds what the server has done. */
export function loseDesk(world: World, { personId, fromMs, toMs }: Outage): void {
  world.at(fromMs, () => {
    cutOff(world, personId, 'dead')
    world.count('lost desks')
  })
  world.at(toMs, () => { reconnect(world, personId) })
}

/** Without network the agent works on: what is done there comes later, with its own time. */
export function goOffline(world: World, { personId, fromMs, toMs }: Outage): void {
  const desk = world.desk(personId)
  const doneAt = (minutes: number, what: (atMs: number) => void): void => {
    const atMs = fromMs + minutes * MINUTE_MS
    world.at(atMs, () => { desk.outbox.push(() => { what(atMs) }) })
  }
  world.at(fromMs, () => {
    cutOff(world, personId, 'offline')
    for (const { id } of world.openOf(personId)) doneAt(world.random.int(1, 5), () => { say(world, personId, id, 'answer') })
  })
  doneAt(10, (atMs) => { setOwn(world, personId, 'hung_up', null, atMs) })
  doneAt(12, (atMs) => { setOwn(world, personId, 'away', atMs + 10 * MINUTE_MS, atMs) })
  doneAt(25, (atMs) => { setOwn(world, personId, 'online', null, atMs) })
  doneAt(32, (atMs) => {
    setOwn(world, personId, 'handover', null, atMs)
    beginHandover(world, personId, 'meeting')
  })
  doneAt(38, (atMs) => { setOwn(world, personId, 'online', null, atMs) })
  // Meanwhile the supervisor says so, too: what the agent did before that is told and changes nothing.
  if (world.random.chance(0.5)) {
    world.at(fromMs + 20 * MINUTE_MS, () => {
      changePresence(world, personId, { kind: 'set_for', byId: 'supervisor', to: 'away', reason: 'not heard of', untilMs: null, atMs: world.nowMs })
    })
  }
  world.at(toMs, () => { reconnect(world, personId) })
}

function cutOff(world: World, personId: string, link: 'dead' | 'offline'): void {
  Object.assign(world.desk(personId), { link, silentSinceMs: world.nowMs })
}

function reconnect(world: World, personId: string): void {
  const desk = world.desk(personId)
  Object.assign(desk, { link: 'up', silentSinceMs: null, leaving: null })
  changePresence(world, personId, { kind: 'heard', reachable: true, atMs: world.nowMs })
  for (const done of desk.outbox.splice(0)) done()
  comeBackFromIdle(world, personId)
  wake(world, personId)
}

/** M10: the agent walks off and says nothing; the screen reports it. */
export function walkOff(world: World, { personId, fromMs, toMs }: Outage): void {
  world.at(fromMs, () => {
    if (world.desk(personId).link !== 'up') return
    changePresence(world, personId, { kind: 'set', by: 'idle', to: 'away', reason: 'idle', untilMs: null, atMs: world.nowMs })
  })
  world.at(toMs, () => { comeBackFromIdle(world, personId) })
}

function comeBackFromIdle(world: World, personId: string): void {
  const { state, cause } = world.presence(personId)
  if (state !== 'away' || cause !== 'idle' || world.desk(personId).link !== 'up') return
  changePresence(world, personId, { kind: 'set', by: 'idle', to: 'online', reason: null, untilMs: null, atMs: world.nowMs })
  wake(world, personId)
}

/** M6: the supervisor passes on a customer who has been with enough agents already; again until somebody takes one. */
export function overrule(world: World): void {
  const talk = [...world.live.values()].find(({ state, transferredFrom, ownerId }) =>
    state === 'open' && ownerId !== null && new Set([...transferredFrom, ownerId]).size >= MOST_AGENTS)
  const fromId = talk?.ownerId
  const personId = talk && fromId ? proposed(world, fromId, talk, []) : null
  if (talk && fromId && personId !== null && !talk.transferredFrom.includes(personId)) {
    offer(world, { fromId, talkId: talk.id, target: { kind: 'agent', personId }, reason: 'the only one who knows', overrule: true })
  }
  world.in(MINUTE_MS, () => {
    const taken = [...world.transfers.values()].some(({ state, overruled, offeredAtMs }) => state === 'accepted' && overruled.includes('M6') && world.nowMs - offeredAtMs <= MINUTE_MS)
    if (taken) world.count('overruled')
    else overrule(world)
  })
}
