import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Session } from 'electron'
import type { ShellClock } from '../edge/clock.ts'
import { PALETTE_URL } from '../urls.ts'
import { comeBackAfterCrash, pagePreferences } from '../window/page.ts'
import { paletteBounds } from './place.ts'

export type PaletteWindow = {
  readonly window: BrowserWindow
  /** Called up over the program in use, on the screen with the pointer; called again, it goes. */
  toggle(): void
  /** The program before has the focus again. */
  hide(): void
}

/**
 * The small palette over any program: made once and kept hidden, so that it is there at once. It goes with the focus. On a Mac it
 * is a panel, which takes the keyboard without bringing the desk's other windows forward.
 */
export function openPaletteWindow({ session, preload, clock, log }: {
  session: Session; preload: string; clock: ShellClock; log: (text: string) => void
}): PaletteWindow {
  const window = new BrowserWindow({
    ...paletteBounds(screen.getPrimaryDisplay().workArea),
    title: 'Shiftdesk',
    show: false,
    frame: false,
    resizable: false,
    movable: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    acceptFirstMouse: true,
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#151b23' : '#ffffff',
    // Hidden it is to be as awake as shown: the list is drawn before anybody sees it.
    webPreferences: { ...pagePreferences(session, preload), backgroundThrottling: false },
  })
  if (process.platform === 'darwin') window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })

  function hide(): void {
    if (!window.isDestroyed() && window.isVisible()) window.hide()
  }

  // Both may still be said while the window is taken down.
  window.on('hide', () => { if (!window.isDestroyed()) window.webContents.send('shell:palette', false) })
  window.on('blur', () => { if (!window.isDestroyed() && !window.webContents.isDevToolsOpened()) hide() })
  // Alt F4 puts it away like Esc: it is made only once.
  window.on('close', event => {
    if (!window.isVisible()) return
    event.preventDefault()
    hide()
  })
  comeBackAfterCrash(window, clock, log)
  void window.loadURL(PALETTE_URL).catch((error: unknown) => {
    log(`the palette could not be loaded: ${error instanceof Error ? error.message : 'unknown'}`)
  })

  return {
    window,
    hide,
    toggle() {
      if (window.isDestroyed()) return
      if (window.isVisible() && window.isFocused()) return hide()
      window.setBounds(paletteBounds(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea))
      window.show()
      window.focus()
      window.webContents.send('shell:palette', true)
    },
  }
}
