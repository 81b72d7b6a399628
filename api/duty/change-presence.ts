import type { Presence } from '../../domain/entities/people.ts'
import { stepPresence } from '../../domain/presence/presence.ts'
import type { Around, PresenceEvent, PresenceStep } from '../../domain/presence/presence.ts'
import type { ApiContext } from '../context.ts'
import { lockAgents } from '../routing/candidates.ts'
import type { TenantRead } from '../routing/candidates.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import { watchForLateBack } from './late-back.ts'

/** An event of a desk that comes so much later was made offline. */
const LATE_MS = 60_000

/** M4, H5: what a person holds, and whose customer waits unanswered. Spam waits for nobody. */
async function aroundOf({ tx, tenant }: TenantRead, personId: string): Promise<Around> {
  const [row] = await tx<Around[]>`
    select count(*)::int as open, (count(*) filter (where not spam and (timers->>'running')::boolean and timers->>'turn' is not null))::int as waiting
    from conversation where tenant = ${tenant} and owner_id = ${personId} and state = 'open'`
  return row ?? { open: 0, waiting: 0 }
}

const never = (id: string): Presence => (
  { id, state: 'off_duty', reason: null, sinceMs: 0, cause: 'system', byId: null, untilMs: null, reachable: false })

/** Who did it, for the log: the person, a supervisor, or null for the program. */
function doer(personId: string, event: PresenceEvent): string | null {
  if (event.kind === 'set_for') return event.byId
  return event.kind === 'set' && event.by !== 'idle' ? personId : null
}

/**
 * The one way a presence changes (M, H): locks the person, takes the step of domain/presence, stores and logs it, and wakes the router. An
 * event that a newer one overtook is logged as late and changes nothing. Conversations that are to be locked are locked before.
 * @returns the step; a refusal is the caller's to tell
 */
export async function changePresence(
  context: ApiContext, changes: ChangeSet, personId: string, event: PresenceEvent, nowMs: number,
): Promise<PresenceStep & { before: Presence }> {
  const { tx, tenant } = changes
  await lockAgents(changes, [personId])
  const before = await readEntity(changes, 'presence', personId, { lock: true }) ?? never(personId)
  const step = stepPresence(before, event, await aroundOf(changes, personId))
  if (!step.ok) return { ...step, before }
  const { next, changed, overtaken } = step
  if (changed || next.reachable !== before.reachable) {
    await changes.put('presence', next)
    changes.afterCommit(() => { context.routing.wake(tenant) })
  }
  if (event.kind === 'heard' || (!changed && !overtaken)) return { ...step, before }
  const cause = event.kind === 'set' ? event.by : event.kind === 'set_for' ? 'supervisor' : event.kind
  await tx`insert into presence_log ${tx({
    tenant, id: context.ids.next(), person_id: personId, by_id: doer(personId, event), cause, from_state: before.state, to_state: event.to,
    reason: 'reason' in event ? event.reason : null, at_ms: event.atMs, accepted_at_ms: nowMs, late: overtaken || nowMs - event.atMs > LATE_MS,
  })}`
  if (changed) await watchForLateBack(changes, next)
  return { ...step, before }
}
