type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean; isComposing: boolean; keyCode: number }

/**
 * Whether this key press sends. Never while an input method composes: `isComposing` says so in most browsers, key code 229 in
 * the press that ends a composition in others, and `composing` is kept from the composition events themselves.
 */
export function isSendKey(press: Press, composing: boolean): boolean {
  if (press.key !== 'Enter' || composing || press.isComposing || press.keyCode === 229) return false
  return !press.shiftKey && !press.ctrlKey && !press.metaKey && !press.altKey
}
