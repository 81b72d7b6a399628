import { describe, expect, it } from 'vitest'
import type { InsertedScript } from '../../domain/entities/inserted-script.ts'
import type { Span } from '../../protocol/script-views.ts'
import { cutInserted, editedShare, insertedScript, moveInserted, moveMarks, sentKind, usesOf } from './inserted.ts'

const script: InsertedScript = { scriptId: 's1', kind: null, body: '退款三天到账', from: 2, to: 8, open: [] }
const text = '亲，退款三天到账，谢谢'
const stretch = (all: InsertedScript[], now: string) => all.map(({ from, to }) => now.slice(from, to))

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

describe('what is filled in for a variable is no change', () => {
  const line = '请问{{customer.name}}的订单{{order.number}}对吗'
  const places: Span[] = [[2, 19], [22, 38]]
  /** The uses after these texts, one after the other, as hands make them. */
  const after = (...texts: string[]) => {
    let [before, all] = [`亲，${line}`, [insertedScript({ id: 's1', kind: null }, line, places, 2)]]
    for (const text of texts) {
      all = moveInserted(all, before, text)
      before = text
    }
    return usesOf(all, before)[0]?.edited
  }
  it.each([
    ['left open', []],
    ['filled by Tab, key by key', ['亲，请问小的订单{{order.number}}对吗', '亲，请问小雨的订单{{order.number}}对吗', '亲，请问小雨的订单A对吗', '亲，请问小雨的订单A17对吗']],
    ['filled, mended and filled again', ['亲，请问小雨的订单{{order.number}}对吗', '亲，请问小的订单{{order.number}}对吗', '亲，请问小余的订单{{order.number}}对吗']],
    ['taken out', ['亲，请问的订单{{order.number}}对吗', '亲，请问的订单对吗']],
    ['filled with words before the script', ['亲亲，请问{{customer.name}}的订单{{order.number}}对吗', '亲亲，请问小雨的订单{{order.number}}对吗']],
  ])('%s', (_, texts) => { expect(after(...texts)).toBe(0) })

  it('words of the script that are changed count, whatever was filled in', () => {
    expect(after('亲，请问小雨的订单{{order.number}}对吗', '亲，请问小雨的包裹{{order.number}}对吗')).toBeCloseTo(2 / 7)
    expect(after('亲，嗯嗯')).toBe(1)
  })
  it('a long text in a place is the agent\'s own', () => {
    expect(after(`亲，请问${'已经帮您查过了'.repeat(6)}的订单{{order.number}}对吗`)).toBeGreaterThan(0.8)
  })
  it('at the end of a script too', () => {
    const open = insertedScript({ id: 's1', kind: null }, '单号是{{order.number}}', [[3, 19]], 0)
    const filled = moveInserted(moveInserted([open], '单号是{{order.number}}', '单号是A'), '单号是A', '单号是A1')
    expect(usesOf(filled, '单号是A1')).toEqual([{ scriptId: 's1', edited: 0 }])
    expect(filled[0]).toMatchObject({ from: 0, to: 5, open: [[3, 5]] })
  })
  it('when the blanks before it are cut off, it keeps its places', () => {
    const one = insertedScript({ id: 's1', kind: null }, '订单{{order.number}}对吗', [[2, 18]], 3)
    expect(cutInserted([one], 3, 20)).toMatchObject([{ from: 0, to: 20, open: [[2, 18]] }])
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
  const offered: InsertedScript = { scriptId: 's1', kind: 'holding', body: '正在为您查询，请稍等', from: 0, to: 10, open: [] }
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
  it('a whole answer in a place to be filled in is no holding line', () => {
    const line = '正在为您查询{{order.number}}，请稍等'
    const open = insertedScript({ id: 's1', kind: 'holding' }, line, [[6, 22]], 0)
    const at = (text: string) => sentKind(text, moveInserted([open], line, text))
    expect(at('正在为您查询A17，请稍等').kind).toBe('holding')
    expect(at('正在为您查询好了，明天下午到，请稍等').kind).toBeNull()
  })
})
