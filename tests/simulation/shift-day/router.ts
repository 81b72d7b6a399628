import { wake } from './desk.ts'
import { cancelOffer } from './offers.ts'
import type { Talk } from './rows.ts'
import type { World } from './world.ts'

const PASS_MS = 1_000

/** Somebody waits, or somebody has room: the queue is looked through once in a second at most. */
export function wakeRouter(world: World): void {
  if (world.routerWoken) return
  world.routerWoken = true
  world.in(PASS_MS, () => {
    world.routerWoken = false
    passThrough(world)
  })
}

function passThrough(world: World): void {
  const queue = [...world.live.values()].filter(({ state }) => state === 'queued')
    .map((talk) => ({ talk, id: talk.id, priority: talk.priority, tier: talk.tier, queuedAtMs: talk.queuedAtMs ?? talk.startedAtMs, agingSec: 180 }))
    .sort(world.rules.compareQueue)
  let candidates = queue.length > 0 ? world.candidates() : []
  for (const { talk } of queue) {
    if (!candidates.some(({ state, load, limit }) => state === 'online' && load < limit)) break
    const knownAgentId = world.answeredBy.get(talk.customerId) ?? null
    const counterpartId = knownAgentId === null ? null : tookOverFrom(world, knownAgentId)
    const { agentId } = world.rules.chooseAgent({ teamId: talk.teamId, skill: talk.skill, language: talk.language, tier: talk.tier, knownAgentId, counterpartId }, candidates)
    if (agentId === null) continue
    give(world, talk, agentId, counterpartId)
    candidates = world.candidates()
  }
}

/** H6: who has taken over from somebody off duty. */
export function tookOverFrom(world: World, personId: string): string | null {
  if (world.presence(personId).state !== 'off_duty') return null
  return [...world.handovers.values()].filter(({ fromPersonId, cause }) => fromPersonId === personId && cause === 'shift_end').at(-1)?.toPersonId ?? null
}

function give(world: World, talk: Talk, personId: string, counterpartId: string | null): void {
  world.put(world.rules.givenTo(talk, personId, world.nowMs))
  world.time(talk.id, { kind: 'assigned', atMs: world.nowMs, agentId: personId })
  world.lastAssignedAtMs.set(personId, world.nowMs)
  world.tell({ kind: 'routed', talkId: talk.id, personId, counterpartId, queuedAtMs: talk.queuedAtMs ?? talk.startedAtMs })
  if (counterpartId === personId) world.count('to the counterpart')
  wake(world, personId)
}

/** H5, H6: an agent's conversation goes to the front of the queue. */
export function handBack(world: World, id: string): void {
  cancelOffer(world, id)
  world.put(world.rules.handedBack(world.talk(id)))
  world.time(id, { kind: 'unassigned', atMs: world.nowMs })
  world.count('handed back')
  wakeRouter(world)
}
