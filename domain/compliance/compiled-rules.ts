import type { LanguageRule } from '../entities/language-rule.ts'
import { fold, type Folded } from './fold.ts'
import { holds, wordingOf, type Wording } from './gaps.ts'
import { PhraseFinder } from './phrase-finder.ts'

/** What of a rule the check needs. */
export type RuleRow = Pick<LanguageRule, 'id' | 'rule' | 'severity' | 'wordings' | 'exceptions' | 'positive' | 'reason' | 'active'>

/** A wording met: where it stands in the text as written, and where in the folded one. */
export type Hit = { row: RuleRow; wording: Wording; start: number; end: number; unitStart: number; unitEnd: number }

type Entry = { row: RuleRow; wording: Wording; exception: boolean }

/** The team's language rules, compiled once: all wordings and exceptions in one automaton. Rows that are not active are left out. */
export class CompiledRules {
  readonly #entries: Entry[]
  readonly #finder: PhraseFinder
  /** Of D6, to say what the team says. */
  readonly closing: RuleRow | null

  constructor(rows: readonly RuleRow[]) {
    const active = rows.filter(row => row.active)
    const entries = (row: RuleRow, texts: readonly string[], exception: boolean): Entry[] =>
      texts.map(text => ({ row, exception, wording: wordingOf(text, fold(text)) }))
    this.#entries = active.flatMap(row => [...entries(row, row.wordings, false), ...entries(row, row.exceptions, true)])
    this.#finder = new PhraseFinder(this.#entries.map(({ wording }) => wording.units))
    this.closing = active.find(({ rule }) => rule === 'D6') ?? null
  }

  /** @returns wordings that stand in the text and are not excepted by their own row (an exception that shares characters with them stands there), in order of place, overlapping ones too */
  find(text: string, folded: Folded): Hit[] {
    const hits: Hit[] = []
    const exceptions: { row: RuleRow; start: number; end: number }[] = []
    for (const { phrase, start, end } of this.#finder.find(folded)) {
      const entry = this.#entries[phrase]
      if (!entry || !holds(text, folded, entry.wording, start)) continue
      const { row, wording } = entry
      if (entry.exception) exceptions.push({ row, start, end })
      else hits.push({ row, wording, start: folded.from[start] ?? 0, end: folded.to[end - 1] ?? 0, unitStart: start, unitEnd: end })
    }
    return hits.filter(hit => !exceptions.some(({ row, start, end }) => row === hit.row && start < hit.unitEnd && end > hit.unitStart))
      .sort((a, b) => a.start - b.start || b.end - a.end)
  }
}
