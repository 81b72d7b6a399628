import { contextBridge, ipcRenderer } from 'electron'
import { PORT_MESSAGE } from '../protocol/shell.ts'
import type { CoreFailure, PaletteKey, PreloadBridge } from '../protocol/shell.ts'

const HOME = 'app://desk'

type Info = Awaited<ReturnType<PreloadBridge['info']>>
/** Info and port are asked for before the page's script has been read, and given out once; what is said before it listens is said again. */
let info: Promise<Info> | null = null
let port: MessagePort | null = null
let failure: CoreFailure | null = null
/** A port comes by itself: the shell gives one with each new core, and not a second to a page that is only late. */
let coming = false
let asked = false

const askInfo = async () => await ipcRenderer.invoke('shell:info') as Info

/** A port cannot pass the bridge: it goes to the page as a message with a transfer. */
function hand(given: MessagePort): void {
  window.postMessage(PORT_MESSAGE, HOME, [given])
}

const bridge: PreloadBridge = {
  async requestPort() {
    asked = true
    const waiting = port
    port = null
    if (waiting) hand(waiting)
    else if (!coming) await ipcRenderer.invoke('shell:requestPort')
  },
  onCoreGone(listener) { ipcRenderer.on('shell:coreGone', () => { listener() }) },
  onCoreFailed(listener) {
    ipcRenderer.on('shell:coreFailed', (_event, said: CoreFailure) => { listener(said) })
    if (failure) listener(failure)
  },
  async restartCore() { await ipcRenderer.invoke('shell:restartCore') },
  onOpenConversation(listener) {
    ipcRenderer.on('shell:openConversation', (_event, conversationId: string) => { listener(conversationId) })
  },
  onHandOver(listener) { ipcRenderer.on('shell:handOver', () => { listener() }) },
  openExternal: async url => await ipcRenderer.invoke('shell:openExternal', url) as boolean,
  info() {
    const early = info
    info = null
    return early ?? askInfo()
  },
  saveFile: async (name, bytes) => await ipcRenderer.invoke('shell:saveFile', name, bytes) as { name: string } | null,
  async window(action) { await ipcRenderer.invoke('shell:window', action) },
  paletteKey: async () => await ipcRenderer.invoke('shell:paletteKey') as PaletteKey,
  setPaletteKey: async accelerator => await ipcRenderer.invoke('shell:setPaletteKey', accelerator) as PaletteKey,
  async palette(action) { await ipcRenderer.invoke('shell:palette', action) },
  onPalette(listener) { ipcRenderer.on('shell:palette', (_event, shown: boolean) => { listener(shown) }) },
}

// Only the desk's own page gets anything.
if (location.origin === HOME) {
  contextBridge.exposeInMainWorld('shiftdesk', bridge)
  ipcRenderer.on('shell:port', ({ ports: [given] }) => {
    if (!given) return
    // Two may come before the page is there: a core that crashed meanwhile.
    port?.close()
    port = null
    failure = null
    coming = false
    if (asked) hand(given)
    else port = given
  })
  ipcRenderer.on('shell:coreGone', () => {
    port?.close()
    port = null
  })
  ipcRenderer.on('shell:coreFailed', (_event, said: CoreFailure) => { failure = said })
  info = askInfo()
  // Refused: said again to the page, which asks anew.
  info.catch(() => { info = null })
  coming = true
  ipcRenderer.invoke('shell:requestPort').catch(() => { coming = false })
}
