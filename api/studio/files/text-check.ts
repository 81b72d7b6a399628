import type { LanguageRule } from '../../../domain/entities/language-rule.ts'
import { NO_TALK, checkText } from '../../../domain/compliance/check.ts'
import { CompiledRules } from '../../../domain/compliance/compiled-rules.ts'
import type { Finding } from '../../../domain/compliance/finding.ts'
import { brokenVariables, plainBody } from '../../../domain/scripts/variables.ts'
import type { TextCheck } from './plan.ts'

export interface TextRules {
  readonly check: TextCheck
  readonly brokenVariables: (body: string) => readonly string[]
  readonly languageFaults: (body: string) => readonly string[]
}

/** What texts of scripts are checked by: as they read with the fallbacks of their variables. Goes in: the team's language rules. */
export function textRules(rules: readonly LanguageRule[]): TextRules {
  const compiled = new CompiledRules(rules)
  const findings = (body: string): Finding[] => checkText(compiled, plainBody(body), NO_TALK)
    .filter(({ rule, severity }) => severity !== 'note' && rule !== 'variable' && rule !== 'length')
  return {
    brokenVariables,
    languageFaults: (body) => findings(body).map(({ words }) => words),
    check: ({ body }) => [
      ...brokenVariables(body).map((value) => ({ code: 'bad_variable' as const, value: value.slice(0, 200) })),
      ...findings(body).filter(({ severity }) => severity === 'block').map(({ words }) => ({ code: 'language_block' as const, value: words.slice(0, 200) })),
    ],
  }
}
