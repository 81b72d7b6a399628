/** What the agent answers when they close the program and still hold customers. */
export type LeaveChoice = 'hand_over' | 'quit' | 'stay'

export type LeavingNeeds = {
  /** Asks the agent, once at a time. */
  ask: (held: number) => Promise<LeaveChoice>
  /** Brings the desk forward with its handover list. */
  handOver: () => void
  quit: () => void
  /** The question could not be put. */
  failed: (error: unknown) => void
}

/** H5: closing the program leads into the handover while customers would be left without anybody. */
export type Leaving = {
  /** From the core: so many are to be handed over. None while there is no core. */
  holds(count: number): void
  /** The agent wants to end the program: it ends, or they are asked. */
  leave(): void
  /** A window is about to close. @returns whether it may; else the agent is being asked */
  mayClose(isLast: boolean): boolean
  /** The program ends whatever anybody says: the system shuts down, or it was told to. */
  ends(): void
}

/** Only who closes the program by hand is asked: a system that shuts down is never held up. The server hands over what is left then. */
export function createLeaving({ ask, handOver, quit, failed }: LeavingNeeds): Leaving {
  let held = 0
  let ending = false
  let asking = false

  async function question(): Promise<void> {
    if (asking) return
    asking = true
    try {
      const choice = await ask(held)
      if (choice === 'quit') quit()
      else if (choice === 'hand_over') handOver()
    } finally {
      asking = false
    }
  }

  return {
    holds(count) { held = count },
    leave() {
      if (held === 0) quit()
      else question().catch(failed)
    },
    mayClose(isLast) {
      if (!isLast || ending || held === 0) return true
      question().catch(failed)
      return false
    },
    ends() { ending = true },
  }
}
