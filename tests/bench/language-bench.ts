import { readFileSync } from 'node:fs'
import path from 'node:path'
import { allSeedRules } from '../../api/seed/language-rules/all-rules.ts'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import { withFallbacks } from '../../api/seed/seed-script.ts'
import { checkText, NO_TALK, type Surroundings } from '../../domain/compliance/check.ts'
import { CompiledRules, type RuleRow } from '../../domain/compliance/compiled-rules.ts'
import { figure, median, percentile, type Figure } from './figure.ts'

const messages = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'language-messages.json'), 'utf8')) as Record<'good' | 'bad', { text: string }[]>
const PHRASES = 3_000
const LENGTH = 500
const SEED = 20_261_122

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The rules that every shop begins with, filled up to 3,000 wordings with characters of real sentences. */
function rows(random: () => number, text: string): RuleRow[] {
  const own = allSeedRules.map((rule): RuleRow => ({ ...rule, id: rule.key }))
  const wordings = new Set(own.flatMap(rule => rule.wordings))
  const more: string[] = []
  while (wordings.size + more.length < PHRASES) {
    more.push(Array.from({ length: 3 + Math.floor(random() * 5) }, () => text.charAt(Math.floor(random() * text.length))).join(''))
  }
  const parts = Array.from({ length: Math.ceil(more.length / 30) }, (_, i) => more.slice(i * 30, i * 30 + 30))
  return [...own, ...parts.map((part, i): RuleRow => (
    { id: `made-${i}`, rule: 'C1', severity: 'note', wordings: part, exceptions: [], positive: null, reason: null, active: true }))]
}

const TALK: Surroundings = {
  ...NO_TALK, customerTexts: () => ['你们说“不知道”'], agentTexts: () => ['还有其他可以帮到您的吗'], owed: () => 'question',
  known: () => ({ texts: ['我的电话13800138000'], orderNumbers: ['2026112012345678'], phoneMasked: '139****1386', emailMasked: null, addressMasked: null, ofTheShop: () => false }),
}

/** One check of a message while it is typed, and the compiling of the rules, each message three times, the quickest counts: other programs on the machine are not measured. */
export async function languageBench(count: number): Promise<Figure[]> {
  const random = seeded(SEED)
  const sentences = [...allSeedScripts(1_764_000_000_000).map(({ body }) => withFallbacks(body)), ...messages.good.map(({ text }) => text)]
  const made = rows(random, sentences.join('').replace(/[^\p{Script=Han}]/gu, ''))
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? ''
  // Every message has two bad sentences in it: worse than an agent's day.
  const message = (): string => {
    let text = one(messages.bad.map(bad => bad.text)) + one(messages.bad.map(bad => bad.text))
    while (text.length < LENGTH) text += one(sentences)
    return text.slice(0, LENGTH)
  }
  const texts = Array.from({ length: count }, message)
  const compile: number[] = []
  let rules = new CompiledRules(made)
  for (let run = 0; run < 7; run++) {
    const from = performance.now()
    rules = new CompiledRules(made)
    compile.push(performance.now() - from)
  }
  const checks: number[] = []
  const wall: number[] = []
  let found = 0
  for (const text of [...texts.slice(0, 300), ...texts]) {
    const times = [1, 2, 3].map(() => {
      const from = performance.now()
      found += checkText(rules, text, TALK).length
      return performance.now() - from
    })
    wall.push(...times)
    checks.push(Math.min(...times))
  }
  const warm = checks.slice(300)
  const loop = regexLoop(made, texts.slice(0, 50))
  return [
    figure('language-check', percentile(warm, 0.99), 'ms', 1, warm.length, {
      median: median(warm), eachMedian: median(wall), eachP99: percentile(wall, 0.99), worst: Math.max(...warm), phrases: PHRASES, characters: LENGTH, foundPerMessage: Math.round(found / wall.length), aRegexEach: loop,
    }),
    figure('language-compile', median(compile), 'ms', null, compile.length, { phrases: PHRASES, worst: Math.max(...compile) }),
  ]
}

/** What it is never to be: a regular expression a wording that lets signs stand between characters. @returns median ms a message */
function regexLoop(made: readonly RuleRow[], texts: readonly string[]): number {
  const expressions = made.flatMap(({ wordings }) => wordings).map(wording =>
    new RegExp([...wording].map(sign => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\p{P}]*'), 'giu'))
  return median(texts.map(text => {
    const from = performance.now()
    for (const expression of expressions) text.match(expression)
    return performance.now() - from
  }))
}
