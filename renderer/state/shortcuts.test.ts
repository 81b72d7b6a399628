import { describe, expect, it } from 'vitest'
import { acceleratorOf, acceleratorsOf, keyCaps, mayBeChosen, shortcutOf, SHORTCUTS } from './shortcuts.ts'

const keys = (change: Partial<KeyboardEvent>) =>
  ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change })

describe('shortcuts', () => {
  it('knows Ctrl J here and Command J on a Mac', () => {
    const defaults = acceleratorsOf({})
    expect(shortcutOf(keys({ key: 'j', code: 'KeyJ', ctrlKey: true }), defaults, false)).toBe('next')
    expect(shortcutOf(keys({ key: 'j', code: 'KeyJ', metaKey: true }), defaults, true)).toBe('next')
    expect(shortcutOf(keys({ key: 'j', code: 'KeyJ', ctrlKey: true }), defaults, true)).toBeNull()
  })

  it('finds letters by their place under an input method', () => {
    expect(acceleratorOf(keys({ key: 'ｊ', code: 'KeyJ', ctrlKey: true }), false)).toBe('Mod+J')
    expect(acceleratorOf(keys({ key: 'Process', code: 'KeyJ' }), false)).toBeNull()
    // A no-break space on a Mac.
    expect(acceleratorOf(keys({ key: '\u00a0', code: 'Space', altKey: true, metaKey: true }), true)).toBe('Mod+Alt+Space')
  })

  it('takes what the agent changed', () => {
    const changed = acceleratorsOf({ next: 'Alt+N' })
    expect(shortcutOf(keys({ key: 'n', code: 'KeyN', altKey: true }), changed, false)).toBe('next')
    expect(shortcutOf(keys({ key: 'j', code: 'KeyJ', ctrlKey: true }), changed, false)).toBeNull()
  })

  it('lets no plain letter be chosen', () => {
    expect(['K', 'Shift+K', 'Mod+K', 'Alt+K', 'F8'].map(mayBeChosen)).toEqual([false, false, true, true, true])
  })

  it('has no key twice', () => {
    const all = Object.values(SHORTCUTS)
    expect(new Set(all).size).toBe(all.length)
  })

  it('writes key caps', () => {
    expect([keyCaps('Mod+J', false), keyCaps('Mod+J', true)]).toEqual([['Ctrl', 'J'], ['⌘', 'J']])
  })
})
