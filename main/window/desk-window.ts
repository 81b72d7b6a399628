import { BrowserWindow, nativeImage, nativeTheme, screen } from 'electron'
import type { Session } from 'electron'
import { deskIcon } from '../attention/icon.ts'
import type { ShellClock } from '../edge/clock.ts'
import { readJsonFile, writeJsonFile } from '../json-file.ts'
import { APP_URL } from '../urls.ts'
import { FIRST_STATE, SMALLEST, WindowState, fitToScreens, shifted } from './bounds.ts'
import { comeBackAfterCrash, pagePreferences } from './page.ts'

export type DeskWindowNeeds = {
  session: Session
  /** The bundled preload script. */
  preload: string
  /** What it shows, as the fragment of its address; empty = the desk. */
  fragment: string
  /** Where size and place are kept. */
  stateFile: string
  /** A further window opens a little below and beside this one. */
  beside: BrowserWindow | null
  clock: ShellClock
  log: (text: string) => void
}

/**
 * Opens the desk's window where it was last time. A crashed page is loaded again (the drafts are in the core), but not for
 * ever: after the sixth crash in a minute it stays as it is.
 */
export function openDeskWindow({ session, preload, fragment, stateFile, beside, clock, log }: DeskWindowNeeds): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(display => display.workArea)
  const kept = beside ? shifted(beside.getNormalBounds()) : readJsonFile(stateFile, WindowState)
  const state = fitToScreens(kept ?? FIRST_STATE, areas)
  const window = new BrowserWindow({
    width: state.width,
    height: state.height,
    ...(state.x !== null && state.y !== null ? { x: state.x, y: state.y } : {}),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Shiftdesk',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e1218' : '#f4f5f7',
    autoHideMenuBar: true,
    webPreferences: pagePreferences(session, preload),
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
    // Drawing it takes 18 ms: not before the window. A Mac's windows have none.
    if (process.platform === 'darwin') return
    const icon = deskIcon(64, false)
    window.setIcon(nativeImage.createFromBitmap(icon.pixels, { width: icon.width, height: icon.height }))
  })
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    const kept: WindowState = { x, y, width, height, maximized: window.isMaximized() }
    try {
      writeJsonFile(stateFile, kept)
    } catch (error) {
      log(`the window's place was not kept: ${error instanceof Error ? error.message : 'unknown'}`)
    }
  })
  comeBackAfterCrash(window, clock, log)
  void window.loadURL(`${APP_URL}${fragment}`).catch((error: unknown) => {
    log(`the window could not be loaded: ${error instanceof Error ? error.message : 'unknown'}`)
  })
  return window
}
