import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkText, NO_TALK } from './check.ts'
import { CompiledRules, type RuleRow } from './compiled-rules.ts'
import { fold } from './fold.ts'
import { owed } from './lines.ts'
import { findPersonal } from './personal.ts'
import { NO_TIMERS } from '../timers/state.ts'

const row = (given: Partial<RuleRow>): RuleRow => (
  { id: 'r', rule: 'C1', severity: 'block', wordings: ['不知道'], exceptions: [], positive: null, reason: null, active: true, ...given })
const words = (rules: RuleRow[], text: string) => checkText(new CompiledRules(rules), text, NO_TALK).map(found => found.words)

describe('what the rules see through (C5)', () => {
  test.each(['不知道', '不 知　道', '不.知.道', '不·知-道', '不，知，道', '不\n知\n道', '不\u200b知\u200b道', '不😊知😊道'])('%s', text => {
    expect(words([row({})], `亲${text}呢`)).toEqual([text])
  })
  test.each([['沒辦法', '没办法'], ['驗證碼', '验证码'], ['歸我', '归我'], ['說了', '说了'], ['裡面', '里面']])('traditional %s', (traditional, simple) => {
    expect(words([row({ wordings: [simple] })], traditional)).toEqual([traditional])
  })
  test.each(["don't know", 'DON’T KNOW', 'dont know', 'd o n t k n o w', 'ｄｏｎｔ　ｋｎｏｗ', 'dоn’t knоw', 'd0n’t kn0w', 'don\'t kn*ow', '🅳🅾🅽’🆃 know'])('%s', text => {
    expect(words([row({ wordings: ["don't know"] })], text)).toEqual([text])
  })
  test('digits in every writing', () => {
    for (const text of ['全网第1', '全网第①', '全网第１', '全网第一', '全网第壹', '全网第➊']) expect(words([row({ wordings: ['全网第一'] })], text), text).toEqual([text])
  })
})

describe('what is no wording', () => {
  it('one comma or full stop alone parts Chinese, and so it does English', () => {
    expect(words([row({ wordings: ['不行', '不知道', 'no way'] })], '要不，行吗。不，知道了。The answer is no. Way to go')).toEqual([])
  })
  it('English stands between word boundaries, a number is not a part of a longer one', () => {
    expect(words([row({ wordings: ['no way', 'pin', '100%'] })], 'piano wayfarer, spinning, 2100%')).toEqual([])
  })
  it('what is excepted, inactive, or empty once folded', () => {
    expect(words([row({ exceptions: ['不知道您'] })], '不知道您要哪款')).toEqual([])
    expect(words([row({ exceptions: ['不知道您'] })], '不知道您要哪款，我不知道')).toEqual(['不知道'])
    expect(words([row({ active: false })], '不知道')).toEqual([])
    expect(words([row({ wordings: ['。。。'] })], '。。。')).toEqual([])
    expect(words([], '不知道')).toEqual([])
  })
})

test('a promise with a time is never flagged; a claim is, whatever the time', () => {
  const rules = [row({ rule: 'C3', severity: 'warn', wordings: ['一定', '保证', '全网最低', 'we promise'] })]
  for (const text of ['18:00前一定回复您', '一定在下午3点前回复', '我保证两小时内答复', '保证24小时内退', 'We promise to call by 5 pm', 'we promise an answer within two hours', '中午12点前一定发']) expect(words(rules, text), text).toEqual([])
  for (const text of ['一定回复您', '一定回复您。18:00前', '保证有一点用', '全网最低，18:00前下单']) expect(words(rules, text).length, text).toBe(1)
})

test('over the same words the gravest stays, else the longest; in order of place', () => {
  const rules = [row({ id: 'a', severity: 'warn', wordings: ['我真的不知道'] }), row({ id: 'b' }), row({ id: 'c', severity: 'note', wordings: ['慢慢'] })]
  expect(checkText(new CompiledRules(rules), '您慢慢看，我真的不知道', NO_TALK).map(({ ruleId, span }) => [ruleId, span])).toEqual([['c', [1, 3]], ['b', [8, 11]]])
})

describe('personal data (C2, C4)', () => {
  test.each([
    ['电话13712345678', 'phone 13712345678'], ['一三七一二三四五六七八', 'phone 13712345678'], ['①③⑦①②③④⑤⑥⑦⑧', 'phone 13712345678'], ['l37l2345678', 'phone 13712345678'],
    ['+86 137 1234 5678', 'phone 13712345678'], ['137/1234/5678', 'phone 13712345678'], ['4111 1111 1111 1111', 'card 4111111111111111'], ['11010519491231002X', 'identity 11010519491231002x'],
    ['订单号：3811223344556677889', 'order 3811223344556677889'], ['验证码为 482 913', 'code 482913'], ['写信 Qing@Example.com', 'email qing@example.com'],
    ['上海市南京东路100号3楼', 'address 京东路100号3楼'],
  ])('%s', (text, expected) => { expect(findPersonal(text).map(({ rule, value }) => `${rule} ${value}`)).toEqual([expected]) })
  test.each([
    '满299减30，满599减80', '2026年11月22日15:30', '身高155到170厘米，体重45到60公斤', '4111 1111 1111 1112', '验证码60秒内有效', '取件码 3-2-4471', '包裹还在路上，15号到', '400-820-8820',
    '含绒量90%，充绒120克', '第一二三四五六七八节', 'iPhone 15 Pro Max', '一、二、三、四、五、六、七',
  ])('none: %s', text => { expect(findPersonal(text)).toEqual([]) })
})

test('a thank-you leaves nothing open, a question does (D6)', () => {
  const turn = { sinceMs: 1, greetingOnly: false, holdingAtMs: null, apologyAtMs: null }
  const lines = (...bodies: string[]) => bodies.map(body => ({ author: 'customer' as const, body, lineKind: null }))
  expect(owed(lines('什么时候发货'), { ...NO_TIMERS, turn }, false)).toBe('question')
  for (const body of ['好的，谢谢', 'ok thanks', '没有了', '知道了👌']) expect(owed(lines(body), { ...NO_TIMERS, turn }, false), body).toBe(null)
  expect(owed(lines('什么时候发货', '好的'), { ...NO_TIMERS, turn }, false)).toBe('question')
  expect(owed([], NO_TIMERS, true)).toBe('promise')
})

test('whatever is written: spans lie in the text, and its stretches fold to what was found', () => {
  const rules = new CompiledRules([row({}), row({ id: 'en', wordings: ["don't know"] })])
  const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('不知道', "don't know", '①', '１', '「', '」', '{{', '}}', '\ud800', 'ﷺ', '13712345678', '🅰', 'İ'))
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
    const text = pieces.join('')
    for (const { span: [start, end], words: found } of checkText(rules, text, NO_TALK)) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(found).toBe(text.slice(start, end))
    }
    const { units, from, to } = fold(text)
    expect([from.length, to.length]).toEqual([units.length, units.length])
  }), { numRuns: 300 })
})

test('rubbish of 8,000 characters takes no time to speak of', () => {
  const rules = new CompiledRules([row({ wordings: ['aaaaaaaaab', '市市市路'] })])
  for (const text of ['a'.repeat(8_000), '市'.repeat(8_000), '1'.repeat(8_000), '1 '.repeat(4_000), '一'.repeat(8_000), '路1号'.repeat(2_600), '「'.repeat(8_000), '{{'.repeat(4_000), '验证码'.repeat(2_600), 'a@'.repeat(4_000), '18:00。一定'.repeat(1_000)]) {
    const from = process.threadCpuUsage()
    checkText(rules, text, NO_TALK)
    const { user } = process.threadCpuUsage(from)
    expect(user / 1_000, text.slice(0, 6)).toBeLessThan(1_000)
  }
})
