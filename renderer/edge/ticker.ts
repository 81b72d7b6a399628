import { useSyncExternalStore } from 'react'
import { every, systemClock } from './clock.ts'

/** Four a second: a shown second is at most 250 ms behind, and all rows change together. */
const TICK_MS = 250

const listeners = new Set<() => void>()
let offsetMs = 0
let nowMs = systemClock.now()
let stop: (() => void) | null = null

function tick(): void {
  nowMs = systemClock.now() + offsetMs
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  stop ??= every(TICK_MS, tick)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && stop) {
      stop()
      stop = null
    }
  }
}

/** Server time minus the desk's wall time, from SyncStatus. */
export function setClockOffset(ms: number): void {
  offsetMs = ms
  tick()
}

/** Server time as the desk estimates it, epoch milliseconds. */
export function serverNow(): number {
  return systemClock.now() + offsetMs
}

/**
 * Something that follows from the time; the component renders again only when it changes, so a row that shows seconds
 * renders once a second and one that shows minutes once a minute.
 * @param read from server time (epoch ms) to a plain value that compares by `===`
 */
export function useTime<T extends string | number | boolean | null>(read: (nowMs: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(listeners.size > 0 ? nowMs : serverNow()))
}
