import { describe, expect, it } from 'vitest'
import { PRE_SALE_SCENES, SCRIPT_STAGES, SCRIPT_VARIABLES, seedScripts, withFallbacks } from '../seed-script.ts'
import { allSeedScripts } from './all-scripts.ts'

const NOW_MS = Date.UTC(2026, 10, 20, 4, 0, 0)
const scripts = allSeedScripts(NOW_MS)
const chinese = scripts.filter((script) => script.lang === 'zh')
const english = scripts.filter((script) => script.lang === 'en')

/** C1: brush-offs. */
const BRUSH_OFF = [
  '不知道', '不清楚', '没办法', '没有办法', '不关我', '不归我', '不是我的', '不可能', '规定就是', '自己看', '你自己', '您自己',
  '爱买不买', '随便你', '急什么', '不行', '无法', '帮不了', '说了多少', "don't know", 'no way', 'not my', 'impossible', 'cannot',
]
/** C3: absolute promises and superlatives. */
const ABSOLUTE = [
  '一定', '保证', '肯定', '绝对', '百分百', '100%', '永远', '全网最', '最低', '最好', '最便宜', '第一品牌', '终身',
  'guarantee', 'definitely', 'never', 'always', 'the best', 'cheapest',
]
/** C2: asking for sensitive data. */
const SENSITIVE = ['密码', '验证码', '卡号', '身份证', 'password', 'verification code', 'card number']
/** D15: blaming the customer. */
const BLAME = ['您没看', '您搞错', '您弄错', '是您的问题', '您的错', '您不会', '您应该早', 'your fault', 'you should have']

describe('the seeded scripts (S1, S2, S6)', () => {
  it('are at least 120 in Chinese and 40 in English', () => {
    expect(chinese.length).toBeGreaterThanOrEqual(120)
    expect(english.length).toBeGreaterThanOrEqual(40)
  })
  it('have unique, typable codes', () => {
    const codes = scripts.map((script) => script.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !/^[a-z]{2}\d\de?$/u.test(code))).toEqual([])
  })
  it('have unique bodies, and titles unique within stage and language', () => {
    expect(new Set(scripts.map((script) => script.body)).size).toBe(scripts.length)
    const titles = scripts.map((script) => `${script.lang} ${script.stage} ${script.title}`)
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
  })
  it.each(SCRIPT_STAGES)('cover the stage %s with several Chinese and one English script', (stage) => {
    expect(chinese.filter((script) => script.stage === stage).length).toBeGreaterThanOrEqual(4)
    expect(english.some((script) => script.stage === stage)).toBe(true)
  })
  it.each(PRE_SALE_SCENES)('cover the pre-sale scene %s', (scene) => {
    expect(chinese.filter((script) => script.scene === scene).length).toBeGreaterThanOrEqual(2)
    expect(english.some((script) => script.scene === scene)).toBe(true)
  })
  it('twins point at a Chinese script of the same stage and scene', () => {
    for (const script of english) {
      const twin = chinese.find((other) => other.code === script.twinOf)
      expect(twin, script.code).toMatchObject({ stage: script.stage, scene: script.scene, tags: script.tags })
      expect(script.code).toBe(`${script.twinOf ?? ''}e`)
    }
    expect(chinese.every((script) => script.twinOf === null)).toBe(true)
  })
  it('use known variables only, each other than the order number with a fallback', () => {
    const known: readonly string[] = SCRIPT_VARIABLES
    for (const script of scripts) {
      for (const [, name = '', fallback] of script.body.matchAll(/\{\{([^|}]+)(?:\|([^}]*))?\}\}/gu)) {
        expect(known, script.code).toContain(name)
        if (name !== 'order.number') expect(fallback, script.code).toBeTruthy()
      }
      expect(withFallbacks(script.body), script.code).not.toMatch(/[{}]/u)
    }
  })
  it('are written in the language they claim', () => {
    for (const script of english) expect(script.title + script.body).not.toMatch(/\p{Script=Han}/u)
    for (const script of chinese) expect(withFallbacks(script.body)).toMatch(/\p{Script=Han}{4}/u)
  })
  it('carry dates on campaigns only: running, coming and past ones (S3)', () => {
    const dated = chinese.filter((script) => script.validFromMs !== null)
    expect(dated.every((script) => script.scene === 'campaign')).toBe(true)
    for (const script of dated) expect(script.validToMs).toBeGreaterThan(script.validFromMs ?? Infinity)
    expect(dated.some((script) => (script.validToMs ?? 0) < NOW_MS)).toBe(true)
    expect(dated.some((script) => (script.validFromMs ?? 0) > NOW_MS)).toBe(true)
    expect(dated.filter((s) => (s.validFromMs ?? 0) <= NOW_MS && NOW_MS < (s.validToMs ?? 0)).length).toBeGreaterThan(2)
  })
})

describe('the language of the seeded scripts', () => {
  it.each([
    ['C1', BRUSH_OFF], ['C2', SENSITIVE], ['C3', ABSOLUTE], ['D15', BLAME],
  ] as const)('obeys %s', (_rule, banned) => {
    const found = scripts.flatMap((script) => {
      const text = `${script.title} ${script.body}`.toLowerCase()
      return banned.filter((phrase) => text.includes(phrase)).map((phrase) => `${script.code}: ${phrase}`)
    })
    expect(found).toEqual([])
  })
  it('keeps to 120 characters when filled (C3)', () => {
    const filled = scripts.map((script) => ({ code: script.code, text: withFallbacks(script.body) }))
    expect(filled.filter(({ text }) => [...text].length > 120)).toEqual([])
    expect(filled.filter(({ text }) => [...text].length < 12)).toEqual([])
  })
  it('says 您, never 你', () => {
    expect(chinese.filter((script) => script.body.includes('你')).map((script) => script.code)).toEqual([])
  })
  it('asks "anything else" in one closing script only (D5)', () => {
    const asking = scripts.filter((script) => /还有其他可以帮|anything else/iu.test(script.body))
    expect(asking.map((script) => script.code)).toEqual(['js01', 'js01e'])
  })
  it('names a time in every complaint line that promises something (D4, K2–K4)', () => {
    const promising = chinese.filter((script) => script.stage === 'complaint' && /反馈|方案|结果和/u.test(script.body))
    expect(promising.length).toBeGreaterThan(3)
    for (const script of promising) {
      if (/我们的方案是/u.test(script.body)) continue
      expect(withFallbacks(script.body), script.code).toMatch(/小时内/u)
    }
  })
  it('confirms at the end of an answer to an after-sale question (D2)', () => {
    const questions = chinese.filter((script) => script.stage === 'after_sale' && /您想|您问|对吗|您要/u.test(script.body))
    expect(questions.length).toBeGreaterThan(12)
    const open = questions.filter((script) => !/[？。]$/u.test(script.body) || !script.body.includes('？'))
    expect(open.map((script) => script.code)).toEqual([])
  })
})

describe('seedScripts', () => {
  it('makes a twin only where an English text is written', () => {
    const made = seedScripts('care', [
      { code: 'aa01', tags: [], zh: ['一', '甲'] }, { code: 'aa02', tags: [], zh: ['二', '乙'], en: ['two', 'b'] },
    ])
    expect(made.map((script) => [script.code, script.lang, script.twinOf])).toEqual([
      ['aa01', 'zh', null], ['aa02', 'zh', null], ['aa02e', 'en', 'aa02'],
    ])
  })
})

it('D12: an answer to a left message says who writes, that it was read, and what is done about it', () => {
  const answers = scripts.filter(({ stage, tags }) => stage === 'left_message' && !tags.includes('非服务时间'))
  expect(answers.length).toBeGreaterThan(3)
  for (const { code, body } of answers) expect(body, code).toMatch(/\{\{agent\.name\|.*(?:看到|已读|读了|I read).*(?:已|开始|working|noted)/u)
})
