import { Refusal } from '../../refusal.ts'
import type { Mutator } from '../mutator.ts'
import type { MutationName } from '../../../../protocol/mutations.ts'

const later = () => Promise.reject(new Refusal('not_allowed'))

/** Transfers, handovers, and what a supervisor does with conversations and states of others. */
export const DUTY_MUTATORS = {
  'presence.put_for': later,
  'transfer.offer': later,
  'transfer.answer': later,
  'transfer.cancel': later,
  'conversation.reassign': later,
  'conversation.watch': later,
  'conversation.take_over': later,
  'message.send_many': later,
  'handover.begin': later,
  'handover.confirm': later,
} satisfies { readonly [N in MutationName]?: Mutator<N> }
