import { describe, expect, test } from 'vitest'
import { checkText, NO_TALK } from './check.ts'
import { CompiledRules, type RuleRow } from './compiled-rules.ts'
import { countSpellings, MOST_SPELLINGS, spellingsOf } from './spellings.ts'

const row = (given: Partial<RuleRow>): RuleRow => (
  { id: 'r', rule: 'C1', severity: 'block', wordings: ['不知道'], exceptions: [], positive: null, reason: null, active: true, ...given })
const words = (text: string, ...rules: Partial<RuleRow>[]) => checkText(new CompiledRules(rules.map(row)), text, NO_TALK).map(found => found.words)

describe('brackets', () => {
  test('stand for each of what is in them, an empty one for nothing', () => {
    expect(spellingsOf('(你/我)不(知道/清楚)(了/)')).toEqual(['你不知道了', '你不知道', '你不清楚了', '你不清楚', '我不知道了', '我不知道', '我不清楚了', '我不清楚'])
    for (const text of ['弄坏', '摔坏', '弄 坏', '摔壞']) expect(words(`您${text}的`, { wordings: ['(弄/摔)坏'] }), text).toEqual([text])
    expect(words('洗坏', { wordings: ['(弄/摔)坏'] })).toEqual([])
  })
  test('without a choice are signs like others, in full width are brackets', () => {
    expect(words('不（知）道', { wordings: ['不(知)道'] })).toEqual(['不（知）道'])
    expect(words('摔坏', { wordings: ['（弄／摔）坏'] })).toEqual(['摔坏'])
  })
  test('that make too many wordings find nothing, whatever is in the text', () => {
    const many = '(a/b/c/d/e/f/g/h)'.repeat(20)
    expect(countSpellings(many)).toBeGreaterThan(MOST_SPELLINGS)
    expect(words('aaaaaaaaaaaaaaaaaaaa', { wordings: [many] })).toEqual([])
  })
})

describe('slots', () => {
  const wordings = ['你…弄坏', "can't…possibly…break"]
  test.each([
    ['你弄坏', '你弄坏'], ['是您自己不小心弄 坏的', '您自己不小心弄 坏'], ['你你你弄坏', '你弄坏'], ["It can't, sorry", null], ['it can’t quite possibly ever break', 'can’t quite possibly ever break'],
    ['你好，我看到弄坏了', null], ['你说的那件我们昨天寄出去的衣服弄坏', null], ['弄坏你', null], ['你。弄坏', null],
  ])('%s', (text, found) => { expect(words(text, { wordings })).toEqual(found === null ? [] : [found]) })
  test('a comma beside it lets it reach over commas, never over the end of a sentence', () => {
    const over = { wordings: ['质量没问题…，…你'] }
    expect(words('质量没问题的，衣服也是好的，是你穿坏', over)).toEqual(['质量没问题的，衣服也是好的，是你'])
    expect(words('质量没问题。你好', over)).toEqual([])
  })
  test('in an exception', () => {
    const rule = { wordings: ['退不了'], exceptions: ['退不了…，…可以'] }
    expect(words('这件退不了，不过可以换', rule)).toEqual([])
    expect(words('这件退不了。可以走了', rule)).toEqual(['退不了'])
  })
  test('at the ends mean nothing; a wording of slots only is none', () => {
    expect(words('不知道', { wordings: ['…不知道…'] })).toEqual(['不知道'])
    expect(words('不知道', { wordings: ['……', '…，…'] })).toEqual([])
  })
  test('a C3 claim is known by its wording, not by what stands in its slot', () => {
    const rule = { rule: 'C3' as const, wordings: ['包…好'] }
    expect(words('18:00前包最快修好', rule)).toEqual([])
    expect(words('包最快修好', rule)).toEqual(['包最快修好'])
  })
  test('rubbish takes no time to speak of', () => {
    const rules = new CompiledRules([row({ wordings: ['你…你…你…坏', '你…，…你…，…坏', 'a…a…a…b'] })])
    for (const text of ['你'.repeat(8_000), '你，'.repeat(4_000), 'a '.repeat(4_000), '你你你坏'.repeat(2_000)]) {
      const from = process.cpuUsage()
      checkText(rules, text, NO_TALK)
      expect(process.cpuUsage(from).user / 1_000, text.slice(0, 4)).toBeLessThan(1_000)
    }
  })
})

describe('what is the same to a rule (C5)', () => {
  test.each([['您', '你'], ['妳', '你'], ['啥', '什么'], ['甚麼', '什么'], ['什麼', '什么'], ['咋办', '怎么办'], ['n0 way', 'no way'], ['d o n t know', "don't know"], ['p a s s w o r d please', 'password please']])('%s and %s', (text, wording) => {
    expect(words(text, { wordings: [wording] })).toEqual([text])
    expect(words(wording, { wordings: [text] })).toEqual([wording])
  })
  test('a word half apart is another one', () => { expect(words('pas sword', { wordings: ['password'] })).toEqual([]) })
})

describe('a promise that is not made (C3)', () => {
  const rule = { rule: 'C3' as const, severity: 'warn' as const, wordings: ['绝对', '打包票', '最低价', '百分百', 'lasts forever', 'the best'] }
  test.each(['效果不敢打包票', '沒法百分百還原', '最低价没法保证', '绝对这种话我不敢说', "I can't promise it lasts forever", "It's not the best"])('%s', text => { expect(words(text, rule)).toEqual([]) })
  test.each(['绝对不能错', '不会掉色，绝对', '不是吹，绝对好', '您不能错过最低价', 'not just the best', "Can't wait. It lasts forever"])('still: %s', text => { expect(words(text, rule)).toHaveLength(1) })
})

describe('what others said', () => {
  test.each(['之前客服说“不知道”，抱歉', '他回您「不知道」', '“不知道”这种话不该说', '客服跟您說“不知道”，很抱歉', '同事回“您不知道”', 'She told you "no way", sorry'])('%s', text => {
    expect(words(text, { wordings: ['不知道', 'no way'] })).toEqual([])
  })
  test.each(['我说“不知道”', '您说的“不知道”', '您看到的“不知道”', 'You said “不知道”', '“不知道”', '您好“不知道”', '不“知道”这种'])('still: %s', text => { expect(words(text, { wordings: ['不知道'] })).toHaveLength(1) })
  test('to ask for a secret is no report', () => { expect(words('页面写着“验证码发我”', { wordings: ['x'] })).toHaveLength(1) })
})

describe('asking for secrets (C2)', () => {
  test.each(['收到验证码没？收到发我一下', '把短信里那串数字念给我', '密.码.多.少', '看下短信，6个数字是？', '您的验证码？', '还有CVV？', '密码呢？', '弹出来的六位数给我', 'yzm发下', 'Did the verification code arrive? Send it to me please', 'forward me the text with the code'])('%s', text => {
    expect(checkText(new CompiledRules([]), text, NO_TALK).map(({ rule }) => rule)).toEqual(['C2'])
  })
  test.each(['没收到验证码？', '是不是忘了密码？', '您没有密码是？', '收到验证码了吗？没收到的话告诉我手机型号', '密码锁多少钱', '手机号码发我', '验证码不要告诉任何人。单号发我一下', '初始密码是多少看贴纸', "Don't share the code. Send me your size", 'What is your zip code?'])('none: %s', text => {
    expect(checkText(new CompiledRules([]), text, NO_TALK)).toEqual([])
  })
})
