import type { CallName } from './desk-api.ts'

// Plain data in a file of its own: a window needs it without the schemas of the calls.
const LONGER_MS: Partial<Record<CallName, number>> = {
  'session.signIn': 30_000,
  'session.redeemCode': 30_000,
  'session.unlock': 30_000,
  'session.signOut': 15_000,
  'conversation.history': 15_000,
  'attachment.add': 15_000,
  'attachment.bytes': 30_000,
  'picture.bytes': 30_000,
  'picture.attach': 30_000,
  'studio.ask': 60_000,
  'shift.ask': 60_000,
  /** A line is looked for and checked for each of up to 200 customers. */
  'handover.begin': 30_000,
}

/** How long a call may take, in milliseconds, before the window is told `timeout`. */
export function callTimeoutMs(name: CallName): number {
  return LONGER_MS[name] ?? 5_000
}
