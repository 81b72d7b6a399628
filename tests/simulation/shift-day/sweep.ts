import { beginHandover, signOff } from './handovers.ts'
import { changePresence } from './duty.ts'
import { handBack } from './router.ts'
import { TIMERS } from './world.ts'
import type { World } from './world.ts'

export const SWEEP_MS = 15_000
export const GRACE_SEC = 180
const LATE_BACK_MS = 3 * 60_000

/** What the server looks at every few seconds: desks that are silent, customers of who is absent, who is late back, who has handed over all. */
export function sweep(world: World): void {
  for (const { personId } of world.plan.workers) {
    noticeSilence(world, personId)
    noticeLate(world, personId)
    signOff(world, personId)
  }
  for (const { id, state, ownerId, timers } of [...world.live.values()]) {
    if (state !== 'open' || ownerId === null) continue
    const dueAtMs = world.rules.handBackAtMs(world.presence(ownerId), timers, GRACE_SEC)
    if (dueAtMs === null || dueAtMs > world.nowMs) continue
    world.count('absent owner')
    handBack(world, id)
  }
}

/** H5: silent for a minute it gets nobody new, after the grace its customers go to others, by a list as if it had made one. */
function noticeSilence(world: World, personId: string): void {
  const { silentSinceMs } = world.desk(personId)
  if (silentSinceMs === null) return
  const silentMs = world.nowMs - silentSinceMs
  const { reachable } = world.presence(personId)
  if (reachable && silentMs >= TIMERS.unreachableSec * 1_000) changePresence(world, personId, { kind: 'heard', reachable: false, atMs: world.nowMs })
  if (silentMs >= (TIMERS.unreachableSec + TIMERS.handoverSec) * 1_000 && world.around(personId).open > 0) beginHandover(world, personId, 'lost_desk')
}

/** M9: the supervisor is told so many minutes after the agent was. */
function noticeLate(world: World, personId: string): void {
  const { state, untilMs } = world.presence(personId)
  if (state !== 'meal' && state !== 'away' && state !== 'training') return
  if (untilMs === null || world.nowMs < untilMs + LATE_BACK_MS || world.lateNotices.has(`${personId} ${untilMs}`)) return
  world.lateNotices.add(`${personId} ${untilMs}`)
  world.count('late back')
}
