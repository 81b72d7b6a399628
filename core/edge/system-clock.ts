import type { Clock } from '../../domain/ports.ts'

/** The real clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error)
    // A turn of the loop; a timer would wait a millisecond at least.
    if (ms <= 0) return void setImmediate(resolve)
    const abort = (): void => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, Math.min(ms, 2_000_000_000))
    signal?.addEventListener('abort', abort, { once: true })
  }),
}
