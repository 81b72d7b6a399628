import path from 'node:path'
import { app } from 'electron'
import type { BrowserWindow, Session, WebPreferences } from 'electron'
import { createRestartPolicy } from '../core/restart-policy.ts'
import type { ShellClock } from '../edge/clock.ts'

/** What every page of the desk may do, whatever window shows it: nothing but its own files and the one bridge. */
export function pagePreferences(session: Session, preload: string): WebPreferences {
  return {
    preload: path.resolve(preload),
    session,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !app.isPackaged,
    // The ring sounds also before the first click of the day.
    autoplayPolicy: 'no-user-gesture-required',
  }
}

/** A crashed page is loaded again, but not for ever: after the sixth crash in a minute it stays as it is. */
export function comeBackAfterCrash(window: BrowserWindow, clock: ShellClock, log: (text: string) => void): void {
  const policy = createRestartPolicy()
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    log(`the window's process is gone: ${reason}`)
    const next = policy.crashed(clock.now())
    if (next !== 'give_up') void clock.sleep(next).then(() => { if (!window.isDestroyed()) window.webContents.reload() })
  })
}
