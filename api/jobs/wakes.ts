/** Tells the runners of this node that something is due now, so that it does not wait for their next look. */
export interface Wakes {
  /** Never throws, returns at once. Called after the commit that set it. */
  wake(): void
  /** @returns stops listening */
  onWake(listener: () => void): () => void
}

export function makeWakes(): Wakes {
  const listeners = new Set<() => void>()
  return {
    wake: () => { for (const listener of [...listeners]) listener() },
    onWake: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
  }
}
