import type { LanguageRuleContent, LanguageRuleId, Severity } from '../../../domain/entities/language-rule.ts'

/** A rule that every shop begins with; `key` names it for ever. */
export type SeedRule = LanguageRuleContent & { readonly key: string; readonly positive: string }

/** Key, wordings, what to say instead, wordings around them that are right. */
type Line = readonly [key: string, severity: Severity, wordings: readonly string[], positive: string, exceptions?: readonly string[]]

/** The first wording names the rule in lists: one without brackets and slots, where there is one. */
function plainFirst(wordings: readonly string[]): string[] {
  const isPlain = (wording: string): boolean => !/[(…]/.test(wording)
  return [...wordings.filter(isPlain), ...wordings.filter(wording => !isPlain(wording))]
}

/** Rules of one rule of SOP.md in one language. */
export function seedRules(rule: LanguageRuleId, language: 'zh' | 'en', reason: string | null, lines: readonly Line[]): SeedRule[] {
  return lines.map(([key, severity, wordings, positive, exceptions = []]) => ({
    key: `${rule.toLowerCase()}-${key}`, rule, severity, language, wordings: plainFirst(wordings), exceptions: [...exceptions], positive, reason, active: true,
  }))
}
