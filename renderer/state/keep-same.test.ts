import { describe, expect, it } from 'vitest'
import { keepSame } from './keep-same.ts'

describe('unchanged parts stay the same object', () => {
  it('gives the whole value back when nothing changed', () => {
    const before = { rows: [{ id: 'a', dues: [1] }], n: null }
    expect(keepSame(before, { rows: [{ id: 'a', dues: [1] }], n: null })).toBe(before)
  })

  it('keeps rows that only moved', () => {
    const before = [{ id: 'a', v: 1 }, { id: 'b', v: 2 }]
    const next = keepSame(before, [{ id: 'b', v: 2 }, { id: 'a', v: 9 }])
    expect(next[0]).toBe(before[1])
    expect(next[1]).toEqual({ id: 'a', v: 9 })
    expect(next).not.toBe(before)
  })

  it('sees a removed key', () => {
    expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
  })

  it('takes bytes and other objects as they are', () => {
    const bytes = new Uint8Array([1])
    expect(keepSame({ bytes: new Uint8Array([1]) }, { bytes }).bytes).toBe(bytes)
  })
})
