import { describe, expect, it } from 'vitest'
import { isSendKey } from './ime.ts'

const enter = { key: 'Enter', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, keyCode: 13 }

describe('Enter', () => {
  it('sends', () => { expect(isSendKey(enter, false)).toBe(true) })
  it.each([
    ['the input method composes', { ...enter, isComposing: true }, false],
    ['the press ends a composition (key code 229)', { ...enter, keyCode: 229 }, false],
    ['the composition events say so', enter, true],
    ['Shift is held', { ...enter, shiftKey: true }, false],
    ['Ctrl is held', { ...enter, ctrlKey: true }, false],
    ['it is another key', { ...enter, key: 'a' }, false],
  ] as const)('does not send when %s', (_, press, composing) => {
    expect(isSendKey(press, composing)).toBe(false)
  })
})
