import type { LanguageRule } from '../../../domain/entities/language-rule.ts'
import { NO_TALK, checkText } from '../../../domain/compliance/check.ts'
import { CompiledRules } from '../../../domain/compliance/compiled-rules.ts'
import type { Finding } from '../../../domain/compliance/finding.ts'
import type { TextCheck } from './plan.ts'

const VARIABLE = /\{\{\s*([^{}|]*?)\s*(?:\|[^{}]*)?\}\}/g
const KNOWN = new Set(['agent.name', 'customer.name', 'order.number', 'shop.name', 'colleague.name', 'promise.time'])

/** Names in a text that no variable has; a brace left open counts. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(VARIABLE)].map(([, name = '']) => name).filter((name) => !KNOWN.has(name))
  const rest = body.replace(VARIABLE, '')
  const open = /\{\{.{0,20}|.{0,20}\}\}/.exec(rest)
  return [...new Set(names), ...(open ? [open[0]] : [])]
}

export interface TextRules {
  readonly check: TextCheck
  readonly unknownVariables: (body: string) => readonly string[]
  readonly languageFaults: (body: string) => readonly string[]
}

/** A variable in a script stands for a word; what is around it is checked as it is. */
const withoutVariables = (body: string): string => body.replace(VARIABLE, '')

/** What texts of scripts are checked by. Goes in: the team's language rules. */
export function textRules(rules: readonly LanguageRule[]): TextRules {
  const compiled = new CompiledRules(rules)
  const findings = (body: string): Finding[] => checkText(compiled, withoutVariables(body), NO_TALK)
    .filter(({ rule, severity }) => severity !== 'note' && rule !== 'variable' && rule !== 'length')
  return {
    unknownVariables,
    languageFaults: (body) => findings(body).map(({ words }) => words),
    check: ({ body }) => [
      ...unknownVariables(body).map((value) => ({ code: 'bad_variable' as const, value: value.slice(0, 200) })),
      ...findings(body).filter(({ severity }) => severity === 'block').map(({ words }) => ({ code: 'language_block' as const, value: words.slice(0, 200) })),
    ],
  }
}
