import type { Clock } from '../../domain/ports.ts'

/** The window's real clock. Everything else in this room takes it as an argument or through the ticker. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortReason(signal))
      return
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    const stop = () => {
      clearTimeout(timer)
      if (signal) reject(abortReason(signal))
    }
    signal?.addEventListener('abort', stop, { once: true })
  }),
}

function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted')
}

/** Runs `act` once after `ms`. @returns cancels it */
export function later(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms)
  return () => { clearTimeout(timer) }
}

/** Runs `act` every `ms`. @returns ends it */
export function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms)
  return () => { clearInterval(timer) }
}

const ZONE_KEPT_MS = 60_000
let zone = ''
let zoneUntilMs = 0

/** The zone that day lines and clock times are written in. Looked up once a minute: each look costs as much as drawing a line. */
export function localZone(): string {
  const nowMs = performance.now()
  if (nowMs >= zoneUntilMs) {
    zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    zoneUntilMs = nowMs + ZONE_KEPT_MS
  }
  return zone
}
