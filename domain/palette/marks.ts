import type { Filled, TextSpan } from '../scripts/variables.ts'
import { BODY, CODE, FIELDS, TITLE, type Place } from './block.ts'
import { Spelled, type Word } from './finders.ts'
import { HAN } from './traits.ts'

/** A field is marked in so many places at most: more is no help. */
const MOST = 20

export type Marks = { title: TextSpan[]; body: TextSpan[]; code: TextSpan[] }

/** @returns where the words stand in an entry, places in its title, body and code */
export function marksOf(entry: Place, words: readonly Word[]): Marks {
  return { title: inField(entry, TITLE, words), body: inField(entry, BODY, words), code: inField(entry, CODE, words) }
}

function inField({ block, index }: Place, field: number, words: readonly Word[]): TextSpan[] {
  const from = block.bounds[index * FIELDS + field] as number
  const to = (block.bounds[index * FIELDS + field + 1] as number) - 1
  const spelled = field !== CODE && ((block.traits[index] as number) & HAN) !== 0
  const spans: TextSpan[] = []
  for (const { finders } of words) {
    for (const finder of finders) {
      if (finder.bySound && (!spelled || (field === BODY && finder instanceof Spelled && finder.short))) continue
      const before = spans.length
      let at = from
      if (!finder.look(block, from, to)) continue
      while (spans.length < before + MOST && finder.next(at)) {
        spans.push([finder.at - from, finder.end - from])
        at = finder.end
      }
      // As written goes before as spelled.
      if (spans.length > before) break
    }
  }
  return merge(spans)
}

/** @returns the stretches in order, those that touch as one */
function merge(spans: TextSpan[]): TextSpan[] {
  const merged: TextSpan[] = []
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** Marks of a body as it reads, in the body as it is filled: what came out of a variable with another value is not marked. */
export function marksInFilled(marks: readonly TextSpan[], filled: Filled): TextSpan[] {
  const spans: TextSpan[] = []
  for (const [from, to] of marks) {
    for (let at = from; at < to; at++) {
      const place = filled.place(at)
      if (place !== null) spans.push([place, place + 1])
    }
  }
  return merge(spans)
}
