import { Notification } from 'electron'
import type { Summons } from '../../protocol/shell.ts'
import { SHELL_TEXTS } from '../texts.ts'
import type { ShellLanguage } from '../texts.ts'
import { planSummons } from './summons-plan.ts'

/** What calls the agent besides waiting customers: a transfer, the meal, the end of the shift, a colleague (M3, M5, M9, H1, L1). */
export type SummonsNotices = {
  summons(summons: readonly Summons[]): void
  said(quiet: boolean, language: ShellLanguage): void
  focusChanged(focused: boolean): void
  destroy(): void
}

/** One notification per occasion; it comes down when the occasion is over. A click brings the desk forward, where the same stands. */
export function createSummonsNotices(show: () => void, first: ShellLanguage): SummonsNotices {
  let current: { summons: readonly Summons[]; quiet: boolean; focused: boolean } = { summons: [], quiet: false, focused: false }
  let language = first
  const called = new Map<string, Notification | null>()

  function refresh(): void {
    const plan = planSummons(current, new Set(called.keys()))
    for (const [id, notice] of called) {
      if (plan.keep.has(id) && !current.focused) continue
      notice?.close()
      if (plan.keep.has(id)) called.set(id, null)
      else called.delete(id)
    }
    for (const one of plan.show) called.set(one.id, put(one))
    // Seen in the window.
    if (current.focused) for (const { id } of current.summons) called.set(id, null)
  }

  function put({ kind, name }: Summons): Notification | null {
    if (!Notification.isSupported()) return null
    const { title, body } = SHELL_TEXTS[language].summons[kind](name ?? '')
    const notice = new Notification({ title, body, silent: true })
    notice.on('click', show)
    notice.show()
    return notice
  }

  return {
    summons(summons) {
      current = { ...current, summons }
      refresh()
    },
    said(quiet, spoken) {
      language = spoken
      current = { ...current, quiet }
      refresh()
    },
    focusChanged(focused) {
      current = { ...current, focused }
      refresh()
    },
    destroy() {
      for (const notice of called.values()) notice?.close()
      called.clear()
    },
  }
}
