import type { PreloadBridge, ShellBridge } from '../../protocol/shell.ts'
import { PORT_MESSAGE } from '../../protocol/shell.ts'
import { createDeskClient } from './client.ts'
import type { DeskClient, Waits } from './client.ts'

declare global {
  interface Window {
    /** Put there by preload. */
    readonly shiftdesk: PreloadBridge
  }
}

/** The window was opened without its preload script: nothing can work. Recovery: start it through the desk. */
export class NoShellError extends Error {
  override name = 'NoShellError'
}

/**
 * The shell as a window sees it. A MessagePort cannot pass a context bridge, so preload hands it to the page by
 * `window.postMessage` with a transfer; this takes it up again. Only messages from this very window and origin count.
 * @throws NoShellError without preload
 */
export function openShell(page: Window): ShellBridge {
  const bridge = page.shiftdesk as PreloadBridge | undefined
  if (!bridge) throw new NoShellError('window.shiftdesk is missing')
  return {
    ...bridge,
    onPort(listener) {
      page.addEventListener('message', event => {
        if (event.source !== page || event.origin !== page.location.origin) return
        const [port] = event.ports
        if (event.data === PORT_MESSAGE && port) listener(port)
      })
      void bridge.requestPort()
    },
  }
}

/**
 * The client of this window's core, connected as soon as there is a core, and again after each restart of it.
 * @param waits real ones from renderer/edge
 */
export function openDesk(shell: ShellBridge, waits: Waits): DeskClient {
  const client = createDeskClient(waits)
  shell.onPort(port => { client.connect(port) })
  shell.onCoreGone(() => { client.disconnect() })
  return client
}
