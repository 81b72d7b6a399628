import type { DeskCalls } from '../../protocol/desk-api.ts'
import { attachmentCalls } from './attachment-calls.ts'
import type { CallParts } from './context.ts'
import { conversationCalls } from './conversation-calls.ts'
import { customerCalls } from './customer-calls.ts'
import { deskCalls } from './desk-calls.ts'
import { historyCalls } from './history-calls.ts'
import { languageCalls } from './language-calls.ts'
import { messageCalls } from './message-calls.ts'
import { pictureCalls } from './picture-calls.ts'
import { scriptCalls } from './script-calls.ts'
import { sessionCalls } from './session-calls.ts'
import { handoverCalls } from './shift/handover-calls.ts'
import { presenceCalls } from './shift/presence-calls.ts'
import { rosterCalls } from './shift/roster-calls.ts'
import { supervisorCalls } from './shift/supervisor-calls.ts'
import { talkCalls } from './shift/talk-calls.ts'
import { transferCalls } from './shift/transfer-calls.ts'
import { studioCalls } from './studio-calls.ts'

/** Everything a window may ask, by name. */
export function allCalls(parts: CallParts): DeskCalls {
  return {
    ...sessionCalls(parts), ...messageCalls(parts), ...conversationCalls(parts), ...historyCalls(parts), ...customerCalls(parts),
    ...attachmentCalls(parts), ...deskCalls(parts), ...scriptCalls(parts), ...pictureCalls(parts), ...languageCalls(parts), ...studioCalls(parts),
    ...presenceCalls(parts), ...transferCalls(parts), ...handoverCalls(parts), ...rosterCalls(parts), ...talkCalls(parts), ...supervisorCalls(parts),
  }
}
