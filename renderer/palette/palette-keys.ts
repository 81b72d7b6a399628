/** What a key means while the palette is open. */
export type PaletteAct = 'up' | 'down' | 'pageUp' | 'pageDown' | 'insert' | 'insertMore' | 'send' | 'close'

type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean; isComposing: boolean; keyCode: number }

/**
 * Null for a key that is typed, or another's. Never anything while an input method composes: its Enter, Esc and arrows are its own
 * (`isComposing`; key code 229 for the press that ends it; `composing` from the composition events).
 */
export function paletteAct(press: Press, composing: boolean): PaletteAct | null {
  if (composing || press.isComposing || press.keyCode === 229 || press.ctrlKey || press.metaKey) return null
  if (press.key === 'Enter') return press.altKey ? 'send' : press.shiftKey ? 'insertMore' : 'insert'
  if (press.altKey || press.shiftKey) return null
  switch (press.key) {
    case 'ArrowUp': return 'up'
    case 'ArrowDown': return 'down'
    case 'PageUp': return 'pageUp'
    case 'PageDown': return 'pageDown'
    case 'Escape': return 'close'
    default: return null
  }
}
