import type { Folded } from './fold.ts'

/** What stands between two units that follow each other in the folded text: `comma` parts clauses, `end` sentences. */
export type Gap = 'none' | 'mark' | 'space' | 'comma' | 'end'

const END = /[。！？!?\n\r]|\.\s/
const COMMA = /[，；：,;:]/

/** @returns where a sentence or a part of it ends in this stretch: the words on both sides belong together less */
export function gapOf(between: string): Gap {
  if (between === '') return 'none'
  if (END.test(between)) return 'end'
  if (COMMA.test(between)) return 'comma'
  return /\s/.test(between) ? 'space' : 'mark'
}

/** The gaps of one folded text, each looked at once and only when it is asked for. */
export class Gaps {
  readonly folded: Folded
  readonly #text: string
  readonly #before: Gap[] = []
  #parts: Record<'comma' | 'end', Uint32Array> | null = null

  constructor(text: string, folded: Folded) {
    this.#text = text
    this.folded = folded
  }

  /** Before the unit at this place. */
  before(at: number): Gap {
    return this.#before[at] ??= gapOf(this.#text.slice(this.folded.to[at - 1], this.folded.from[at]))
  }

  /** Do the units at both places stand in one clause, or at least in one sentence? */
  together(first: number, second: number, within: 'clause' | 'sentence'): boolean {
    const { comma, end } = this.#parts ??= this.#count()
    return end[first] === end[second] && (within === 'sentence' || comma[first] === comma[second])
  }

  #count(): Record<'comma' | 'end', Uint32Array> {
    const { length } = this.folded.units
    const comma = new Uint32Array(length)
    const end = new Uint32Array(length)
    for (let at = 1; at < length; at++) {
      const gap = this.before(at)
      comma[at] = (comma[at - 1] ?? 0) + (gap === 'comma' ? 1 : 0)
      end[at] = (end[at - 1] ?? 0) + (gap === 'end' ? 1 : 0)
    }
    return { comma, end }
  }

  /** Not in the middle of an English word or of a number. */
  isEdge(at: number): boolean {
    const { units } = this.folded
    if (at === 0 || at === units.length) return true
    return !(isWordSign(units.charCodeAt(at - 1)) && isWordSign(units.charCodeAt(at)) && this.before(at) === 'none')
  }
}

/** a to z, 0 to 9. */
function isWordSign(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}

const parts = (gap: Gap): boolean => gap === 'comma' || gap === 'end'

/** A stretch of a wording without a slot, folded. `breaks[i]`: what stands before unit i in the wording itself, empty if nothing anywhere. */
export type Stretch = { units: string; breaks: readonly Gap[]; latin: boolean }

const UNBROKEN: readonly Gap[] = []

/** Goes in: a stretch of a wording as written and folded. Comes out: what `holds` needs of it. */
export function stretchOf(text: string, folded: Folded): Stretch {
  const { units } = folded
  const latin = /^[a-z0-9%]+$/.test(units) && /[a-z]/.test(units)
  if (/^[\p{L}\p{N}]*$/u.test(text)) return { units, latin, breaks: UNBROKEN }
  const gaps = new Gaps(text, folded)
  return { units, latin, breaks: Array.from(units, (_, at) => at > 0 ? gaps.before(at) : 'none') }
}

/**
 * Is the stretch really said here? Chinese may have anything between its characters, but one comma or full stop alone parts it
 * ("要不，行吗"), unless it has one there itself. English stands between word boundaries; each of its words is broken by signs
 * only, or after every letter. (C5)
 * Goes in: the gaps of the text, the stretch, and where in the folded text it was met.
 */
export function holds(gaps: Gaps, { units, breaks, latin }: Stretch, start: number): boolean {
  const end = start + units.length
  if (!gaps.isEdge(start) || !gaps.isEdge(end)) return false
  let stops = 0
  let open = 0
  let closedInWord = false
  let openInWord = false
  for (let at = start + 1; at < end; at++) {
    const gap = gaps.before(at)
    const own = breaks[at - start] ?? 'none'
    if (gap !== 'none') open += 1
    if (parts(gap) && !parts(own)) stops += 1
    if (own !== 'none') closedInWord = openInWord = false
    else if (gap === 'none' || gap === 'mark') closedInWord ||= gap === 'none'
    else openInWord = true
    if (latin && closedInWord && openInWord) return false
  }
  return stops === 0 || (open >= 2 && open === units.length - 1)
}
