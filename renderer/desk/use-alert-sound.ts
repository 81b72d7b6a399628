import { useEffect, useRef } from 'react'
import { isFirstWindow } from '../edge/siblings.ts'
import { playAlert } from '../edge/sound.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'

/** Escalations of many customers within this are one sound. */
const CALM_MS = 2_000

/** One sound per escalation: when the alert's level rises, never again for the same, and in one window of the desk alone. */
export function useAlertSound(): void {
  const alert = useLive(state => state.alert)
  const settings = useLive(state => state.settings)
  const { clock } = useDesk()
  const heard = useRef(0)
  const soundedMs = useRef(0)
  const level = alert?.level ?? 0
  const missed = (alert?.missed ?? 0) > 0
  useEffect(() => {
    const rose = level > heard.current
    heard.current = level
    if (!rose || !settings?.sound || settings.quiet || !isFirstWindow()) return
    const nowMs = clock.monotonic()
    if (soundedMs.current !== 0 && nowMs - soundedMs.current < CALM_MS) return
    soundedMs.current = nowMs
    playAlert(settings.volume, missed)
  }, [level, missed, settings, clock])
}
