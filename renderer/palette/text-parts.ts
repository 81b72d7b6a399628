import type { Span } from '../../protocol/script-views.ts'

/** A stretch of a script as shown: where it was matched, and what came out of a variable or is still open. */
export type TextPart = { text: string; marked: boolean; kind: 'plain' | 'filled' | 'open' }

const BEFORE = 12
const LONGEST = 160

/** @returns the text cut where something changes; spans beyond its end are let go */
export function partsOf(text: string, marks: readonly Span[], filled: readonly Span[] = [], open: readonly Span[] = []): TextPart[] {
  const cuts = new Set([0, text.length])
  for (const [from, to] of [...marks, ...filled, ...open]) cuts.add(Math.min(from, text.length)).add(Math.min(to, text.length))
  const places = [...cuts].sort((a, b) => a - b)
  const within = (spans: readonly Span[], at: number) => spans.some(([from, to]) => from <= at && at < to)
  return places.slice(0, -1).map((from, index) => ({
    text: text.slice(from, places[index + 1]), marked: within(marks, from), kind: within(open, from) ? 'open' : within(filled, from) ? 'filled' : 'plain',
  }))
}

/** One line of the text around its first match, the marks moved with it. Line breaks become blanks. */
export function snippetOf(text: string, marks: readonly Span[]): { text: string; marks: Span[] } {
  const first = marks[0]?.[0] ?? 0
  // A match far down would be cut off at the row's end: the line begins shortly before it.
  const from = first > LONGEST / 4 ? first - BEFORE : 0
  const lead = from > 0 ? '…' : ''
  const shift = lead.length - from
  return {
    text: lead + text.slice(from, from + LONGEST).replace(/\s/g, ' '),
    marks: marks.flatMap(([start, end]): Span[] => start >= from && start < from + LONGEST ? [[start + shift, Math.min(end, from + LONGEST) + shift]] : []),
  }
}
