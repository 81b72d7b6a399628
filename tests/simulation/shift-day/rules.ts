import { belongsOnList, isSettled, itemFacts } from '../../../domain/handover/list.ts'
import { endsDuty, itemStands } from '../../../domain/handover/settle.ts'
import { gateBlocks } from '../../../domain/leaving/gate.ts'
import { checkBatches } from '../../../domain/meal/check.ts'
import { proposeBatches } from '../../../domain/meal/propose.ts'
import { handBackAtMs } from '../../../domain/presence/absent.ts'
import { dutyOf, stepPresence } from '../../../domain/presence/presence.ts'
import { counterparts, isLastOfDay } from '../../../domain/roster/counterparts.ts'
import { promptOf } from '../../../domain/roster/prompt.ts'
import { chooseAgent, compareQueue } from '../../../domain/routing/route.ts'
import { apply } from '../../../domain/timers/apply.ts'
import { rankCandidates } from '../../../domain/transfer/candidates.ts'
import { givenTo, handedBack, passedOn, passedToQueue, returnsTo } from '../../../domain/transfer/moves.ts'
import { transferRefusals } from '../../../domain/transfer/rules.ts'
import type { LogEntry, Talk } from './rows.ts'

/** The rules of the product that the day runs on. A test breaks one of them, and the checker has to find it. */
export const RULES = {
  apply, belongsOnList, checkBatches, chooseAgent, compareQueue, counterparts, dutyOf, endsDuty, gateBlocks, givenTo, handBackAtMs, handedBack, isLastOfDay, isSettled, itemFacts,
  itemStands, passedOn, passedToQueue, promptOf, proposeBatches, rankCandidates, returnsTo, stepPresence, transferRefusals,
  /** A reply of somebody who no longer has the conversation is refused `reassigned`. */
  mayWrite: (talk: Talk, personId: string): boolean => talk.state === 'open' && talk.ownerId === personId,
  /** Every change of presence, also one that came too late to change anything. */
  logged: (entry: LogEntry): LogEntry | null => entry,
}
export type Rules = typeof RULES
