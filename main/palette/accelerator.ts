const MODIFIERS: Record<string, string> = { Mod: 'CommandOrControl', Ctrl: 'Control', Alt: 'Alt', Shift: 'Shift', Meta: 'Super' }
const NAMED: Record<string, string> = {
  Space: 'Space', Enter: 'Return', Tab: 'Tab', Backspace: 'Backspace', Delete: 'Delete', Insert: 'Insert', Home: 'Home', End: 'End',
  PageUp: 'PageUp', PageDown: 'PageDown', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', '+': 'Plus',
}
const PLAIN = /^(?:[A-Z0-9`\-=[\]\\;',./]|F(?:[1-9]|1\d|2[0-4]))$/

/**
 * Keys as a window writes them, for the system.
 * @param keys e.g. `Mod+Alt+Space`
 * @returns e.g. `CommandOrControl+Alt+Space`; null for what no system takes, and for keys without Mod, Ctrl, Alt or Meta: they would be typed
 */
export function systemAccelerator(keys: string): string | null {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  const key = parts.pop() ?? ''
  const modifiers = parts.map(part => MODIFIERS[part])
  const system = NAMED[key] ?? (PLAIN.test(key) ? key : undefined)
  if (system === undefined || modifiers.includes(undefined) || new Set(parts).size < parts.length) return null
  const free = /^F\d+$/.test(key) || parts.some(part => part !== 'Shift')
  return free ? [...modifiers, system].join('+') : null
}
