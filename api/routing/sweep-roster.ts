import type { Presence } from '../../domain/entities/people.ts'
import { endsDuty } from '../../domain/handover/settle.ts'
import type { PresenceEvent } from '../../domain/presence/presence.ts'
import type { ApiContext } from '../context.ts'
import { changePresence } from '../duty/change-presence.ts'
import { inTransaction } from '../store/transaction.ts'

interface Worker {
  tenant: string
  id: string
  state: Presence['state']
  sinceMs: number
  open: number
  listed: number
  /** They handed over for a meeting last. */
  meets: boolean
  onShift: boolean
  /** End of the last shift that is over; null = none is known. */
  endedAtMs: number | null
  /** End of the training that runs and began after they chose their state; null = none. */
  trainingToMs: number | null
}

/** A shift that ended longer ago says nothing about today. */
const DAY_MS = 86_400_000

/** What the roster, or an empty list, makes of somebody now; null = nothing. */
function dueChange(worker: Worker, nowMs: number): PresenceEvent | null {
  const { state, open, listed, onShift, meets, endedAtMs, sinceMs, trainingToMs } = worker
  if (endsDuty({ state }, { open, listed, onShift: onShift || (meets && (endedAtMs ?? 0) <= sinceMs) })) return { kind: 'system', to: 'off_duty', atMs: nowMs }
  // Who chose a state after the end works on because they want to.
  if (!onShift && open === 0 && endedAtMs !== null && endedAtMs > sinceMs) return { kind: 'roster', to: 'off_duty', untilMs: null, atMs: nowMs }
  if (trainingToMs !== null && (state === 'online' || state === 'hung_up')) return { kind: 'roster', to: 'training', untilMs: trainingToMs, atMs: nowMs }
  return null
}

/**
 * H5, H1, M4: at the end of a shift whoever has nothing open is off duty, and so is who handed everything over; a training that begins is one.
 * Meals and meetings are prompted at the desk: the agent says when. What a rule still forbids (somebody waits) is tried again in the next round.
 */
export async function sweepRoster(context: ApiContext): Promise<void> {
  const nowMs = context.clock.now()
  const workers = await context.sql<Worker[]>`
    select r.tenant, r.id, r.state, r.since_ms as "sinceMs",
      (select count(*)::int from conversation c where c.tenant = r.tenant and c.owner_id = r.id and c.state = 'open') as open,
      (select count(*)::int from handover_item i join handover h on h.tenant = i.tenant and h.id = i.handover_id
        where h.tenant = r.tenant and h.from_person_id = r.id and h.state = 'open' and i.state = 'listed') as listed,
      coalesce((select h.cause = 'meeting' from handover h where h.tenant = r.tenant and h.from_person_id = r.id order by h.started_at_ms desc limit 1), false) as meets,
      coalesce(s.on_shift, false) as "onShift", s.ended as "endedAtMs", s.training as "trainingToMs"
    from presence r left join lateral (
      select bool_or(to_ms > ${nowMs}) as on_shift, max(to_ms) filter (where to_ms <= ${nowMs}) as ended,
        max(to_ms) filter (where kind = 'training' and to_ms > ${nowMs} and from_ms > r.since_ms) as training
      from shift where tenant = r.tenant and person_id = r.id and kind <> 'off' and from_ms <= ${nowMs} and to_ms > ${nowMs - DAY_MS}
    ) s on true
    where r.state <> 'off_duty' and (r.state = 'handover' or s.ended is not null or s.training is not null)`
  for (const worker of workers) {
    const event = dueChange(worker, nowMs)
    if (event) await inTransaction(context, worker.tenant, (changes) => changePresence(context, changes, worker.id, event, nowMs))
  }
}
