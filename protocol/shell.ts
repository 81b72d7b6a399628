import type { Alert } from './views.ts'

/** Messages between main and the core (utility process `parentPort`). No business data beyond the one alert. */
export type MainToCore =
  /** Carries a MessagePort in `ports[0]`: a window's DeskApi connection. */
  | { type: 'connect'; windowId: number }
  /** The machine woke up, or the network changed: re-anchor the clock, try at once. */
  | { type: 'resume' }
  | { type: 'network_changed' }
  | { type: 'screen_locked' }
  /** Answer to `secret_read`; null when there is none. */
  | { type: 'secret'; fileId: string; secret: string | null }
  | { type: 'shutdown' }

export type CoreToMain =
  | { type: 'ready' }
  | { type: 'alert'; alert: Alert | null; quiet: boolean; language: 'zh' | 'en' }
  | { type: 'badge'; count: number }
  /** "Stay signed in": the OS store keeps the database key (safeStorage where there is one). */
  | { type: 'secret_read'; fileId: string }
  | { type: 'secret_write'; fileId: string; secret: string | null }
  | { type: 'fatal'; code: string; detail: string }

/** Options for the core, as JSON in the environment variable SHIFTDESK_CORE (never secrets in argv). */
export type CoreOptions = {
  /** Folder of the agent files. */
  dir: string
  /** Fallback runtime: only loopback APIs are allowed. */
  loopbackOnly: boolean
  locale: string
  appVersion: string
  /** Trial run only, loopback only: sign in by itself. */
  trial: { api: string; shop: string; account: string; password: string } | null
  proxy: string | null
}

/** What preload puts on `window.shiftdesk`; nothing else reaches a window. */
export type ShellBridge = {
  /** Called with each new port to the core: at start, and again after a restart of the core. */
  onPort(listener: (port: MessagePort) => void): void
  onCoreGone(listener: () => void): void
  /** A notification was clicked. */
  onOpenConversation(listener: (conversationId: string) => void): void
  /** Asks the agent first; http(s) only. */
  openExternal(url: string): Promise<boolean>
  info(): Promise<{ platform: string; appVersion: string; locale: string; fallbackRuntime: boolean; secretStore: 'os' | 'basic_text' | 'none' }>
  window(action: 'minimize' | 'maximize' | 'close'): Promise<void>
}
