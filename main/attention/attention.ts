import { Menu, Notification, Tray, app, nativeImage } from 'electron'
import type { BrowserWindow, NativeImage } from 'electron'
import type { Alert } from '../../protocol/views.ts'
import { SHELL_TEXTS } from '../texts.ts'
import type { ShellLanguage } from '../texts.ts'
import { planAlert } from './alert-plan.ts'
import type { Shown } from './alert-plan.ts'
import { countIcon, deskIcon } from './icon.ts'
import type { Bitmap } from './icon.ts'

/** Everything by which the desk calls its agent from outside its window. */
export type Attention = {
  /** Makes the tray icon, with what has come meanwhile. */
  begin(): void
  alert(alert: Alert | null, quiet: boolean, language: ShellLanguage): void
  badge(count: number): void
  /** The window got or lost the focus. */
  focusChanged(focused: boolean): void
  /** At the end of the program: what the core still says is no longer shown. */
  destroy(): void
}

export type AttentionNeeds = {
  window: () => BrowserWindow | null
  show: () => void
  open: (conversationId: string) => void
  /** The agent wants to end the program. */
  leave: () => void
  language: ShellLanguage
}

/** One notification for all customers, a tray icon, a number on dock and taskbar. The sound is the window's. */
export function createAttention({ window, show, open, leave, language: first }: AttentionNeeds): Attention {
  let language = first
  let count = 0
  let over = false
  let current: { alert: Alert | null; quiet: boolean; focused: boolean } = { alert: null, quiet: false, focused: false }
  let shown: (NonNullable<Shown> & { notice: Notification }) | null = null
  let tray: Tray | null = null

  function refreshTray(): void {
    if (!tray) return
    const texts = SHELL_TEXTS[language]
    tray.setImage(image(deskIcon(32, count > 0)))
    tray.setToolTip(`Shiftdesk · ${texts.waiting(count)}`)
    tray.setContextMenu(Menu.buildFromTemplate([
      { label: texts.show, click: () => { show() } },
      { label: texts.quit, click: leave },
    ]))
  }

  function refreshNotice(): void {
    const { alert } = current
    const texts = SHELL_TEXTS[language]
    const title = alert ? (alert.missed > 0 ? texts.alertMissed(alert.count, alert.missed) : texts.alertTitle(alert.count)) : ''
    const text = alert ? `${title}\n${texts.alertBody(alert.customerName)}` : ''
    const plan = planAlert(current, shown, text)
    if (plan.notice !== 'keep') {
      shown?.notice.close()
      shown = null
    }
    if (plan.notice === 'show' && alert && Notification.isSupported()) {
      const notice = new Notification({ title, body: texts.alertBody(alert.customerName), silent: true, urgency: 'critical' })
      notice.on('click', () => { open(alert.conversationId) })
      notice.show()
      shown = { notice, text, level: alert.level }
    }
    if (plan.flash) window()?.flashFrame(true)
  }

  return {
    begin() {
      tray ??= openTray(() => { show() })
      refreshTray()
    },
    alert(alert, quiet, spoken) {
      if (over) return
      const changed = spoken !== language
      language = spoken
      current = { ...current, alert, quiet }
      if (changed) refreshTray()
      refreshNotice()
    },
    badge(next) {
      if (over || next === count) return
      count = next
      app.setBadgeCount(count)
      window()?.setOverlayIcon(count > 0 ? image(countIcon(16, count)) : null, SHELL_TEXTS[language].waiting(count))
      refreshTray()
    },
    focusChanged(focused) {
      if (over) return
      current = { ...current, focused }
      if (focused) window()?.flashFrame(false)
      refreshNotice()
    },
    destroy() {
      over = true
      shown?.notice.close()
      tray?.destroy()
    },
  }
}

function image({ width, height, pixels }: Bitmap): NativeImage {
  return nativeImage.createFromBitmap(pixels, { width, height })
}

/** A Linux session may have no place for tray icons: then there is none. */
function openTray(click: () => void): Tray | null {
  try {
    const tray = new Tray(image(deskIcon(32, false)))
    tray.on('click', click)
    return tray
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}
