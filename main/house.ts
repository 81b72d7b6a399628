import path from 'node:path'
import { MessageChannelMain, app, globalShortcut, net, powerMonitor, session as sessions, utilityProcess } from 'electron'
import type { BrowserWindow } from 'electron'
import type { CoreFailure, CoreOptions, CoreToMain, HeldKey, ShellInfo } from '../protocol/shell.ts'
import { createAttention } from './attention/attention.ts'
import { createSummonsNotices } from './attention/summons.ts'
import { coreEnvironment } from './core/core-options.ts'
import { createCoreProcess } from './core/core-process.ts'
import { serveAppFile } from './app-files.ts'
import { answerScheme } from './app-protocol.ts'
import { realClock } from './edge/clock.ts'
import { logLine } from './edge/log.ts'
import { watchIdle } from './edge/idle-watch.ts'
import { freshNonce } from './edge/random.ts'
import type { ShellEnvironment } from './environment.ts'
import { answerIpc } from './ipc/answer.ts'
import { ForeignSenderError } from './ipc/sender.ts'
import { askBeforeLeaving } from './leaving/leave-question.ts'
import { createLeaving } from './leaving/leaving.ts'
import { createPaletteKeys } from './palette/palette-key.ts'
import { openPaletteWindow } from './palette/palette-window.ts'
import type { PaletteWindow } from './palette/palette-window.ts'
import { proxyFrom } from './proxy.ts'
import { openOsStore } from './secrets/os-store.ts'
import { openSecretFile } from './secrets/secret-file.ts'
import { languageOf } from './texts.ts'
import { APP_SCHEME } from './urls.ts'
import { openDeskWindow } from './window/desk-window.ts'
import { askToOpenLink } from './window/external-link.ts'
import { denyNetwork, denyPermissions, holdInPlace } from './window/guards.ts'
import { setApplicationMenu } from './window/menu.ts'
import { saveFile } from './window/save-file.ts'

/** Puts the parts together and opens the desk. To be called once, when Electron is ready. */
export async function openHouse(environment: ShellEnvironment): Promise<void> {
  const userData = app.getPath('userData')
  const dist = path.join(app.getAppPath(), 'dist')
  let language = languageOf(app.getLocale())

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
        notices.summons([])
        leaving.holds(0)
      },
      failed(failure: CoreFailure) { tell('shell:coreFailed', failure) },
      log: logLine,
    },
  )
  // In memory only: the browser engine keeps nothing of a page on disk.
  const session = sessions.fromPartition('desk')
  answerScheme(session.protocol, APP_SCHEME, request => serveAppFile(path.join(dist, 'renderer'), request, freshNonce), logLine)
  denyPermissions(session)
  denyPermissions(sessions.defaultSession)
  denyNetwork(session)

  // Asked for at once and awaited where it is needed: the window does not wait for a keyring or a proxy script.
  const store = openOsStore()
  const secrets = store.then(opened => openSecretFile(path.join(userData, 'secrets.json'), opened))
  const resolveProxy = async (url: string) => proxyFrom(await sessions.defaultSession.resolveProxy(url))

  let held: HeldKey | null = null
  const windows = new Set<BrowserWindow>()
  /** The windows and the palette's. */
  const pages = new Set<BrowserWindow>()
  /** Windows whose page has asked for a port; a page that is loaded again asks again. */
  const wanting = new Set<BrowserWindow>()
  /** The one the agent was in last: what calls the agent, and opens a conversation, does it there alone. */
  let lastUsed: BrowserWindow | null = null
  const mainWindow = () => lastUsed ?? windows.values().next().value ?? null
  const tell = (channel: string, ...content: unknown[]) => {
    for (const page of pages) if (!page.isDestroyed()) page.webContents.send(channel, ...content)
  }

  function connect(window: BrowserWindow): void {
    if (window.isDestroyed() || !core.isReady()) return
    const { port1, port2 } = new MessageChannelMain()
    core.post({ type: 'connect', windowId: window.id }, [port1])
    window.webContents.postMessage('shell:port', null, [port2])
  }

  function hear(message: Exclude<CoreToMain, { type: 'ready' }>): void {
    switch (message.type) {
      case 'alert':
        if (message.language !== language) setApplicationMenu(message.language, openWindow, () => { leaving.leave() })
        language = message.language
        notices.said(message.quiet, language)
        return attention.alert(message.alert, message.quiet, language)
      case 'badge':
        return attention.badge(message.count)
      case 'summons':
        return notices.summons(message.summons)
      case 'holding':
        return leaving.holds(message.count)
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

  const making = { session, preload: path.join(dist, 'preload', 'preload.cjs'), clock: realClock, log: logLine }
  /** What every window gets, and loses when it closes. */
  function keep(window: BrowserWindow): void {
    pages.add(window)
    holdInPlace(window.webContents, url => { void askToOpenLink(window, url, language).catch(complain) })
    window.webContents.on('did-start-loading', () => { wanting.delete(window) })
    window.on('closed', () => {
      pages.delete(window)
      wanting.delete(window)
    })
  }

  let palette: PaletteWindow | null = null
  const paletteKeys = createPaletteKeys(globalShortcut, path.join(userData, 'palette.json'), () => { palette?.toggle() }, logLine)
  /** Once, when the desk itself is there and has had its time. */
  function warmPalette(): void {
    if (palette || windows.size === 0) return
    const made = openPaletteWindow(making)
    palette = made
    keep(made.window)
    made.window.on('closed', () => { if (palette === made) palette = null })
    paletteKeys.state()
  }

  function openWindow(): void {
    const window = openDeskWindow({ ...making, fragment: '', stateFile: path.join(userData, 'window.json'), beside: mainWindow() })
    windows.add(window)
    keep(window)
    window.once('ready-to-show', () => {
      void realClock.sleep(SETTLE_AFTER_MS).then(settle)
      void realClock.sleep(WARM_AFTER_MS).then(warmPalette)
    })
    window.on('focus', () => {
      lastUsed = window
      focusChanged(true)
    })
    window.on('blur', () => { focusChanged(false) })
    window.on('close', event => { if (process.platform !== 'darwin' && !leaving.mayClose(windows.size === 1)) event.preventDefault() })
    window.on('closed', () => {
      windows.delete(window)
      if (lastUsed === window) lastUsed = null
      // Hidden it would keep the program running.
      if (windows.size === 0 && process.platform !== 'darwin') palette?.window.destroy()
    })
  }

  /** The wall of a team for a big screen: it calls nobody, and no conversation opens there. */
  function openWall(teamId: string): void {
    keep(openDeskWindow({ ...making, fragment: `#wall=${teamId}`, stateFile: path.join(userData, 'wall.json'), beside: null }))
  }

  function show(): void {
    const window = mainWindow()
    if (!window) return openWindow()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  function focusChanged(focused: boolean): void {
    attention.focusChanged(focused)
    notices.focusChanged(focused)
  }

  // The window's way is the longer one: its process first, then the core's, and everything below while they start.
  openWindow()
  core.start()

  const attention = createAttention({
    window: mainWindow,
    show,
    open(conversationId) {
      show()
      mainWindow()?.webContents.send('shell:openConversation', conversationId)
    },
    leave: () => { leaving.leave() },
    language,
  })
  const notices = createSummonsNotices(show, language)
  const leaving = createLeaving({
    ask: held => askBeforeLeaving(mainWindow(), held, language),
    handOver() {
      show()
      mainWindow()?.webContents.send('shell:handOver')
    },
    quit: () => { app.quit() },
    failed: complain,
  })

  let settled = false
  /** What nobody misses before there is a list. */
  function settle(): void {
    if (settled) return
    settled = true
    attention.begin()
    setApplicationMenu(language, openWindow, () => { leaving.leave() })
    const idle = watchIdle(() => powerMonitor.getSystemIdleTime(), realClock, report => { core.post({ type: 'idle', ...report }) })
    powerMonitor.on('resume', () => { core.post({ type: 'resume' }) })
    powerMonitor.on('lock-screen', () => {
      core.post({ type: 'screen_locked' })
      idle.locked(true)
    })
    powerMonitor.on('unlock-screen', () => { idle.locked(false) })
    void watchNetwork(() => { core.post({ type: 'network_changed' }) })
  }

  const info = async (): Promise<ShellInfo> => ({
    platform: process.platform,
    appVersion: app.getVersion(),
    locale: app.getLocale(),
    fallbackRuntime: environment.fallbackRuntime,
    secretStore: (await store)?.kind ?? 'none',
  })
  answerIpc('shell:info', pages, info)
  answerIpc('shell:requestPort', pages, window => {
    wanting.add(window)
    connect(window)
    const failure = core.failure()
    if (failure) window.webContents.send('shell:coreFailed', failure)
  })
  answerIpc('shell:restartCore', pages, () => { core.restart() })
  answerIpc('shell:openExternal', pages, (window, url) => askToOpenLink(window, url, language))
  answerIpc('shell:saveFile', windows, (window, name, bytes) => saveFile(window, name, bytes))
  answerIpc('shell:window', pages, (window, action) => {
    // The small palette is a page of the program, and has nothing to say about windows.
    if (window === palette?.window) throw new ForeignSenderError('not a window of the desk')
    if (action === 'new') openWindow()
    else if (action.startsWith('wall:')) openWall(action.slice('wall:'.length))
    else if (action === 'fullscreen') window.setFullScreen(!window.isFullScreen())
    else if (action === 'minimize') window.minimize()
    else if (action === 'close') window.close()
    else if (window.isMaximized()) window.unmaximize()
    else window.maximize()
  })
  answerIpc('shell:paletteKey', windows, () => paletteKeys.state())
  answerIpc('shell:setPaletteKey', windows, (_window, accelerator) => paletteKeys.choose(accelerator))
  answerIpc('shell:palette', pages, (window, action) => {
    if (window !== palette?.window) return
    palette.hide()
    if (action === 'desk') show()
  })

  app.on('second-instance', show)
  app.on('activate', show)
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit() })
  // A palette that is up would only hide instead of closing.
  app.on('before-quit', () => {
    leaving.ends()
    palette?.window.destroy()
  })
  // After the windows: what they save while closing still reaches the core.
  let stopped = false
  app.on('will-quit', event => {
    if (stopped) return
    event.preventDefault()
    settled = true
    attention.destroy()
    notices.destroy()
    paletteKeys.release()
    void core.stop().then(() => {
      stopped = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { app.quit() })
}

const NETWORK_LOOK_MS = 5_000
/** The list is drawn by then; the tray, the menu and the system's own news can wait for it. */
const SETTLE_AFTER_MS = 500
/** The palette is made this long after the desk's own window stands: the start belongs to the desk. */
const WARM_AFTER_MS = 2_000

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
