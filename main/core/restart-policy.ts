/** Crashes within this time count together. */
const WINDOW_MS = 60_000
/** One more within the window and the shell gives up. */
const MOST_CRASHES = 5
const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 5_000

export type RestartPolicy = {
  /** Notes a crash. @returns milliseconds to wait before the next start, or `give_up` */
  crashed(nowMs: number): number | 'give_up'
  /** Forgets the past: the agent asked for a new start. */
  reset(): void
}

/** 0.2 s, doubled with each crash of the last minute up to 5 s; the sixth in a minute gives up. */
export function createRestartPolicy(): RestartPolicy {
  let crashes: number[] = []
  return {
    crashed(nowMs) {
      crashes = [...crashes.filter(atMs => nowMs - atMs < WINDOW_MS), nowMs]
      if (crashes.length > MOST_CRASHES) return 'give_up'
      return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (crashes.length - 1))
    },
    reset() {
      crashes = []
    },
  }
}
