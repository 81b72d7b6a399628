import type { ScriptStage } from '../entities/script.ts'
import type { LineKind, LinePattern } from '../entities/team.ts'
import { DEFAULT_LINE_PATTERNS } from './default-patterns.ts'

const compile = ({ kind, pattern }: LinePattern) => ({ kind, expression: new RegExp(pattern, 'iu') })
/** Made at first use: 15 ms that a start does not need. */
let builtIn: readonly ReturnType<typeof compile>[] | null = null

/** No holding or closing line is longer: such text tells something. Also bounds the work of the patterns. */
const LONGEST = 200

/**
 * The kind of a line by its text. (T12)
 * Goes in: the text and the team's own patterns, which go first, in order. Comes out: the kind of the first that
 * matches; other text counts as an answer. Throws SyntaxError for a team pattern that is no regular expression.
 */
export function kindOfText(text: string, teamPatterns: readonly LinePattern[]): LineKind {
  if (text.length > LONGEST) return 'answer'
  builtIn ??= DEFAULT_LINE_PATTERNS.map(compile)
  for (const { kind, expression } of [...teamPatterns.map(compile), ...builtIn]) {
    if (expression.test(text)) return kind
  }
  return 'answer'
}

/** The kind that the stage of the script a line came from tells; null where the stage says nothing certain. (T12) */
export function kindOfStage(stage: ScriptStage): LineKind | null {
  switch (stage) {
    case 'opening': return 'opening'
    case 'waiting': return 'holding'
    case 'look_up': return 'look_up'
    case 'apology': return 'apology'
    case 'closing': return 'closing'
    case 'transfer': case 'meal': case 'handover_give': case 'handover_take': return 'holding'
    case 'care': case 'recommendation': case 'order_check': case 'reminder': case 'complaint': case 'after_sale':
    case 'left_message': return null
  }
}
