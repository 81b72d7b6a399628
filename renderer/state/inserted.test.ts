import { describe, expect, it } from 'vitest'
import { editedShare, moveInserted, moveMarks, sentKind, usesOf } from './inserted.ts'
import type { Inserted } from './inserted.ts'

const script: Inserted = { scriptId: 's1', kind: null, body: '退款三天到账', from: 2, to: 8 }
const text = '亲，退款三天到账，谢谢'
const stretch = (all: Inserted[], now: string) => all.map(({ from, to }) => now.slice(from, to))

describe('a script in a reply stays known', () => {
  it.each([
    ['typing before it', '亲亲，退款三天到账，谢谢', '退款三天到账'],
    ['typing after it', '亲，退款三天到账，谢谢您', '退款三天到账'],
    ['typing right before it', '亲，您的退款三天到账，谢谢', '退款三天到账'],
    ['changing it', '亲，退款五天到账，谢谢', '退款五天到账'],
    ['adding inside', '亲，退款最迟三天到账，谢谢', '退款最迟三天到账'],
    ['taking its end away together with what follows', '亲，退款三天', '退款三天'],
  ])('by %s', (_, now, left) => { expect(stretch(moveInserted([script], text, now), now)).toEqual([left]) })

  it('until it is gone', () => {
    expect(moveInserted([script], text, '亲，，谢谢')).toEqual([])
    expect(moveInserted([script], text, '')).toEqual([])
  })
})

describe('how much was changed (N3)', () => {
  it('counts single characters against the longer text', () => {
    expect(editedShare('退款三天到账', '退款三天到账')).toBe(0)
    expect(editedShare('退款三天到账', '退款五天到账')).toBeCloseTo(1 / 6)
    expect(editedShare('退款', '好的呀')).toBe(1)
    expect(editedShare('kitten', 'sitting')).toBeCloseTo(3 / 7)
    expect(editedShare('', '')).toBe(0)
  })
  it('is at most 1 and quick for the longest texts', () => {
    expect(editedShare('一'.repeat(8_000), '二'.repeat(8_000))).toBe(1)
    expect(editedShare('ab'.repeat(900), 'ba'.repeat(900))).toBeLessThan(0.01)
  })
  it('is told of every script in the reply', () => {
    const both = [script, { ...script, scriptId: 's2', body: '谢谢', from: 9, to: 11 }]
    expect(usesOf(both, '亲，退款五天到账，谢谢')).toEqual([{ scriptId: 's1', edited: 1 / 6 }, { scriptId: 's2', edited: 0 }])
  })
})

describe('marks under words', () => {
  it('move with them, and go when the words are written into', () => {
    const mark = { span: [4, 7] as [number, number] }
    expect(moveMarks([mark], '我们也是不知道', '我们也是不太知道')).toEqual([])
    expect(moveMarks([{ span: [3, 6] as [number, number] }], '我们也不知道', '其实我们也不知道')).toEqual([{ span: [5, 8] }])
    expect(moveMarks([{ span: [3, 6] as [number, number] }], '我们也不知道', '我们也不很知道')).toEqual([])
  })
})

describe('the kind of a line (T12)', () => {
  const offered: Inserted = { scriptId: 's1', kind: 'holding', body: '正在为您查询，请稍等', from: 0, to: 10 }
  it('is the script\'s while the reply is that script, hardly changed', () => {
    expect(sentKind('正在为您查询，请稍等 ', [offered])).toEqual({ kind: 'holding', scriptId: 's1' })
    expect(sentKind('正在给您查询，请稍等', [offered])).toEqual({ kind: 'holding', scriptId: 's1' })
  })
  it('is judged by the words once there is more, less or another', () => {
    expect(sentKind('正在为您查询，请稍等。已查到：明天到', [offered])).toEqual({ kind: null, scriptId: null })
    expect(sentKind('明天就到了呀亲亲放心', [offered])).toEqual({ kind: null, scriptId: null })
    expect(sentKind('正在为您查询，请稍等', [offered, offered])).toEqual({ kind: null, scriptId: null })
    expect(sentKind('明天到', [])).toEqual({ kind: null, scriptId: null })
  })
})
