import { setTimeout as wait } from 'node:timers/promises'

/** What the shell needs of time: the part of the rules' Clock that it uses. */
export interface ShellClock {
  /** Wall time, epoch milliseconds. */
  now(): number
  /** Resolves after `ms`. */
  sleep(ms: number): Promise<void>
}

/** The real clock; its waits do not keep the process alive. */
export const realClock: ShellClock = {
  now: () => Date.now(),
  sleep: ms => wait(ms, undefined, { ref: false }),
}
