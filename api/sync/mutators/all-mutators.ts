import type { MutationName } from '../../../protocol/mutations.ts'
import { addAttachment } from './attachment.ts'
import { startCompanion, tickCompanion } from './companion.ts'
import {
  closeConversation, markSpam, reopenConversation, seeConversation, takeConversation,
} from './conversation.ts'
import { addCustomerNote, blockCustomer, removeCustomerNote, tagCustomer } from './customer.ts'
import { addNote, dismissProposed, sendMessage } from './message.ts'
import type { Mutator } from './mutator.ts'
import { DUTY_MUTATORS } from './duty/all-duty.ts'
import { setPresence } from './presence.ts'
import { ROSTER_MUTATORS } from './roster/all-roster.ts'
import { makePromise, settlePromise } from './promise.ts'
import { putPersonalScript, removePersonalScript } from './script.ts'
import { dropDraft, dropDrafts, putDraft, putDrafts, readRelease } from './studio.ts'

/** What the server does for each intent of protocol/mutations.ts. */
export const MUTATORS: { readonly [N in MutationName]: Mutator<N> } = {
  'message.send': sendMessage,
  'note.add': addNote,
  'conversation.take': takeConversation,
  'conversation.seen': seeConversation,
  'conversation.close': closeConversation,
  'conversation.reopen': reopenConversation,
  'conversation.spam': markSpam,
  'companion.start': startCompanion,
  'companion.tick': tickCompanion,
  'promise.make': makePromise,
  'promise.settle': settlePromise,
  'presence.set': setPresence,
  'customer.note': addCustomerNote,
  'customer.note_remove': removeCustomerNote,
  'customer.tag': tagCustomer,
  'customer.block': blockCustomer,
  'proposed.dismiss': dismissProposed,
  'attachment.add': addAttachment,
  'script.personal_put': putPersonalScript,
  'script.personal_remove': removePersonalScript,
  'studio.draft_put': putDraft,
  'studio.draft_drop': dropDraft,
  'studio.drafts_put': putDrafts,
  'studio.drafts_drop': dropDrafts,
  'release.read': readRelease,
  ...DUTY_MUTATORS,
  ...ROSTER_MUTATORS,
}
