import { describe, expect, it } from 'vitest'
import { DEFAULT_LINE_PATTERNS } from './default-patterns.ts'
import { kindOfStage, kindOfText } from './line-kind.ts'

describe.each(DEFAULT_LINE_PATTERNS.map((entry, at) => ({ ...entry, at })))('T12 $kind, pattern $at', (entry) => {
  const expression = new RegExp(entry.pattern, 'iu')
  it.each(entry.examples)('takes: %s', (text) => {
    expect(expression.test(text)).toBe(true)
    expect(kindOfText(text, [])).toBe(entry.kind)
  })
  it.each(entry.counterExamples)('leaves: %s', (text) => expect(kindOfText(text, [])).not.toBe(entry.kind))
  it('is quick with texts made to trouble it', () => {
    for (const piece of ['稍等', '抱歉', '我帮您查一下，', '好的，', '我', '你好 ', 'let me check ', 'sorry, ', '一', ' ', '😊', '，。']) {
      expect(expression.test(`${piece.repeat(2_000)}x价`.slice(-8_000))).toBe(false)
    }
  })
})

describe('other text counts as an answer (T12)', () => {
  it.each([
    '有货的', 'M码有现货，今天可以发', '好的', '可以退的', '3到5个工作日到账', '退款已经提交了', '请把照片发给我', '亲，这款是羊毛的', 'Yes, it is in stock.',
    'The refund takes 3 days.', 'Please send a photo.', '已经给您备注好了', '明天到', '包邮', '', '2026112012345678', '您方便拍张照片吗',
  ])('%s', (text) => expect(kindOfText(text, [])).toBe('answer'))
})

describe('the team and the script', () => {
  it("a team's own pattern goes first", () => {
    expect(kindOfText('小铺收到', [{ kind: 'holding', pattern: '^小铺收到$' }])).toBe('holding')
    expect(kindOfText('请稍等', [{ kind: 'answer', pattern: '稍等' }])).toBe('answer')
  })
  it.each([
    ['opening', 'opening'], ['waiting', 'holding'], ['look_up', 'look_up'], ['apology', 'apology'], ['closing',
    'closing'],
    ['transfer', 'holding'], ['after_sale', null], ['recommendation', null], ['left_message', null],
  ] as const)('stage %s tells %s', (stage, kind) => expect(kindOfStage(stage)).toBe(kind))
})
