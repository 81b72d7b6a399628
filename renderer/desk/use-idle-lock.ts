import { useEffect, useRef } from 'react'
import { every } from '../edge/clock.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'

const LOOK_MS = 5_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Locks the desk after the chosen time without a hand on it. */
export function useIdleLock(): void {
  const { actions, clock } = useDesk()
  const minutes = useLive(state => state.settings?.lockAfterMin ?? 0)
  const lastMs = useRef(clock.now())
  useEffect(() => {
    if (minutes === 0) return
    lastMs.current = clock.now()
    const seen = () => { lastMs.current = clock.now() }
    for (const sign of SIGNS) window.addEventListener(sign, seen, { passive: true })
    const stop = every(LOOK_MS, () => {
      if (clock.now() - lastMs.current >= minutes * 60_000) void actions.lock()
    })
    return () => {
      stop()
      for (const sign of SIGNS) window.removeEventListener(sign, seen)
    }
  }, [minutes, actions, clock])
}
