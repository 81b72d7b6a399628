import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkText, NO_TALK } from '../../../domain/compliance/check.ts'
import { CompiledRules } from '../../../domain/compliance/compiled-rules.ts'
import { spellingsOf } from '../../../domain/compliance/spellings.ts'
import { LanguageRuleContent } from '../../../domain/entities/language-rule.ts'
import { withFallbacks } from '../seed-script.ts'
import { allSeedScripts } from '../scripts/all-scripts.ts'
import { allSeedRules } from './all-rules.ts'

const rules = new CompiledRules(allSeedRules.map((rule) => ({ ...rule, id: rule.key })))
type Talk = { customer?: string[], agent?: string[], orders?: string[], phoneMasked?: string, owed?: string | null }
const findings = (text: string, { customer = [], agent = [], orders = [], phoneMasked, owed }: Talk = {}) => checkText(rules, text, {
  ...NO_TALK, lineKind: null, customerTexts: () => customer, agentTexts: () => agent, owed: () => owed === 'question' || owed === 'promise' ? owed : null,
  known: () => ({
    texts: [...customer, ...agent], orderNumbers: orders, phoneMasked: phoneMasked ?? null, emailMasked: null, addressMasked: null, ofTheShop: () => false,
  }),
})

type Message = { text: string, talk?: Talk, why?: string }
type Messages = { good: Message[], bad: (Message & { rule: string })[] }
const readMessages = (file: string) => JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', file), 'utf8')) as Messages
/** How a customer is spoken to: which of these rules a rude sentence breaks is a matter of taste, that it breaks one is not. */
const CONDUCT = ['C1', 'D4', 'D9', 'D15']
const isMeant = (found: string, rule: string) => found === rule || (CONDUCT.includes(found) && CONDUCT.includes(rule))

/** Sets in the order they were written; from the second on before the rules were looked at or mended (docs/LANGUAGE.md, "How good"). */
describe.each([
  { file: 'language-messages.json', least: 200 }, { file: 'language-messages-second.json', least: 200 }, { file: 'language-messages-third.json', least: 60 },
])('messages that agents write (C1 to C6): $file', ({ file, least }) => {
  const messages = readMessages(file)
  const good = messages.good.filter(({ text, talk }) => findings(text, talk).length > 0)
  const bad = messages.bad.filter(({ text, rule, talk }) => !findings(text, talk).some((found) => isMeant(found.rule, rule)))

  it('are as many good and bad ones, none twice', () => {
    expect(messages.good.length).toBeGreaterThanOrEqual(least)
    expect(messages.bad.length).toBeGreaterThanOrEqual(least)
    const texts = [...messages.good, ...messages.bad].map(({ text, talk }) => JSON.stringify([text, talk]))
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
  })
  it('are judged right, 99 % and more, and each miss is explained', () => {
    expect([...good, ...bad].filter(({ why }) => !why).map(({ text }) => text)).toEqual([])
    expect(good.length + bad.length).toBeLessThanOrEqual((messages.good.length + messages.bad.length) / 100)
  })
  it('are explained only where they are misses', () => {
    expect([...messages.good, ...messages.bad].filter((message) => message.why && !good.includes(message) && !bad.some((one) => one === message))).toEqual([])
  })
})

it('an unseen set is judged no worse than at its first run; nothing is mended on it', () => {
  const { good, bad } = readMessages('language-messages-unmended.json')
  expect(good.filter(({ text, talk }) => findings(text, talk).length === 0).length).toBeGreaterThanOrEqual(29)
  expect(bad.filter(({ text, talk }) => findings(text, talk).length > 0).length).toBeGreaterThanOrEqual(15)
})

describe('the rules that every shop begins with', () => {
  it('are at least 150 wordings with what to say instead, in Chinese and English, of C1 to C4 and D', () => {
    const wordings = (language: string) => allSeedRules.filter((rule) => rule.language === language).flatMap((rule) => rule.wordings)
    expect(wordings('zh').length).toBeGreaterThanOrEqual(150)
    expect(wordings('en').length).toBeGreaterThanOrEqual(150)
    expect(new Set(allSeedRules.map(({ rule }) => rule))).toEqual(new Set(['C1', 'C2', 'C3', 'C4', 'D4', 'D5', 'D6', 'D9', 'D15']))
    expect(allSeedRules.filter(({ positive }) => positive.length < 3)).toEqual([])
    expect(new Set(allSeedRules.map(({ key }) => key)).size).toBe(allSeedRules.length)
  })
  it('fit their schema', () => {
    expect(allSeedRules.filter((rule) => !LanguageRuleContent.safeParse(rule).success).map(({ key }) => key)).toEqual([])
  })
  it('find each spelling of their wordings, and nothing in what they say instead', () => {
    const lost = allSeedRules.flatMap(({ key, wordings }) => wordings.flatMap(spellingsOf).filter((wording) => (
      findings(wording, { agent: [wording], owed: 'question' }).every(({ ruleId }) => ruleId === null))).map((wording) => `${key}: ${wording}`))
    expect(lost).toEqual([])
    expect(allSeedRules.filter(({ positive }) => findings(positive).length > 0).map(({ key }) => key)).toEqual([])
  })
  it('find nothing in the built-in scripts', () => {
    const found = allSeedScripts(Date.UTC(2026, 10, 20)).flatMap(({ code, body }) => findings(withFallbacks(body)).map(({ words }) => `${code}: ${words}`))
    expect(found).toEqual([])
  })
})
