import type { Presence } from '../../../domain/entities/people.ts'
import type { Talk } from './rows.ts'
import { MOST_AGENTS } from './transfers.ts'
import { GRACE_SEC, SWEEP_MS } from './sweep.ts'
import type { Witness } from './witness.ts'
import { TIMERS } from './world.ts'
import type { World } from './world.ts'

type Say = (rule: string, what: string) => void

const ABSENT: readonly string[] = ['meal', 'away', 'training']
/** A desk is silent for that long before its customers are with others. */
const LOST_MS = (TIMERS.unreachableSec + TIMERS.handoverSec) * 1_000
const MINUTE_MS = 60_000

/**
 * What may not be, at every step: of what somebody wrote or did in it, and of all that goes wrong by time alone or by where its agent is.
 * Other rows are as they were when they were looked at last.
 */
export function checkState(world: World, seen: Witness, say: Say): void {
  for (const id of world.touched) {
    checkWait(world, seen, world.talk(id), say)
    checkPasses(world, seen, world.talk(id), say)
    checkPromises(world, seen, world.talk(id), say)
  }
  const absent = new Set<string>()
  for (const presence of world.presences.values()) {
    if (presence.state !== 'online' || world.desk(presence.id).silentSinceMs !== null) absent.add(presence.id)
    checkLate(world, presence, say)
  }
  for (const talk of world.live.values()) {
    if (talk.state === 'open' && talk.ownerId !== null && absent.has(talk.ownerId)) checkOwner(world, seen, talk, talk.ownerId, say)
  }
  for (const { id, handoverId } of world.listed) {
    const handover = world.handovers.get(handoverId)
    if (handover?.state !== 'open') say('H3', `${id} is listed in ${handoverId}, which is settled`)
    else if (world.nowMs > handover.limitAtMs + SWEEP_MS) say('H3', `${id} is not confirmed and nobody takes it on`)
  }
  for (const { id, expiresAtMs } of world.offers) if (expiresAtMs !== null && world.nowMs > expiresAtMs) say('M5', `${id} is open after its time`)
}

/** T: a transfer, a handover, a lost desk or the queue never restarts a customer's wait. */
function checkWait(world: World, seen: Witness, { id, timers, state, queuedAtMs }: Talk, say: Say): void {
  const sinceMs = seen.waitsSinceMs.get(id) ?? null
  if ((timers.turn?.sinceMs ?? null) !== sinceMs) say('wait', `${id} waits since ${String(sinceMs)}, its timers say ${String(timers.turn?.sinceMs)}`)
  if (state === 'queued' && sinceMs !== null && (queuedAtMs ?? world.nowMs) > sinceMs) say('wait', `${id} stands in the queue as if it had come later`)
}

/** M6: nobody passes a customer on to a third agent but a supervisor. */
function checkPasses(world: World, seen: Witness, { id, ownerId }: Talk, say: Say): void {
  const senders = seen.senders.get(id)
  if (!senders || ownerId === null || !world.live.has(id) || seen.overruled.has(id)) return
  if (senders.size + (senders.has(ownerId) ? 0 : 1) > MOST_AGENTS) say('M6', `${id} was with ${[...senders].join()} and is with ${ownerId}`)
}

/** T8, H4: what was promised and is not kept yet stays with the conversation, and that stays open. */
function checkPromises(world: World, seen: Witness, { id, timers }: Talk, say: Say): void {
  for (const promiseId of seen.promised.get(id) ?? []) {
    if (!world.live.has(id) || !timers.promises.some((promise) => promise.id === promiseId)) say('T8', `${promiseId} of ${id} is lost`)
  }
}

/** H5, M9: nobody waits for somebody who is not there. */
function checkOwner(world: World, seen: Witness, { id }: Talk, ownerId: string, say: Say): void {
  const { state, sinceMs } = world.presence(ownerId)
  if (state === 'off_duty') say('H5', `${id} is open at ${ownerId}, who is off duty`)
  const { silentSinceMs } = world.desk(ownerId)
  if (silentSinceMs !== null && world.nowMs > silentSinceMs + LOST_MS + SWEEP_MS) say('lost desk', `${id} is open at ${ownerId}, who is not heard of`)
  const waitsSinceMs = seen.waitsSinceMs.get(id)
  if (waitsSinceMs === undefined || !ABSENT.includes(state)) return
  if (world.nowMs > Math.max(waitsSinceMs, sinceMs) + GRACE_SEC * 1_000 + SWEEP_MS) say('M9', `${id} waits for ${ownerId}, who is at ${state}`)
}

/** M9: the supervisor is told of who is late back. */
function checkLate(world: World, { id, state, untilMs }: Presence, say: Say): void {
  if (untilMs === null || !ABSENT.includes(state) || world.nowMs <= untilMs + 3 * MINUTE_MS + SWEEP_MS) return
  if (!world.lateNotices.has(`${id} ${untilMs}`)) say('M9', `${id} is late back and nobody was told`)
}

/** A change of presence is in the log, and the log alone tells every state. */
export function checkLog(world: World, seen: Witness, from: number, say: Say): void {
  for (const { personId, from: before, to, overtaken, atMs } of from < world.log.length ? world.log.slice(from) : []) {
    if (seen.states.get(personId) !== before) say('log', `${personId} leaves ${before} and was ${String(seen.states.get(personId))}`)
    if (overtaken) continue
    if (atMs < (seen.changedAtMs.get(personId) ?? 0)) say('late', `${personId} goes back in time to ${to}`)
    seen.states.set(personId, to)
    seen.changedAtMs.set(personId, atMs)
  }
  if (!world.presenceTouched) return
  for (const { id, state } of world.presences.values()) if (seen.states.get(id) !== state) say('log', `${id} is ${state}, and the log does not say so`)
}
