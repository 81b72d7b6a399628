import type { Handover, HandoverItem } from '../../../domain/entities/handover.ts'
import type { MealPlan } from '../../../domain/entities/roster.ts'
import type { Transfer } from '../../../domain/entities/transfer.ts'
import type { Presence, PresenceState } from '../../../domain/entities/people.ts'
import type { OnDuty } from '../../../domain/meal/check.ts'
import type { Talk } from './rows.ts'

/** Something that happened in a step, as the checker is told of it. */
export type Fact =
  | { kind: 'customer_wrote'; talkId: string }
  | { kind: 'agent_wrote'; talkId: string; personId: string; answers: boolean }
  | { kind: 'auto_replied'; talkId: string }
  | { kind: 'routed'; talkId: string; personId: string; counterpartId: string | null; queuedAtMs: number }
  | { kind: 'offered'; transfer: Transfer; receiver: Presence | null }
  | { kind: 'accepted'; transfer: Transfer }
  /** Somebody was proposed whom the rules then refuse. */
  | { kind: 'proposed_in_vain'; personId: string; rule: string }
  /** The desk let somebody go whom the server then holds. */
  | { kind: 'gate_shut'; personId: string }
  | { kind: 'returned'; transfer: Transfer; place: 'sender' | 'queue' | 'nowhere' }
  | { kind: 'promised'; talkId: string; promiseId: string }
  | { kind: 'promise_kept'; talkId: string; promiseId: string }
  | { kind: 'closed'; talkId: string }
  | { kind: 'listed'; item: HandoverItem }
  /** before: the conversation as it was. */
  | { kind: 'moved_on'; item: HandoverItem; before: Talk; confirmed: boolean }
  | { kind: 'begun'; personId: string; cause: Handover['cause'] }
  | { kind: 'left_seat'; personId: string; to: PresenceState; letGo: boolean }
  | { kind: 'meal_plan'; plan: MealPlan; people: readonly OnDuty[] }
