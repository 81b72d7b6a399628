import type { ShellClock } from './clock.ts'

const LOOK_MS = 15_000

export type IdleReport = { idleSec: number; locked: boolean }

/** Looks every 15 s how long nobody has touched the machine, and tells it (M10); the core knows the team's minutes. */
export function watchIdle(idleSec: () => number, clock: Pick<ShellClock, 'sleep'>, tell: (report: IdleReport) => void): { locked(on: boolean): void } {
  let locked = false
  const look = (): void => { tell({ idleSec: Math.max(0, Math.floor(idleSec())), locked }) }
  void (async () => {
    for (;;) {
      await clock.sleep(LOOK_MS)
      look()
    }
  })()
  return {
    locked(on) {
      locked = on
      look()
    },
  }
}
