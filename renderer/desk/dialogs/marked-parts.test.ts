import { describe, expect, it } from 'vitest'
import { markedParts } from './marked-parts.ts'

describe('matches in an excerpt', () => {
  it('are parted from what is around them', () => {
    expect(markedParts('要\u0001退款\u0002到账\u0001退款\u0002')).toEqual([
      { text: '要', marked: false }, { text: '退款', marked: true }, { text: '到账', marked: false }, { text: '退款', marked: true },
    ])
    expect(markedParts('无')).toEqual([{ text: '无', marked: false }])
    expect(markedParts('')).toEqual([])
  })
})
