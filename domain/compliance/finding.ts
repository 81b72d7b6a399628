import type { LanguageRuleId, Severity } from '../entities/language-rule.ts'

/** What the program finds by itself, without a row of the team's. */
export const BUILT_IN_RULES = ['length', 'variable', 'phone', 'email', 'address', 'identity', 'order', 'card', 'code'] as const
export type BuiltInRule = (typeof BUILT_IN_RULES)[number]

/** One fault in a text. `span`: UTF-16 units of the text as written, the end not included. */
export type Finding = {
  rule: LanguageRuleId | BuiltInRule
  severity: Severity
  span: [number, number]
  words: string
  /** The language rule it comes from; null for built-in ones. */
  ruleId: string | null
  /** Put in the place of `span` by one key. */
  positive: string | null
  /** The team's own sentence; null = the standard one of the rule. */
  reason: string | null
}

/** How a warning is named where an agent insists on it, and where that is recorded: the rule's row, else the built-in rule. (C6) */
export function nameOf({ ruleId, rule }: Pick<Finding, 'rule' | 'ruleId'>): string {
  return ruleId ?? rule
}
