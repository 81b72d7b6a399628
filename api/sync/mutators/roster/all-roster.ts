import { Refusal } from '../../refusal.ts'
import type { Mutator } from '../mutator.ts'
import type { MutationName } from '../../../../protocol/mutations.ts'

const later = () => Promise.reject(new Refusal('not_allowed'))

/** Roster, meal plans, swaps, notices, calls for help, talks. */
export const ROSTER_MUTATORS = {
  'roster.put': later,
  'roster.remove': later,
  'meal.decide': later,
  'swap.ask': later,
  'swap.answer': later,
  'swap.cancel': later,
  'notice.seen': later,
  'help.call': later,
  'talk.open': later,
  'talk.say': later,
  'talk.close': later,
} satisfies { readonly [N in MutationName]?: Mutator<N> }
