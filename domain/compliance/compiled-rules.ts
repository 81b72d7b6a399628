import type { LanguageRule } from '../entities/language-rule.ts'
import type { Folded } from './fold.ts'
import { SECRET_WORDS } from './secret-words.ts'
import type { SecretWord } from './sensitive.ts'
import { WordingFinder } from './wording-finder.ts'

/** What of a rule the check needs. */
export type RuleRow = Pick<LanguageRule, 'id' | 'rule' | 'severity' | 'wordings' | 'exceptions' | 'positive' | 'reason' | 'active'>

/** A wording met: where it stands in the text as written, and where in the folded one. `units`: what of it is said without its slots. */
export type Hit = { row: RuleRow; units: string; start: number; end: number; unitStart: number; unitEnd: number }

type Entry = { row: RuleRow; text: string; exception: boolean }

/** The team's language rules, compiled once: all wordings and exceptions in one automaton, and the words of C2 with them. Rows that are not active are left out. */
export class CompiledRules {
  readonly #entries: Entry[]
  readonly #finder: WordingFinder
  /** Of D6, to say what the team says. */
  readonly closing: RuleRow | null

  constructor(rows: readonly RuleRow[]) {
    const active = rows.filter(row => row.active)
    const entries = (row: RuleRow, texts: readonly string[], exception: boolean): Entry[] => texts.map(text => ({ row, exception, text }))
    this.#entries = active.flatMap(row => [...entries(row, row.wordings, false), ...entries(row, row.exceptions, true)])
    this.#finder = new WordingFinder([...this.#entries, ...SECRET_WORDS].map(({ text }) => text))
    this.closing = active.find(({ rule }) => rule === 'D6') ?? null
  }

  /** @returns wordings that stand in the text and are not excepted by their own row (an exception that shares characters with them stands there), in order of place, overlapping ones too */
  find(text: string, folded: Folded): Hit[] {
    return this.read(text, folded).hits
  }

  /** @returns what `find` does, and the words of C2 that stand in the text */
  read(text: string, folded: Folded): { hits: Hit[]; secrets: SecretWord[] } {
    const hits: Hit[] = []
    const exceptions: { row: RuleRow; start: number; end: number }[] = []
    const secrets: SecretWord[] = []
    for (const { wording, start: unitStart, end: unitEnd, units } of this.#finder.find(text, folded)) {
      const start = folded.from[unitStart] ?? 0
      const end = folded.to[unitEnd - 1] ?? 0
      const entry = this.#entries[wording]
      const secret = SECRET_WORDS[wording - this.#entries.length]
      if (secret) secrets.push({ kind: secret.kind, start, end })
      if (entry?.exception) exceptions.push({ row: entry.row, start: unitStart, end: unitEnd })
      if (entry && !entry.exception) hits.push({ row: entry.row, units, start, end, unitStart, unitEnd })
    }
    const counted = hits.filter(hit => !exceptions.some(({ row, start, end }) => row === hit.row && start < hit.unitEnd && end > hit.unitStart))
    return { hits: counted.sort((a, b) => a.start - b.start || b.end - a.end), secrets }
  }
}
