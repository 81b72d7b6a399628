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

  it('show no personal number, also where the match lies in one', () => {
    expect(markedParts('手机13800138000，\u0001发货\u0002')).toEqual([{ text: '手机138****8000，', marked: false }, { text: '发货', marked: true }])
    expect(markedParts('手机1380013\u00018000\u0002')).toEqual([{ text: '手机', marked: false }, { text: '138****8000', marked: true }])
  })
})
