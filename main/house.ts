import path from 'node:path'
import { MessageChannelMain, app, net, powerMonitor, session as sessions, utilityProcess } from 'electron'
import type { BrowserWindow } from 'electron'
import type { CoreFailure, CoreOptions, CoreToMain, HeldKey, ShellInfo } from '../protocol/shell.ts'
import { createAttention } from './attention/attention.ts'
import { coreEnvironment } from './core/core-options.ts'
import { createCoreProcess } from './core/core-process.ts'
import { serveAppFile } from './app-files.ts'
import { realClock } from './edge/clock.ts'
import { logLine } from './edge/log.ts'
import { freshNonce } from './edge/random.ts'
import type { ShellEnvironment } from './environment.ts'
import { answerIpc } from './ipc/answer.ts'
import { proxyFrom } from './proxy.ts'
import { openOsStore } from './secrets/os-store.ts'
import { openSecretFile } from './secrets/secret-file.ts'
import { languageOf } from './texts.ts'
import { APP_SCHEME } from './urls.ts'
import { openDeskWindow } from './window/desk-window.ts'
import { askToOpenLink } from './window/external-link.ts'
import { denyNetwork, denyPermissions, holdInPlace } from './window/guards.ts'
import { setApplicationMenu } from './window/menu.ts'

/** Puts the parts together and opens the desk. To be called once, when Electron is ready. */
export async function openHouse(environment: ShellEnvironment): Promise<void> {
  const userData = app.getPath('userData')
  const dist = path.join(app.getAppPath(), 'dist')
  let language = languageOf(app.getLocale())

  // In memory only: the browser engine keeps nothing of a page on disk.
  const pages = sessions.fromPartition('desk')
  pages.protocol.handle(APP_SCHEME, request => serveAppFile(path.join(dist, 'renderer'), request, freshNonce))
  denyPermissions(pages)
  denyPermissions(sessions.defaultSession)
  denyNetwork(pages)

  // Asked for at once and awaited where it is needed: the window does not wait for a keyring or a proxy script.
  const store = openOsStore()
  const secrets = store.then(opened => openSecretFile(path.join(userData, 'secrets.json'), opened))
  const resolveProxy = async (url: string) => proxyFrom(await sessions.defaultSession.resolveProxy(url))

  let held: HeldKey | null = null
  const windows = new Set<BrowserWindow>()
  /** Windows whose page has asked for a port; a page that is loaded again asks again. */
  const wanting = new Set<BrowserWindow>()
  /** The one the agent was in last: what calls the agent, and opens a conversation, does it there alone. */
  let lastUsed: BrowserWindow | null = null
  const mainWindow = () => lastUsed ?? windows.values().next().value ?? null
  const tell = (channel: string, ...content: unknown[]) => {
    for (const window of windows) if (!window.isDestroyed()) window.webContents.send(channel, ...content)
  }

  const options: CoreOptions = {
    dir: path.join(userData, 'agents'),
    loopbackOnly: environment.fallbackRuntime,
    locale: app.getLocale(),
    appVersion: app.getVersion(),
    trial: environment.trial,
    proxy: null,
  }
  const core = createCoreProcess(
    () => utilityProcess.fork(path.join(dist, 'core', 'main.cjs'), [], {
      env: coreEnvironment(process.env, options), serviceName: 'Shiftdesk core', stdio: 'inherit',
    }),
    realClock,
    {
      ready() { for (const window of wanting) connect(window) },
      message(message) { hear(message) },
      gone() {
        tell('shell:coreGone')
        attention.alert(null, true, language)
        attention.badge(0)
      },
      failed(failure: CoreFailure) { tell('shell:coreFailed', failure) },
      log: logLine,
    },
  )

  const attention = createAttention({
    window: mainWindow,
    show,
    open(conversationId) {
      show()
      mainWindow()?.webContents.send('shell:openConversation', conversationId)
    },
    language,
  })

  function connect(window: BrowserWindow): void {
    if (window.isDestroyed() || !core.isReady()) return
    const { port1, port2 } = new MessageChannelMain()
    core.post({ type: 'connect', windowId: window.id }, [port1])
    window.webContents.postMessage('shell:port', null, [port2])
  }

  function hear(message: Exclude<CoreToMain, { type: 'ready' }>): void {
    switch (message.type) {
      case 'alert':
        if (message.language !== language) setApplicationMenu(message.language, openWindow)
        language = message.language
        return attention.alert(message.alert, message.quiet, language)
      case 'badge':
        return attention.badge(message.count)
      case 'secret_read':
        void secrets.then(file => file.read(message.fileId)).then(secret => { core.post({ type: 'secret', fileId: message.fileId, secret }) }, complain)
        return
      case 'secret_write':
        void secrets.then(file => file.write(message.fileId, message.secret)).catch(complain)
        return
      case 'held_write':
        held = message.held
        return
      case 'held_read':
        return core.post({ type: 'held', held })
      case 'proxy_read':
        void resolveProxy(message.url).then(proxy => { core.post({ type: 'proxy', url: message.url, proxy }) }, complain)
        return
      case 'fatal':
        return
    }
  }

  function openWindow(): void {
    const window = openDeskWindow({
      session: pages, preload: path.join(dist, 'preload', 'preload.cjs'), stateFile: path.join(userData, 'window.json'),
      beside: mainWindow(), clock: realClock, log: logLine,
    })
    windows.add(window)
    holdInPlace(window.webContents, url => { void askToOpenLink(window, url, language).catch(complain) })
    window.webContents.on('did-start-loading', () => { wanting.delete(window) })
    window.on('focus', () => {
      lastUsed = window
      attention.focusChanged(true)
    })
    window.on('blur', () => { attention.focusChanged(false) })
    window.on('closed', () => {
      windows.delete(window)
      wanting.delete(window)
      if (lastUsed === window) lastUsed = null
    })
  }

  function show(): void {
    const window = mainWindow()
    if (!window) return openWindow()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  const info = async (): Promise<ShellInfo> => ({
    platform: process.platform,
    appVersion: app.getVersion(),
    locale: app.getLocale(),
    fallbackRuntime: environment.fallbackRuntime,
    secretStore: (await store)?.kind ?? 'none',
  })
  answerIpc('shell:info', windows, info)
  answerIpc('shell:requestPort', windows, window => {
    wanting.add(window)
    connect(window)
    const failure = core.failure()
    if (failure) window.webContents.send('shell:coreFailed', failure)
  })
  answerIpc('shell:restartCore', windows, () => { core.restart() })
  answerIpc('shell:openExternal', windows, (window, url) => askToOpenLink(window, url, language))
  answerIpc('shell:window', windows, (window, action) => {
    if (action === 'new') openWindow()
    else if (action === 'minimize') window.minimize()
    else if (action === 'close') window.close()
    else if (window.isMaximized()) window.unmaximize()
    else window.maximize()
  })

  powerMonitor.on('resume', () => { core.post({ type: 'resume' }) })
  powerMonitor.on('lock-screen', () => { core.post({ type: 'screen_locked' }) })
  void watchNetwork(() => { core.post({ type: 'network_changed' }) })

  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit() })
  // After the windows: what they save while closing still reaches the core.
  let stopped = false
  app.on('will-quit', event => {
    if (stopped) return
    event.preventDefault()
    attention.destroy()
    void core.stop().then(() => {
      stopped = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { app.quit() })

  setApplicationMenu(language, openWindow)
  // First the core: it is a process of its own and reads its file while the window is made.
  core.start()
  openWindow()
}

const NETWORK_LOOK_MS = 5_000

/** The main process has no event for a changed network: it looks every 5 s whether there is one. */
async function watchNetwork(changed: () => void): Promise<never> {
  for (let before = net.isOnline(); ;) {
    await realClock.sleep(NETWORK_LOOK_MS)
    const now = net.isOnline()
    if (now !== before) changed()
    before = now
  }
}

function complain(error: unknown): void {
  logLine(error instanceof Error ? error.message : 'unknown error')
}
