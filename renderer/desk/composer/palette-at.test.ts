import { beforeEach, describe, expect, it } from 'vitest'
import { closePalette, followSlash, openPalette, paletteAt } from './palette-at.ts'

beforeEach(() => { closePalette() })
const type = (text: string) => { followSlash('c1', text, text.length, true) }

describe('the palette behind a slash', () => {
  it('opens, follows and closes with what is written', () => {
    type('您好 /')
    expect(paletteAt('c1')).toMatchObject({ from: 3, text: '' })
    type('您好 /tk')
    expect(paletteAt('c1')?.text).toBe('tk')
    type('您好 ')
    expect(paletteAt('c1')).toBeNull()
  })
  it('closes when the caret leaves it, and does not open because the caret came by', () => {
    type('/tk')
    followSlash('c1', '/tk', 0, false)
    expect(paletteAt('c1')).toBeNull()
    followSlash('c1', '/', 1, false)
    expect(paletteAt('c1')).toBeNull()
  })
  it('stays closed after Esc while the word goes on', () => {
    type('/t')
    type('/')
    closePalette()
    type('/tk')
    expect(paletteAt('c1')).toBeNull()
  })
  it('never takes over a palette that has a field of its own', () => {
    openPalette('c1')
    type('/')
    expect(paletteAt('c1')?.from).toBeNull()
  })
})
