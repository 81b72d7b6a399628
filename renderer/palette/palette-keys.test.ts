import { describe, expect, it } from 'vitest'
import { paletteAct } from './palette-keys.ts'

const press = { key: 'Enter', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, keyCode: 13 }

describe('keys of the palette', () => {
  it.each([
    ['inserts', {}, 'insert'], ['inserts and stays', { shiftKey: true }, 'insertMore'], ['sends at once', { altKey: true }, 'send'],
    ['closes', { key: 'Escape' }, 'close'], ['goes down', { key: 'ArrowDown' }, 'down'], ['goes a page up', { key: 'PageUp' }, 'pageUp'],
    ['leaves text selection alone', { key: 'ArrowDown', shiftKey: true }, null], ['leaves letters alone', { key: 't' }, null],
    ['leaves shortcuts alone', { key: 'Enter', ctrlKey: true }, null],
  ] as const)('%s', (_, change, act) => { expect(paletteAct({ ...press, ...change }, false)).toBe(act) })

  it.each(['Enter', 'Escape', 'ArrowDown', 'ArrowUp'])('%s belongs to the input method while it composes', key => {
    expect(paletteAct({ ...press, key, isComposing: true }, false)).toBeNull()
    expect(paletteAct({ ...press, key, keyCode: 229 }, false)).toBeNull()
    expect(paletteAct({ ...press, key }, true)).toBeNull()
  })
})
