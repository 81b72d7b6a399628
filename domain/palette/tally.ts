import { BODY, CODE, FIELDS, TAGS, TITLE, type Block } from './block.ts'
import { Spelled, type Finder, type Word } from './finders.ts'
import { HAN, stageOf } from './traits.ts'

/** Weights in the order of S1: title, body, tags, stage, scene, code. */
export const WEIGHT = { title: 100, body: 60, tags: 50, stage: 40, scene: 35, code: 30 } as const
const OF_FIELD: readonly number[] = [WEIGHT.title, WEIGHT.body, WEIGHT.tags, WEIGHT.code]
/** A word that stands in several fields of an entry: the best one counts, the others a little. */
const OTHER_FIELDS = 0.25
const EXACT_CODE = 10_000
/** Of a title: all of it, its beginning, how much of it. */
const WHOLE_TITLE = 25
const BEGINS_TITLE = 12
const SHARE_OF_TITLE = 15
const WHOLE_TAG = 10
const BEGINS_CODE = 8
/** Initials of two letters are in every other long text. */
const SHORT_SPELLING_IN_BODY = 0.4
/** In a long text many things sound alike. */
const SPELLING_IN_BODY = 0.8
const SPACE = 32

/** What a word brings by the names of stages or scenes, by their numbers; null = it names none. */
export type Named = { stages: Float64Array | null; scenes: Float64Array | null }

/** What a search counts in: one number for each entry, kept between searches. */
export class Tally {
  total = new Float64Array(0)
  /** Of the word at hand: its best field, and all of them. */
  #best = new Float64Array(0)
  #sum = new Float64Array(0)
  #fields = new Uint8Array(0)

  /** Room for so many entries, all at nothing. */
  clear(size: number): void {
    if (this.total.length < size) {
      this.total = new Float64Array(size)
      this.#best = new Float64Array(size)
      this.#sum = new Float64Array(size)
      this.#fields = new Uint8Array(size)
    } else this.total.fill(0, 0, size)
  }

  /** @returns whether one of the entries has something of all words so far */
  hasAny(base: number, count: number): boolean {
    for (let at = base; at < base + count; at++) if ((this.total[at] as number) > 0) return true
    return false
  }

  /**
   * Adds up what a word brings to the entries of a block, which are numbered from `base` on; what it is not in falls out.
   * @returns whether something is left
   */
  score(block: Block, base: number, word: Word, { stages, scenes }: Named, first: boolean, alone: boolean): boolean {
    const count = block.cards.length
    const there = word.finders.filter(finder => finder.look(block, 0, block.codes.length))
    if (there.length > 0 || stages || scenes) {
      this.#best.fill(0, base, base + count)
      this.#sum.fill(0, base, base + count)
      this.#fields.fill(0, base, base + count)
      for (const finder of there) this.#scan(block, base, finder, alone ? word.text : null)
      if (stages) for (let i = 0; i < count; i++) this.#add(base + i, stages[stageOf(block.traits[i] as number)] as number)
      if (scenes) for (let i = 0; i < count; i++) this.#add(base + i, scenes[block.scenes[i] as number] as number)
      return this.#addWord(base, count, first)
    }
    if (!first) this.total.fill(0, base, base + count)
    return false
  }

  #addWord(base: number, count: number, first: boolean): boolean {
    const { total } = this
    let any = false
    const best = this.#best
    const sum = this.#sum
    for (let at = base; at < base + count; at++) {
      const brought = (best[at] as number) * (1 - OTHER_FIELDS) + (sum[at] as number) * OTHER_FIELDS
      const before = total[at] as number
      const adds = brought > 0 && (first || before > 0)
      total[at] = adds ? before + brought : 0
      if (adds) any = true
    }
    return any
  }

  #add(at: number, score: number): void {
    this.#sum[at] = (this.#sum[at] as number) + score
    if (score > (this.#best[at] as number)) this.#best[at] = score
  }

  /** Goes through what was found in a block, a field at most once. @param code the query, when it may be a code */
  #scan(block: Block, base: number, finder: Finder, code: string | null): void {
    const { bounds, traits, codes } = block
    const { bySound } = finder
    const short = finder instanceof Spelled && finder.short
    const seen = this.#fields
    const best = this.#best
    const sum = this.#sum
    let bound = 0
    // Of one letter alone only titles count: from there on to the next entry.
    for (let from = 0; finder.next(from); from = bounds[short ? bound - bound % FIELDS + FIELDS : bound + 1] as number) {
      const { at } = finder
      while ((bounds[bound + 1] as number) <= at) bound++
      const field = bound % FIELDS
      const index = (bound - field) / FIELDS
      if (bySound && (field === CODE || (short && field !== TITLE) || ((traits[index] as number) & HAN) === 0)) continue
      const entry = base + index
      const fields = seen[entry] as number
      if ((fields & (1 << field)) === 0) {
        seen[entry] = fields | (1 << field)
        const score = scoreOf(finder, field, bounds[bound] as number, (bounds[bound + 1] as number) - 1, codes)
        sum[entry] = (sum[entry] as number) + score
        if (score > (best[entry] as number)) best[entry] = score
      }
      if (field === CODE && code !== null && code === block.cards[index]?.code) this.#add(entry, EXACT_CODE)
    }
  }
}

/** @returns what a find brings, in a field from place `from` to `to` */
function scoreOf({ at, end, quality, bySound }: Finder, field: number, from: number, to: number, codes: Uint16Array): number {
  const score = (OF_FIELD[field] as number) * quality
  switch (field) {
    case TITLE: return score + SHARE_OF_TITLE * (end - at) / (to - from) + (at === from ? (end === to ? WHOLE_TITLE : BEGINS_TITLE) * quality : 0)
    case BODY: return bySound ? score * (quality < 0.9 && end - at <= 2 ? SHORT_SPELLING_IN_BODY : SPELLING_IN_BODY) : score
    case TAGS: {
      const whole = (at === from || codes[at - 1] === SPACE) && (end === to || codes[end] === SPACE)
      return whole ? score + WHOLE_TAG * quality : score
    }
    default: return at === from ? score + BEGINS_CODE : score
  }
}
