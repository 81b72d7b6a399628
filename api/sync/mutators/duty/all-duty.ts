import { Refusal } from '../../refusal.ts'
import type { Mutator } from '../mutator.ts'
import type { MutationName } from '../../../../protocol/mutations.ts'
import { answerTransfer, cancelTransfer } from './answer-transfer.ts'
import { beginHandover, confirmHandover } from './handover.ts'
import { offerTransfer } from './offer-transfer.ts'
import { putPresenceFor } from './put-for.ts'

const later = () => Promise.reject(new Refusal('not_allowed'))

/** Transfers, handovers, and what a supervisor does with conversations and states of others. */
export const DUTY_MUTATORS = {
  'presence.put_for': putPresenceFor,
  'transfer.offer': offerTransfer,
  'transfer.answer': answerTransfer,
  'transfer.cancel': cancelTransfer,
  'conversation.reassign': later,
  'conversation.watch': later,
  'conversation.take_over': later,
  'message.send_many': later,
  'handover.begin': beginHandover,
  'handover.confirm': confirmHandover,
} satisfies { readonly [N in MutationName]?: Mutator<N> }
