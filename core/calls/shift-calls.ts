import { DeskFailure } from '../failure.ts'
import type { CallParts, Calls } from './context.ts'

export type ShiftCallNames = 'presence.idle' | 'presence.putFor' | 'leaving.decide' | 'transfer.offer' | 'transfer.answer' | 'transfer.cancel' | 'transfer.candidates' | 'conversation.reassign' | 'conversation.watch' | 'conversation.takeOver' | 'message.sendMany' | 'handover.begin' | 'handover.confirm' | 'roster.put' | 'roster.remove' | 'meal.decide' | 'swap.ask' | 'swap.answer' | 'swap.cancel' | 'notice.seen' | 'help.call' | 'talk.open' | 'talk.say' | 'talk.close' | 'shift.ask' | 'viewing.notice'

/** What agents and supervisors do with presence, transfers, handovers, roster, notices and talks. */
export function shiftCalls(_parts: CallParts): Calls<ShiftCallNames> {
  const later = (): never => { throw new DeskFailure('unknown') }
  return {
    'presence.idle': later,
    'presence.putFor': later,
    'leaving.decide': later,
    'transfer.offer': later,
    'transfer.answer': later,
    'transfer.cancel': later,
    'transfer.candidates': later,
    'conversation.reassign': later,
    'conversation.watch': later,
    'conversation.takeOver': later,
    'message.sendMany': later,
    'handover.begin': later,
    'handover.confirm': later,
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
    'shift.ask': later,
    'viewing.notice': later,
  }
}
