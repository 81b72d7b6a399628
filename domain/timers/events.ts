import type { LineKind } from '../entities/team.ts'

/** What moves the timers of a conversation; `atMs` is the server's time of acceptance. */
export type TimerEvent =
  /** `mereGreeting` and `thanksOnly`: domain/lines. `left`: written outside opening hours (D11). */
  | { kind: 'customer_message'; atMs: number; mereGreeting: boolean; thanksOnly: boolean; left: boolean }
  /** Opening hours begin and left messages wait: timers run from now (D11). */
  | { kind: 'shift_began'; atMs: number }
  /** First assignment, or acceptance by the receiver of a transfer. */
  | { kind: 'assigned'; atMs: number; agentId: string }
  /** From a colleague whose shift ends, or the server: as assigned, and the customer is to be contacted (T6). */
  | { kind: 'handed_over'; atMs: number; agentId: string }
  /** The agent begins to hand over, or is back at work (T5). */
  | { kind: 'handover_window'; atMs: number; on: boolean }
  /** The queue of the team is over its threshold, or no more (T11, L1). */
  | { kind: 'peak'; atMs: number; on: boolean }
  /** Back in the queue: nobody owns the dues. */
  | { kind: 'unassigned'; atMs: number }
  /** Automatic lines settle only the customer's first clock (T12). */
  | { kind: 'automatic_line'; atMs: number }
  | { kind: 'agent_line'; atMs: number; messageId: string; lineKind: LineKind }
  | { kind: 'promise_made'; atMs: number; promiseId: string; dueAtMs: number }
  | { kind: 'promise_settled'; atMs: number; promiseId: string; kept: boolean }
  | { kind: 'closed'; atMs: number }
  /** Undo of a close. */
  | { kind: 'reopened'; atMs: number }
