import { contextBridge, ipcRenderer } from 'electron'
import { PORT_MESSAGE } from '../protocol/shell.ts'
import type { CoreFailure, PaletteKey, PreloadBridge } from '../protocol/shell.ts'

const HOME = 'app://desk'

const bridge: PreloadBridge = {
  async requestPort() { await ipcRenderer.invoke('shell:requestPort') },
  onCoreGone(listener) { ipcRenderer.on('shell:coreGone', () => { listener() }) },
  onCoreFailed(listener) { ipcRenderer.on('shell:coreFailed', (_event, failure: CoreFailure) => { listener(failure) }) },
  async restartCore() { await ipcRenderer.invoke('shell:restartCore') },
  onOpenConversation(listener) {
    ipcRenderer.on('shell:openConversation', (_event, conversationId: string) => { listener(conversationId) })
  },
  openExternal: async url => await ipcRenderer.invoke('shell:openExternal', url) as boolean,
  info: async () => await ipcRenderer.invoke('shell:info') as Awaited<ReturnType<PreloadBridge['info']>>,
  saveFile: async (name, bytes) => await ipcRenderer.invoke('shell:saveFile', name, bytes) as { name: string } | null,
  async window(action) { await ipcRenderer.invoke('shell:window', action) },
  paletteKey: async () => await ipcRenderer.invoke('shell:paletteKey') as PaletteKey,
  setPaletteKey: async accelerator => await ipcRenderer.invoke('shell:setPaletteKey', accelerator) as PaletteKey,
  async palette(action) { await ipcRenderer.invoke('shell:palette', action) },
  onPalette(listener) { ipcRenderer.on('shell:palette', (_event, shown: boolean) => { listener(shown) }) },
}

// Only the desk's own page gets anything. A port cannot pass the bridge: it goes to the page as a message with a transfer.
if (location.origin === HOME) {
  contextBridge.exposeInMainWorld('shiftdesk', bridge)
  ipcRenderer.on('shell:port', event => { window.postMessage(PORT_MESSAGE, HOME, event.ports) })
}
