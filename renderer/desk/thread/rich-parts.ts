import { findPersonalData } from '../../../domain/personal-data/find.ts'
import type { PersonalKind } from '../../../domain/personal-data/find.ts'

/** A stretch of a message: plain text, a link, a personal number to mask, a colleague's name. */
export type RichPart =
  | { kind: 'text' | 'link' | 'mention'; text: string }
  | { kind: 'personal'; text: string; what: PersonalKind }

const LINK = /https?:\/\/[^\s<>"'，。；！？、（）《》【】“”‘’]+/g
const TRAILING = /[.,;:!?)\]}]+$/

type Span = { start: number; end: number; part: RichPart }

/**
 * Cuts a message into parts. A link wins over a number inside it; the parts together are the text, unchanged.
 * @param names colleagues whose `@name` is shown as a mention
 */
export function richParts(text: string, names: string[] = []): RichPart[] {
  const spans: Span[] = []
  const add = (start: number, end: number, part: RichPart) => {
    if (end > start && !spans.some(span => start < span.end && span.start < end)) spans.push({ start, end, part })
  }
  for (const match of text.matchAll(LINK)) {
    const link = match[0].replace(TRAILING, '')
    add(match.index, match.index + link.length, { kind: 'link', text: link })
  }
  for (const { kind, start, end } of findPersonalData(text)) add(start, end, { kind: 'personal', text: text.slice(start, end), what: kind })
  for (const name of names) {
    for (let at = text.indexOf(`@${name}`); name !== '' && at >= 0; at = text.indexOf(`@${name}`, at + 1)) {
      add(at, at + name.length + 1, { kind: 'mention', text: `@${name}` })
    }
  }
  spans.sort((a, b) => a.start - b.start)
  const parts: RichPart[] = []
  let from = 0
  for (const { start, end, part } of spans) {
    if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) })
    parts.push(part)
    from = end
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}
