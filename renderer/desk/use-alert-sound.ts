import { useEffect, useRef } from 'react'
import { playAlert } from '../edge/sound.ts'
import { useLive } from '../state/live-store.ts'

/** One sound per escalation: when the alert's level rises, never again for the same. */
export function useAlertSound(): void {
  const alert = useLive(state => state.alert)
  const settings = useLive(state => state.settings)
  const heard = useRef(0)
  const level = alert?.level ?? 0
  const missed = (alert?.missed ?? 0) > 0
  useEffect(() => {
    const rose = level > heard.current
    heard.current = level
    if (rose && settings?.sound && !settings.quiet) playAlert(settings.volume, missed)
  }, [level, missed, settings])
}
