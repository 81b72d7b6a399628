import type { Alert } from './views.ts'

/** Messages between main and the core (utility process `parentPort`). No business data beyond the one alert. */
export type MainToCore =
  /** Carries a MessagePort in `ports[0]`: a window's DeskApi connection. */
  | { type: 'connect'; windowId: number }
  /** The machine woke up, or the network changed: re-anchor the clock, try at once. */
  | { type: 'resume' }
  | { type: 'network_changed' }
  | { type: 'screen_locked' }
  /** How long nobody has touched the machine, and whether its screen is locked (M10). */
  | { type: 'idle'; idleSec: number; locked: boolean }
  /** Answer to `secret_read`; null when there is none. */
  | { type: 'secret'; fileId: string; secret: string | null }
  /** Answer to `held_read`. */
  | { type: 'held'; held: HeldKey | null }
  /** Answer to `proxy_read`; null is direct. */
  | { type: 'proxy'; url: string; proxy: string | null }
  | { type: 'shutdown' }

export type CoreToMain =
  | { type: 'ready' }
  | { type: 'alert'; alert: Alert | null; quiet: boolean; language: 'zh' | 'en' }
  | { type: 'badge'; count: number }
  /** Everything that calls the agent now besides waiting customers; what is no longer in it is over. */
  | { type: 'summons'; summons: Summons[] }
  /** H5: so many conversations are to be handed over before the program may be closed. */
  | { type: 'holding'; count: number }
  /** "Stay signed in": the OS store keeps the database key (safeStorage where there is one). */
  | { type: 'secret_read'; fileId: string }
  | { type: 'secret_write'; fileId: string; secret: string | null }
  /** Main keeps the open file's key in memory while it runs, so that a core that crashed opens the file again; null forgets. */
  | { type: 'held_write'; held: HeldKey | null }
  | { type: 'held_read' }
  /** Which proxy the system's settings name for this address (they may differ from host to host). */
  | { type: 'proxy_read'; url: string }
  /** Why the core is about to end; shown when it cannot be kept alive. */
  | { type: 'fatal'; code: string; detail: string }

/**
 * A transfer to answer, the meal, the end of a shift or a meeting is near (M3, H1), back late (M9), a colleague calls for help (L1).
 * `id`: one per occasion. `name`: of the customer, or of who asks.
 */
export type Summons = { id: string; kind: 'transfer' | 'meal' | 'shift_end' | 'meeting' | 'late_back' | 'help'; name: string | null }

/** The key of the open agent file, base64. Never on disk; forgotten at lock, sign-out and change of agent. */
export type HeldKey = { fileId: string; secret: string }

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
  /** The system's proxy for the trial API or, before one is known, in general; `proxy_read` asks for one address. */
  proxy: string | null
}

/** Sent by preload to its own window with a MessagePort in `ports[0]` (a port cannot pass the context bridge). */
export const PORT_MESSAGE = 'shiftdesk.port'

export type ShellInfo = {
  platform: string
  appVersion: string
  locale: string
  /** The browser engine is an old stand-in: loopback APIs only. The window says so. */
  fallbackRuntime: boolean
  /** Where "stay signed in" keeps the key. basic_text: not protected from other programs of this user. */
  secretStore: 'os' | 'basic_text' | 'none'
}

/** The core could not be kept alive: shown in the window with `restartCore` as the way out. */
export type CoreFailure = { code: string; detail: string }

/**
 * The key that opens the palette over any program, on this machine, as windows write keys (`Mod+Alt+Space`).
 * taken: another program holds it. unusable: no system takes such keys. off: switched off.
 */
export type PaletteKey = { accelerator: string; state: 'on' | 'taken' | 'unusable' | 'off' }
export const PALETTE_KEY = 'Mod+Alt+Space'

/** What preload puts on `window.shiftdesk`; nothing else reaches a window. */
export type PreloadBridge = {
  /** Asks main for a port to the core; it arrives as a window message PORT_MESSAGE, and again after a restart of the core. */
  requestPort(): Promise<void>
  /** The core ended; a new port follows unless `onCoreFailed` is called. */
  onCoreGone(listener: () => void): void
  /** The core crashed too often in a row, or could not start: main has given up until `restartCore`. */
  onCoreFailed(listener: (failure: CoreFailure) => void): void
  restartCore(): Promise<void>
  /** A notification was clicked. */
  onOpenConversation(listener: (conversationId: string) => void): void
  /** The agent wanted to close the program and still holds customers: the handover list comes up. */
  onHandOver(listener: () => void): void
  /** Asks the agent first; http(s) only. */
  openExternal(url: string): Promise<boolean>
  info(): Promise<ShellInfo>
  /** Asks where (beginning with `name`), then writes. Null: the agent chose nowhere. Rejects when it cannot be written. */
  saveFile(name: string, bytes: Uint8Array): Promise<{ name: string } | null>
  /** `new`: one more window of the same desk. `wall:TEAM`: that team's wall for a big screen. `fullscreen`: in and out of it. */
  window(action: 'minimize' | 'maximize' | 'close' | 'new' | 'fullscreen' | `wall:${string}`): Promise<void>
  /** How it stands with the palette's key now: a key that was taken is tried again. */
  paletteKey(): Promise<PaletteKey>
  /** Other keys for the palette, at once and from now on; null switches it off. */
  setPaletteKey(accelerator: string | null): Promise<PaletteKey>
  /** The palette's own window. `hide`: the program before has the focus again. `desk`: the desk comes forward. */
  palette(action: 'hide' | 'desk'): Promise<void>
  /** The palette's own window was called up, or put away. */
  onPalette(listener: (shown: boolean) => void): void
}

/** The same as the window's code sees it (renderer/bridge/port.ts). */
export type ShellBridge = PreloadBridge & {
  /** Called with each new port to the core: at start, and again after a restart of the core. */
  onPort(listener: (port: MessagePort) => void): void
}
