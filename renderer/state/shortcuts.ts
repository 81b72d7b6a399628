/** What a key can do, with the keys it has unless the agent changed them. `Mod` is Ctrl, on a Mac Command. */
export const SHORTCUTS = {
  next: 'Mod+J',
  search: 'Mod+F',
  palette: 'Mod+K',
  mend: 'Alt+G',
  promise: 'Mod+P',
  close: 'Mod+E',
  transfer: 'Mod+T',
  talks: 'Alt+I',
  hangUp: 'Mod+Shift+H',
  leaving: 'Alt+L',
  accept: 'Alt+A',
  decline: 'Alt+X',
  note: 'Mod+M',
  picture: 'Mod+O',
  takeBack: 'Alt+Z',
  profile: 'Mod+B',
  companion: 'Mod+N',
  customerWrote: 'Alt+1',
  iAnswered: 'Alt+2',
  duty: 'Mod+Shift+D',
  studio: 'Mod+Shift+S',
  notices: 'Alt+B',
  newWindow: 'Mod+Shift+N',
  lock: 'Mod+L',
  settings: 'Mod+,',
  help: 'Mod+/',
} as const

export type ShortcutName = keyof typeof SHORTCUTS
export const SHORTCUT_NAMES = Object.keys(SHORTCUTS) as ShortcutName[]

/** Those that work away from the talks too: the others are about the open talk. */
export const EVERYWHERE: ReadonlySet<ShortcutName> = new Set(['next', 'search', 'takeBack', 'companion', 'duty', 'studio', 'newWindow', 'lock', 'hangUp', 'leaving', 'accept', 'decline', 'settings', 'help'])

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The keys of each action, the agent's changes over the defaults. */
export function acceleratorsOf(changed: Record<string, string>): Record<ShortcutName, string> {
  return Object.fromEntries(SHORTCUT_NAMES.map(name => [name, changed[name] ?? SHORTCUTS[name]])) as Record<ShortcutName, string>
}

/** The pressed keys as written in an accelerator, e.g. `Mod+Shift+K`; null for a modifier alone. */
export function acceleratorOf(event: Keys, mac: boolean): string | null {
  const key = plainKey(event)
  if (key === null) return null
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  const parts = [mod && 'Mod', other && (mac ? 'Ctrl' : 'Meta'), event.altKey && 'Alt', event.shiftKey && 'Shift', key]
  return parts.filter(Boolean).join('+')
}

/** Only combinations with Mod, Ctrl or Alt, and function keys, may be chosen: others would be typed. */
export function mayBeChosen(accelerator: string): boolean {
  return /^(Mod|Ctrl|Alt)\+/.test(accelerator) || /^(Shift\+)?F\d{1,2}$/.test(accelerator)
}

/** The action that the keys mean, or null. */
export function shortcutOf(event: Keys, accelerators: Record<ShortcutName, string>, mac: boolean): ShortcutName | null {
  const pressed = acceleratorOf(event, mac)
  return SHORTCUT_NAMES.find(name => accelerators[name] === pressed) ?? null
}

/** The accelerator as parts to show on key caps. */
export function keyCaps(accelerator: string, mac: boolean): string[] {
  return accelerator.split('+').map(part => part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : mac && part === 'Alt' ? '⌥' : part)
}

function plainKey(event: Keys): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'Process', 'Dead'].includes(event.key)) return null
  // With Alt or an input method the key is another character: letters and digits are taken by where they sit.
  const byPlace = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code)
  if (byPlace) return byPlace[1] ?? byPlace[2] ?? null
  if (event.code === 'Space') return 'Space'
  return event.key.length === 1 ? event.key.toUpperCase() : event.key
}
