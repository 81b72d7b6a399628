import { SHIFTS_AT_ONCE } from '../../../protocol/mutations.ts'
import { openDesk, type CallParts, type Calls } from '../context.ts'
import { slices } from './slices.ts'

/** Roster, meal plans (M2), swaps, notices. */
export function rosterCalls(parts: CallParts): Calls<`roster.${string}` | 'meal.decide' | `swap.${string}` | 'notice.seen'> {
  const { core: { ids } } = parts
  return {
    'roster.put': ({ shifts }) => {
      const desk = openDesk(parts)
      const made = shifts.map(shift => ({ ...shift, id: shift.id ?? ids.next() }))
      desk.file.write(() => {
        for (const part of slices(made, SHIFTS_AT_ONCE)) desk.commit('roster.put', { shifts: part }, ids.next())
      })
      return { shiftIds: made.map(({ id }) => id) }
    },
    'roster.remove': ({ shiftIds }) => {
      const desk = openDesk(parts)
      desk.file.write(() => {
        for (const part of slices(shiftIds, SHIFTS_AT_ONCE)) desk.commit('roster.remove', { shiftIds: part }, ids.next())
      })
      return {}
    },
    'meal.decide': input => {
      openDesk(parts).commit('meal.decide', input, ids.next())
      return {}
    },
    'swap.ask': input => {
      const swapId = ids.next()
      openDesk(parts).commit('swap.ask', { ...input, swapId }, ids.next())
      return { swapId }
    },
    'swap.answer': input => {
      openDesk(parts).commit('swap.answer', input, ids.next())
      return {}
    },
    'swap.cancel': input => {
      openDesk(parts).commit('swap.cancel', input, ids.next())
      return {}
    },
    'notice.seen': input => {
      openDesk(parts).commit('notice.seen', input, ids.next())
      return {}
    },
  }
}
