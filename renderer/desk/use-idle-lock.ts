import { useEffect, useRef } from 'react'
import { every } from '../edge/clock.ts'
import { hearSiblings, tellSiblings } from '../edge/siblings.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'

const LOOK_MS = 5_000
/** How often at most the other windows hear of the hand on this one. */
const TELL_MS = 2_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks the desk after the chosen time without a hand on any of its windows. */
export function useIdleLock(): void {
  const { actions, clock } = useDesk()
  const minutes = useLive(state => state.settings?.lockAfterMin ?? 0)
  const lastMs = useRef(clock.now())
  useEffect(() => {
    if (minutes === 0) return
    lastMs.current = clock.now()
    let toldMs = 0
    const seen = () => {
      lastMs.current = clock.now()
      if (lastMs.current - toldMs < TELL_MS) return
      toldMs = lastMs.current
      tellSiblings({ kind: 'hand' })
    }
    const deaf = hearSiblings(news => { if (news.kind === 'hand') lastMs.current = clock.now() })
    for (const sign of SIGNS) window.addEventListener(sign, seen, { passive: true })
    const stop = every(LOOK_MS, () => {
      if (clock.now() - lastMs.current >= minutes * 60_000) void actions.lock()
    })
    return () => {
      stop()
      deaf()
      for (const sign of SIGNS) window.removeEventListener(sign, seen)
    }
  }, [minutes, actions, clock])
}
