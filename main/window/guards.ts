import type { Session, WebContents } from 'electron'
import { isAppUrl } from '../urls.ts'

/** No page asks for anything: camera, position, notifications, serial ports, the clipboard (copying by keys needs no permission). */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => { answer(false) })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Windows fetch nothing but the desk's own files, whatever a page may try. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAppUrl(url) && !/^(blob:app:\/\/desk\/|data:|devtools:)/.test(url) })
  })
  session.on('will-download', event => { event.preventDefault() })
}

/**
 * Holds a page in its place: no navigation, no new windows, no webview. A link to the outside is handed to `askToOpen`.
 */
export function holdInPlace(contents: WebContents, askToOpen: (url: string) => void): void {
  contents.on('will-navigate', (event, url) => {
    event.preventDefault()
    askToOpen(url)
  })
  contents.on('will-frame-navigate', event => { if (!event.isMainFrame) event.preventDefault() })
  contents.on('will-redirect', event => { event.preventDefault() })
  contents.on('will-attach-webview', event => { event.preventDefault() })
  contents.setWindowOpenHandler(({ url }) => {
    askToOpen(url)
    return { action: 'deny' }
  })
}
