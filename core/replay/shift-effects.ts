import type { MutationName } from '../../protocol/mutations.ts'
import type { ReplayContext } from './context.ts'

const nothing = (_context: ReplayContext): void => undefined

/** What intents of the shift do here at once. */
export const SHIFT_EFFECTS = {
  'presence.put_for': nothing,
  'transfer.offer': nothing,
  'transfer.answer': nothing,
  'transfer.cancel': nothing,
  'conversation.reassign': nothing,
  'conversation.watch': nothing,
  'conversation.take_over': nothing,
  'message.send_many': nothing,
  'handover.begin': nothing,
  'handover.confirm': nothing,
  'roster.put': nothing,
  'roster.remove': nothing,
  'meal.decide': nothing,
  'swap.ask': nothing,
  'swap.answer': nothing,
  'swap.cancel': nothing,
  'notice.seen': nothing,
  'help.call': nothing,
  'talk.open': nothing,
  'talk.say': nothing,
  'talk.close': nothing,
} satisfies { [N in MutationName]?: unknown }
