import type { Mutator } from '../mutator.ts'
import type { MutationName } from '../../../../protocol/mutations.ts'
import { answerTransfer, cancelTransfer } from './answer-transfer.ts'
import { beginHandover, confirmHandover } from './handover.ts'
import { takeOver, watchConversation } from './look-on.ts'
import { offerTransfer } from './offer-transfer.ts'
import { putPresenceFor } from './put-for.ts'
import { reassign } from './reassign.ts'
import { sendMany } from './send-many.ts'

/** Transfers, handovers, and what a supervisor does with conversations and states of others. */
export const DUTY_MUTATORS = {
  'presence.put_for': putPresenceFor,
  'transfer.offer': offerTransfer,
  'transfer.answer': answerTransfer,
  'transfer.cancel': cancelTransfer,
  'conversation.reassign': reassign,
  'conversation.watch': watchConversation,
  'conversation.take_over': takeOver,
  'message.send_many': sendMany,
  'handover.begin': beginHandover,
  'handover.confirm': confirmHandover,
} satisfies { readonly [N in MutationName]?: Mutator<N> }
