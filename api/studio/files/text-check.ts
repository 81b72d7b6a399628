import type { LanguageRule } from '../../../domain/entities/language-rule.ts'
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

/** What texts of scripts are checked by. Goes in: the team's language rules. */
export function textRules(_rules: readonly LanguageRule[]): TextRules {
  return {
    unknownVariables,
    languageFaults: () => [],
    check: ({ body }) => unknownVariables(body).map((value) => ({ code: 'bad_variable' as const, value: value.slice(0, 200) })),
  }
}
