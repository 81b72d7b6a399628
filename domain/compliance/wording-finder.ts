import type { Folded } from './fold.ts'
import { Gaps, holds, type Stretch } from './gaps.ts'
import { PhraseFinder } from './phrase-finder.ts'
import { piecesOf, type Piece } from './wording.ts'

/** A wording met, in units of the folded text. `units`: what of it is said without its slots. */
export type Met = { wording: number; start: number; end: number; units: string }

type Span = { start: number; end: number; units: string }
type Form = { stretch: Stretch; spans: Span[]; anchors: number[] }
type Part = { forms: readonly Form[]; within: Piece['within']; reach: number }

/** A slot holds at most so many units: about as many words in Chinese (a unit is a character) and in English (a letter). */
const REACH = { clause: 10, sentence: 30 }
const LETTERS = 3

/** Many wordings, with brackets and slots or without, found in one pass. Nothing of a text is kept between two calls. */
export class WordingFinder {
  readonly #wordings: readonly (readonly Part[])[]
  /** Forms by phrase of the finder: those that fold to the same and are written apart differently. */
  readonly #forms: readonly Form[][]
  readonly #phrases: PhraseFinder

  constructor(wordings: readonly string[]) {
    const known = new Map<string, Form[]>()
    const formOf = (stretch: Stretch): Form => {
      const alike = known.get(stretch.units)
      const same = alike?.find(form => isSame(form.stretch, stretch))
      if (same) return same
      const form: Form = { stretch, spans: [], anchors: [] }
      if (alike) alike.push(form)
      else known.set(stretch.units, [form])
      return form
    }
    this.#wordings = wordings.map((text, at) => {
      const parts = piecesOf(text).map(({ forms, within }): Part => (
        { forms: [...new Set(forms.map(formOf))], within, reach: REACH[within] * (forms.every(({ latin }) => latin) ? LETTERS : 1) }))
      // Looked at only where its longest part stands: short ones are everywhere.
      const least = parts.map(({ forms }) => Math.min(...forms.map(({ stretch }) => stretch.units.length)))
      for (const form of parts[least.indexOf(Math.max(...least))]?.forms ?? []) form.anchors.push(at)
      return parts
    })
    this.#forms = [...known.values()]
    this.#phrases = new PhraseFinder([...known.keys()])
  }

  /** @returns wordings that stand in the text, overlapping ones too */
  find(text: string, folded: Folded): Met[] {
    const gaps = new Gaps(text, folded)
    const met: Form[] = []
    for (const { phrase, start, end } of this.#phrases.find(folded)) {
      for (const form of this.#forms[phrase] ?? []) {
        if (!holds(gaps, form.stretch, start)) continue
        if (form.spans.length === 0) met.push(form)
        form.spans.push({ start, end, units: form.stretch.units })
      }
    }
    const found = [...new Set(met.flatMap(({ anchors }) => anchors))].flatMap(wording => this.#chains(wording, gaps).map(span => ({ wording, ...span })))
    for (const form of met) form.spans = []
    return found
  }

  /** Where all parts of a wording follow each other closely enough: for each place of the last one the shortest stretch. */
  #chains(wording: number, gaps: Gaps): Span[] {
    let chains: Span[] = []
    for (const [at, { forms, within, reach }] of (this.#wordings[wording] ?? []).entries()) {
      const spans = forms.flatMap(form => form.spans).sort((a, b) => a.start - b.start)
      chains = at === 0 ? spans : joined(chains, spans, gaps, within, reach)
      if (chains.length === 0) break
    }
    return chains
  }
}

/** Two stretches of the same units. */
function isSame({ breaks }: Stretch, other: Stretch): boolean {
  return breaks === other.breaks || (breaks.length === other.breaks.length && breaks.every((gap, at) => gap === other.breaks[at]))
}

/** One walk along both. `spans` come, and what is made goes, in order of their starts. */
function joined(made: readonly Span[], spans: readonly Span[], gaps: Gaps, within: Piece['within'], reach: number): Span[] {
  const chains = [...made].sort((a, b) => a.end - b.end)
  let next = 0
  return spans.flatMap(({ start, end, units }) => {
    while ((chains[next]?.end ?? Infinity) <= start) next += 1
    const before = chains[next - 1]
    const near = before !== undefined && start - before.end <= reach && gaps.together(before.end - 1, start, within)
    return near ? [{ start: before.start, end, units: before.units + units }] : []
  })
}
