import type { Severity } from '../entities/language-rule.ts'
import type { LineKind } from '../entities/team.ts'
import { figureOf, type Given } from '../figures/figures.ts'
import { kindOfText } from '../lines/line-kind.ts'
import type { CompiledRules, Hit } from './compiled-rules.ts'
import { isDenied } from './denied.ts'
import type { BuiltInRule, Finding } from './finding.ts'
import { fold, type Folded } from './fold.ts'
import { findPersonal, isKnown, type KnownData } from './personal.ts'
import { quotesOf } from './said-by-others.ts'
import { asksForSecrets, type SecretWord } from './sensitive.ts'
import { namesTime, sentenceAround } from './times.ts'

/** The figures of a team that the check needs. */
export type Limits = { longest: number; lengthSeverity: Severity; personalSeverity: Severity; cardSeverity: Severity; anythingElseTimes: number }

/** Goes in: what a team has set. Comes out: its figures for the language of messages (C2, C3, C4, D5). */
export function limitsOf(figures: Given): Limits {
  return {
    longest: figureOf(figures, 'messageChars'), lengthSeverity: figureOf(figures, 'lengthSeverity'), cardSeverity: figureOf(figures, 'cardSeverity'),
    personalSeverity: figureOf(figures, 'personalDataSeverity'), anythingElseTimes: figureOf(figures, 'anythingElseTimes'),
  }
}

/** The talk that a text is written into. What costs something is asked for only when it is needed. */
export type Surroundings = {
  /** What the customer wrote last: a quote of it is no fault. */
  customerTexts: () => readonly string[]
  /** What agents wrote in this conversation (D5). */
  agentTexts: () => readonly string[]
  /** D6: what a closing line would leave open. */
  owed: () => 'question' | 'promise' | null
  /** The kind of the line as its script tells; null = by its text. */
  lineKind: LineKind | null
  /** Null: there is no talk, numbers are not looked at (C4). */
  known: (() => KnownData) | null
  limits: Limits
}

/** A text outside any talk: a script in the studio. Nothing is owed there, so what kind of line it is need not be found out. */
export const NO_TALK: Surroundings = {
  customerTexts: () => [], agentTexts: () => [], owed: () => null, lineKind: 'answer', known: null, limits: limitsOf(null),
}

const RANK: Record<Severity, number> = { block: 2, warn: 1, note: 0 }
/** Claims that no clock makes good: "the cheapest", "for ever". Other wordings of C3 promise something. */
const CLAIM = /最|第1|唯1|顶级|終身|终身|永|独家|全网|首个|假1赔|best|cheapest|lowest|greatest|perfect|ever|lifetime|number1|only/

/**
 * What is wrong with a text: C1 to C6, D4 to D6, D9, D15, personal data, unfilled variables. Pure; the same on desk and server.
 * Goes in: the rules, the text as written, the talk. Comes out: findings in order of place; of those over the same words the
 * gravest and longest.
 */
export function checkText(rules: CompiledRules, text: string, around: Surroundings): Finding[] {
  if (text.trim() === '') return []
  const folded = fold(text)
  const { hits, secrets } = rules.read(text, folded)
  const found = [
    ...wordings(hits, rules, text, folded, around), ...asked(text, secrets), ...closing(rules, text, around), ...personal(text, around),
    ...variables(text), ...length(text, around.limits),
  ]
  if (found.length === 0) return []
  const quotes = quotesOf(text, around.customerTexts)
  return withoutCovered(found.filter(finding => !isQuoted(text, finding, quotes))).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
}

function builtIn(rule: BuiltInRule | 'C2' | 'D6', severity: Severity, text: string, start: number, end: number): Finding {
  return { rule, severity, span: [start, end], words: text.slice(start, end), ruleId: null, positive: null, reason: null }
}

function wordings(hits: readonly Hit[], rules: CompiledRules, text: string, folded: Folded, around: Surroundings): Finding[] {
  return hits.filter(hit => counts(rules, hit, text, folded, around)).map(({ row, start, end }) => ({
    rule: row.rule, severity: row.severity, span: [start, end], words: text.slice(start, end), ruleId: row.id, positive: row.positive, reason: row.reason,
  }))
}

/** Some wordings are a fault only at times. */
function counts(rules: CompiledRules, { row, units, start, end }: Hit, text: string, folded: Folded, around: Surroundings): boolean {
  switch (row.rule) {
    case 'C3': return (CLAIM.test(units) || !namesTime(sentenceAround(text, start, end))) && !isDenied(text, start, end)
    // Once is right (D5).
    case 'D5': return around.agentTexts().filter(before => rules.find(before, fold(before)).some(hit => hit.row.rule === 'D5')).length >= around.limits.anythingElseTimes
    // Beside an answer a kind word is no closing line.
    case 'D6': return units.length * 2 >= folded.units.length && around.owed() !== null
    case 'C1': case 'C2': case 'C4': case 'D4': case 'D9': case 'D15': return true
  }
}

function asked(text: string, secrets: readonly SecretWord[]): Finding[] {
  return asksForSecrets(text, secrets).map(([start, end]) => builtIn('C2', 'block', text, start, end))
}

/** D6: a closing line while something is open. The team's row, where there is one, says how grave. */
function closing({ closing: row }: CompiledRules, text: string, { lineKind, owed }: Surroundings): Finding[] {
  if ((lineKind ?? kindOfText(text, [])) !== 'closing' || owed() === null) return []
  const finding = builtIn('D6', row?.severity ?? 'warn', text, text.length - text.trimStart().length, text.trimEnd().length)
  return [row ? { ...finding, ruleId: row.id, positive: row.positive, reason: row.reason } : finding]
}

/** Numbers of cards and codes have no place in a talk; others only where they do not belong to it. */
function personal(text: string, { known, limits }: Surroundings): Finding[] {
  const found = findPersonal(text)
  if (found.length === 0) return []
  const data = known?.() ?? null
  return found.flatMap(find => {
    const words = text.slice(find.start, find.end)
    const grave = find.rule === 'card' || find.rule === 'code'
    // An account that the shop publishes is no secret; what the customer wrote is not repeated all the same.
    if (grave ? data?.ofTheShop(words) : data === null || isKnown(find, words, data)) return []
    return [builtIn(find.rule, grave ? limits.cardSeverity : limits.personalSeverity, text, find.start, find.end)]
  })
}

function variables(text: string): Finding[] {
  return [...text.matchAll(/\{\{[^{}\n]{0,120}\}\}/g)].map(({ index, 0: words }) => builtIn('variable', 'block', text, index, index + words.length))
}

function length(text: string, { longest, lengthSeverity }: Limits): Finding[] {
  const characters = [...text.trimEnd()]
  if (characters.length <= longest) return []
  return [builtIn('length', lengthSeverity, text, characters.slice(0, longest).join('').length, text.trimEnd().length)]
}

/** In a quote, of which it may begin with the "您" before. Personal data and variables do not become right by it; asking for a secret only by the customer's own words. */
function isQuoted(text: string, { rule, span: [start, end] }: Finding, { customer, reported }: ReturnType<typeof quotesOf>): boolean {
  const quotes = rule === 'C2' ? customer : [...customer, ...reported]
  return /^[CD]\d/.test(rule) && quotes.some(([from, to]) => end <= to && end > from && /^[你您妳]?$/.test(text.slice(start, from)))
}

/** Of findings over the same words the gravest stays, of equals the longest. */
function withoutCovered(found: Finding[]): Finding[] {
  const size = ({ span: [start, end] }: Finding): number => end - start
  const kept: Finding[] = []
  for (const finding of [...found].sort((a, b) => RANK[b.severity] - RANK[a.severity] || size(b) - size(a))) {
    const [start, end] = finding.span
    const covered = finding.rule !== 'length' && kept.some(({ rule, span }) => rule !== 'length' && start < span[1] && end > span[0])
    if (!covered) kept.push(finding)
  }
  return kept
}
