import type { Alert } from '../../protocol/views.ts'

/** What the shell shows outside the window, and what it would show next. */
export type AlertState = { alert: Alert | null; quiet: boolean; focused: boolean }

export type Shown = { level: number; text: string } | null

/**
 * What to do with the one notification. It is not shown while the agent looks at the window (the list says it all) nor in
 * quiet mode; it is put up anew when its words change; the taskbar flashes once per escalation.
 */
export function planAlert(state: AlertState, shown: Shown, text: string): { notice: 'keep' | 'close' | 'show'; flash: boolean } {
  const { alert, quiet, focused } = state
  if (!alert || quiet || focused) return { notice: shown ? 'close' : 'keep', flash: false }
  const risen = !shown || alert.level > shown.level
  return { notice: shown?.text === text && !risen ? 'keep' : 'show', flash: risen }
}
