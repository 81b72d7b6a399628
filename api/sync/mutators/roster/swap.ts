import type { ShiftSwap } from '../../../../domain/entities/roster.ts'
import { applySwap } from '../../../../domain/roster/swap.ts'
import { addDays } from '../../../../domain/roster/zoned.ts'
import { notify } from '../../../duty/notices.ts'
import { listEntities, readEntity, readStored } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import type { Act, Mutator } from '../mutator.ts'

/** Days around a shift that another one may reach into. */
const AROUND = [-2, -1, 0, 1, 2]

const shiftIds = ({ shiftId, otherShiftId }: Pick<ShiftSwap, 'shiftId' | 'otherShiftId'>): string[] => [shiftId, ...otherShiftId === null ? [] : [otherShiftId]]

/** What applySwap makes of it now; the shifts of both people around both days are locked. */
async function tryIt({ changes, nowMs }: Act, swap: Pick<ShiftSwap, 'fromPersonId' | 'toPersonId' | 'shiftId' | 'otherShiftId'>) {
  const named = await readStored(changes, 'shift', shiftIds(swap))
  const dates = [...new Set(named.flatMap(({ row }) => AROUND.map((days) => addDays(row.date, days))))]
  const shifts = await listEntities(changes, 'shift', { personId: [swap.fromPersonId, swap.toPersonId], date: dates }, { lock: true })
  return { named, shifts, outcome: applySwap(shifts, swap, nowMs) }
}

async function settle({ context, changes, nowMs }: Act, swap: ShiftSwap, state: ShiftSwap['state'], toldIds: readonly string[]): Promise<void> {
  await changes.put('shift_swap', { ...swap, state, settledAtMs: nowMs })
  await notify(changes, context.ids, toldIds, 'swap_settled', { swapId: swap.id, state }, nowMs)
}

/** An agent asks a colleague of the team to take a shift of theirs, or to change shifts. What cannot be now is refused at once. */
export const askSwap: Mutator<'swap.ask'> = async (act, { swapId, teamId, toPersonId, shiftId, otherShiftId, note }) => {
  const { changes, person, nowMs } = act
  const before = await readEntity(changes, 'shift_swap', swapId)
  if (before) {
    if (before.fromPersonId !== person.id) throw new Refusal('invalid', 'swap id')
    return
  }
  const other = await readEntity(changes, 'person', toPersonId)
  if (!other?.active || !other.teamIds.includes(teamId) || !person.teamIds.includes(teamId)) throw new Refusal('not_found')
  const swap = { id: swapId, teamId, fromPersonId: person.id, toPersonId, shiftId, otherShiftId, note, state: 'asked' as const, askedAtMs: nowMs, settledAtMs: null }
  const { named, outcome } = await tryIt(act, swap)
  if (named.some(({ row }) => row.teamId !== teamId)) throw new Refusal('not_found')
  if (!outcome.ok) throw new Refusal('invalid', outcome.refused)
  await changes.put('shift_swap', swap)
  await notify(changes, act.context.ids, [toPersonId], 'swap_asked', { swapId, state: swap.state }, nowMs)
}

/**
 * The colleague's answer. With a yes both shifts change hands in this transaction; not when one of them is another than it was when they were
 * asked, or the outcome would have somebody work twice at once: then the swap is impossible and both are told.
 */
export const answerSwap: Mutator<'swap.answer'> = async (act, { swapId, agree }) => {
  const { changes, person } = act
  const swap = await readEntity(changes, 'shift_swap', swapId, { lock: true })
  if (swap?.toPersonId !== person.id) throw new Refusal('not_found')
  if (swap.state !== 'asked') return
  if (!agree) return settle(act, swap, 'declined', [swap.fromPersonId])
  const [asked] = await readStored(changes, 'shift_swap', [swapId])
  const { named, outcome } = await tryIt(act, swap)
  const moved = named.some(({ seq }) => seq > (asked?.seq ?? 0))
  if (moved || !outcome.ok) return settle(act, swap, 'impossible', [swap.fromPersonId, swap.toPersonId])
  await changes.putMany('shift', outcome.shifts)
  await settle(act, swap, 'agreed', [swap.fromPersonId])
}

/** The asker thinks better of it; after an answer that changes nothing. */
export const cancelSwap: Mutator<'swap.cancel'> = async (act, { swapId }) => {
  const swap = await readEntity(act.changes, 'shift_swap', swapId, { lock: true })
  if (swap?.fromPersonId !== act.person.id) throw new Refusal('not_found')
  if (swap.state === 'asked') await settle(act, swap, 'cancelled', [swap.toPersonId])
}
