import type { MutationName } from '../../../../protocol/mutations.ts'
import type { Mutator } from '../mutator.ts'
import { callHelp } from './help.ts'
import { decideMeal } from './meal.ts'
import { seeNotice } from './notice.ts'
import { putShifts, removeShifts } from './shifts.ts'
import { answerSwap, askSwap, cancelSwap } from './swap.ts'
import { closeTalk, openTalk, sayInTalk } from './talk.ts'

/** Roster, meal plans, swaps, notices, calls for help, talks. */
export const ROSTER_MUTATORS = {
  'roster.put': putShifts,
  'roster.remove': removeShifts,
  'meal.decide': decideMeal,
  'swap.ask': askSwap,
  'swap.answer': answerSwap,
  'swap.cancel': cancelSwap,
  'notice.seen': seeNotice,
  'help.call': callHelp,
  'talk.open': openTalk,
  'talk.say': sayInTalk,
  'talk.close': closeTalk,
} satisfies { readonly [N in MutationName]?: Mutator<N> }
