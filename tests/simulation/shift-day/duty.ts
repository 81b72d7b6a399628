import type { PresenceState } from '../../../domain/entities/people.ts'
import type { PresenceEvent, PresenceRefusal } from '../../../domain/presence/presence.ts'
import { wakeRouter } from './router.ts'
import type { World } from './world.ts'

const LEAVES: readonly string[] = ['meal', 'training', 'away']

/**
 * The server takes a change of presence in: by the state machine, with a row in the log.
 * @returns the rule that refused it, or null
 */
export function changePresence(world: World, personId: string, event: PresenceEvent): PresenceRefusal | null {
  const before = world.presence(personId)
  const step = world.rules.stepPresence(before, event, world.around(personId))
  if (!step.ok) {
    world.count(`presence refused ${step.refused}`)
    return step.refused
  }
  world.putPresence(step.next)
  if (event.kind === 'heard') {
    if (step.changed) wakeRouter(world)
    return null
  }
  if (step.overtaken) world.count('overtaken')
  if (step.overtaken || step.next.state !== before.state) {
    const entry = world.rules.logged({
      personId, from: before.state, to: event.to, cause: step.next.cause, atMs: event.atMs, acceptedAtMs: world.nowMs, overtaken: step.overtaken,
    })
    if (entry) world.log.push(entry)
    if (world.nowMs - event.atMs > 60_000) world.count('late changes')
  }
  if (step.next.state !== before.state && LEAVES.includes(step.next.state)) {
    const letGo = event.kind === 'set_for' || (event.kind === 'set' && event.by === 'idle') || world.nowMs - event.atMs > 1_000
    world.tell({ kind: 'left_seat', personId, to: step.next.state, letGo })
    world.count(`to ${step.next.state}`)
  }
  wakeRouter(world)
  return null
}

/** The agent sets it at the desk. */
export function setOwn(world: World, personId: string, to: PresenceState, untilMs: number | null = null, atMs = world.nowMs): PresenceRefusal | null {
  return changePresence(world, personId, { kind: 'set', by: 'agent', to, reason: to === 'away' ? 'errand' : null, untilMs, atMs })
}
