import { countSpellings, MOST_SPELLINGS } from '../../../domain/compliance/spellings.ts'
import type { LanguageRule, LanguageRuleContent } from '../../../domain/entities/language-rule.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'

export const RULE_IDS = ['C1', 'C2', 'C3', 'C4', 'D4', 'D5', 'D6', 'D9', 'D15'] as const satisfies readonly LanguageRule['rule'][]
export const SEVERITIES = ['block', 'warn', 'note'] as const satisfies readonly LanguageRule['severity'][]
/** Of wordings and exceptions. */
export const MOST = 60
export const LONGEST = 60
export const BLANK_RULE: LanguageRuleContent = { rule: 'C1', severity: 'warn', language: 'zh', wordings: [], exceptions: [], positive: null, reason: null, active: true }

const listOf = (value: unknown): string[] => Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
const textOf = (value: unknown): string | null => typeof value === 'string' && value !== '' ? value : null

/** What a supervisor writes of a rule, out of a live row or a draft. */
export function ruleOf(row: Record<string, unknown>): LanguageRuleContent {
  return {
    rule: RULE_IDS.find(id => id === row['rule']) ?? BLANK_RULE.rule, severity: SEVERITIES.find(id => id === row['severity']) ?? BLANK_RULE.severity,
    language: row['language'] === 'en' ? 'en' : 'zh', wordings: listOf(row['wordings']), exceptions: listOf(row['exceptions']), positive: textOf(row['positive']),
    reason: textOf(row['reason']), active: row['active'] !== false,
  }
}

export type RuleFault = { kind: 'needed' } | { kind: 'too_many'; field: 'wordings' | 'exceptions' } | { kind: 'too_long' | 'too_many_spellings'; field: 'wordings' | 'exceptions'; line: number }

/** What keeps a rule from being published. */
export function ruleFault({ wordings, exceptions }: LanguageRuleContent): RuleFault | null {
  if (wordings.every(word => word.trim() === '')) return { kind: 'needed' }
  for (const [field, words] of [['wordings', wordings], ['exceptions', exceptions]] as const) {
    if (words.length > MOST) return { kind: 'too_many', field }
    const line = words.findIndex(word => word.length > LONGEST)
    if (line >= 0) return { kind: 'too_long', field, line: line + 1 }
    const many = words.findIndex(word => countSpellings(word) > MOST_SPELLINGS)
    if (many >= 0) return { kind: 'too_many_spellings', field, line: many + 1 }
  }
  return null
}

/** One line each, without empty ones and those that came before. */
export const linesOf = (text: string): string[] => [...new Set(text.split('\n').map(word => word.trim()).filter(word => word !== ''))]

export type RuleFilter = { text: string; rule: string | null; severity: string | null; language: string | null; state: 'on' | 'off' | 'drafts' | null }
export const NO_FILTER: RuleFilter = { text: '', rule: null, severity: null, language: null, state: null }
export type RuleRow = { item: StudioItem; content: LanguageRuleContent; draft: boolean }

/** The rules as they would be once my drafts are out, by rule and first wording. */
export function rowsOf(items: readonly StudioItem[]): RuleRow[] {
  return items.map(item => {
    const draft = item.drafts.find(({ mine }) => mine) ?? item.drafts[0]
    return { item, content: ruleOf(draft?.content ?? item.live ?? {}), draft: draft !== undefined }
  }).sort((a, b) => a.content.rule.localeCompare(b.content.rule, 'en', { numeric: true }) || (a.content.wordings[0] ?? '').localeCompare(b.content.wordings[0] ?? '', 'zh'))
}

/** @returns the rows that fit all of the filter */
export function fitting(rows: readonly RuleRow[], { text, rule, severity, language, state }: RuleFilter): RuleRow[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  return rows.filter(({ content, draft }) => (rule === null || content.rule === rule) && (severity === null || content.severity === severity)
    && (language === null || content.language === language)
    && (state === null || (state === 'drafts' ? draft : content.active === (state === 'on')))
    && (wanted === '' || [content.rule, ...content.wordings, ...content.exceptions, content.positive ?? '', content.reason ?? ''].some(words => words.normalize('NFKC').toLowerCase().includes(wanted))))
}

/** A wording that another active rule of the language has, too. */
export function duplicateOf(rows: readonly RuleRow[], id: string, content: LanguageRuleContent): { words: string; other: string } | null {
  for (const { item, content: other } of rows) {
    if (item.id === id || other.language !== content.language) continue
    const words = content.wordings.find(word => other.wordings.includes(word))
    if (words !== undefined) return { words, other: other.wordings[0] ?? '' }
  }
  return null
}
