import { describe, expect, it } from 'vitest'
import { partsOf, snippetOf } from './text-parts.ts'

describe('the parts of a script', () => {
  it('are cut where matches and variables begin and end, also inside one another', () => {
    expect(partsOf('亲，退款已到', [[2, 4]], [[0, 1]], [])).toEqual([
      { text: '亲', marked: false, kind: 'filled' }, { text: '，', marked: false, kind: 'plain' },
      { text: '退款', marked: true, kind: 'plain' }, { text: '已到', marked: false, kind: 'plain' },
    ])
    expect(partsOf('a{{b}}', [[2, 4]], [], [[1, 6]]).map(part => `${part.text} ${part.marked} ${part.kind}`)).toEqual([
      'a false plain', '{ false open', '{b true open', '}} false open',
    ])
  })
  it('always give the whole text again, whatever the spans say', () => {
    for (const span of [[0, 0], [3, 99], [9, 99]] as [number, number][]) expect(partsOf('退款流程', [span]).map(part => part.text).join('')).toBe('退款流程')
    expect(partsOf('', [[0, 2]])).toEqual([])
  })
})

describe('the line of a row', () => {
  it('begins shortly before a match far down, and marks what it marked', () => {
    const { text, marks } = snippetOf(`${'字'.repeat(100)}退款${'字'.repeat(300)}`, [[100, 102]])
    expect(text.startsWith('…')).toBe(true)
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['退款'])
  })
  it('stands on one line', () => { expect(snippetOf('一\n二', []).text).toBe('一 二') })
})
