/** Wall time, epoch milliseconds. */
export const now = (): number => Date.now()

/** Resolves after `ms`, or as soon as the signal is aborted: who waits looks at the signal. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => { clearTimeout(timer); resolve() }, { once: true })
  })
}

/** Calls back after `ms` unless called off. @returns calls it off */
export function later(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}

/** A number in [0, 1). */
export const random = (): number => Math.random()
