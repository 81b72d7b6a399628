import { readEntity } from '../../store/entities.ts'
import type { Mutator } from './mutator.ts'

/** The agent's own choice (M, H). Who comes online may have a customer waiting. Locks the agent, as routing does. */
export const setPresence: Mutator<'presence.set'> = async ({ context, changes, person, nowMs }, { state, reason, untilMs, cause }) => {
  await readEntity(changes, 'person', person.id, { lock: true })
  const before = await readEntity(changes, 'presence', person.id, { lock: true })
  if (before?.state === state && before.reason === reason) return
  await changes.put('presence', {
    id: person.id, state, reason, reachable: true, sinceMs: before?.state === state ? before.sinceMs : nowMs,
    cause: cause ?? 'agent', byId: null, untilMs: untilMs ?? null,
  })
  changes.afterCommit(() => context.routing.wake(changes.tenant))
}
