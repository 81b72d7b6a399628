import type { Folded } from './fold.ts'

/** What stands between two units that follow each other in the folded text. */
type Gap = 'none' | 'mark' | 'space' | 'stop'

/** Where a sentence or a part of it ends: the words on both sides belong together less. */
const STOP = /[，。！？；：,!?;:\n\r]|\.\s/

function gapBefore(text: string, { from, to }: Folded, at: number): Gap {
  const between = text.slice(to[at - 1], from[at])
  if (between === '') return 'none'
  if (STOP.test(between)) return 'stop'
  return /\s/.test(between) ? 'space' : 'mark'
}

/** A wording, folded. `breaks[i]`: in the wording itself something stands before unit i. */
export type Wording = { units: string; breaks: readonly boolean[]; latin: boolean }

/** Goes in: a wording as written and folded. Comes out: what `holds` needs of it. */
export function wordingOf(text: string, folded: Folded): Wording {
  const { units } = folded
  return {
    units, latin: /^[a-z0-9%]+$/.test(units) && /[a-z]/.test(units),
    breaks: Array.from(units, (_, at) => at > 0 && gapBefore(text, folded, at) !== 'none'),
  }
}

/**
 * Is the wording really said here? Chinese may have anything between its characters, but one comma or full stop alone parts it
 * ("要不，行吗"). English stands between word boundaries and is broken inside a word by signs only, or after every letter. (C5)
 * Goes in: the text as written and folded, the wording, and where in the folded text it was met.
 */
export function holds(text: string, folded: Folded, wording: Wording, start: number): boolean {
  const end = start + wording.units.length
  if (!isEdge(text, folded, start) || !isEdge(text, folded, end)) return false
  const inner: Gap[] = []
  let stops = 0
  let open = 0
  for (let at = start + 1; at < end; at++) {
    const gap = gapBefore(text, folded, at)
    if (gap === 'stop') stops += 1
    if (gap !== 'none') open += 1
    if (!wording.breaks[at - start]) inner.push(gap)
  }
  if (stops > 0) return open >= 2 && open === wording.units.length - 1
  if (!wording.latin) return true
  return inner.every(gap => gap === 'none' || gap === 'mark') || inner.every(gap => gap !== 'none')
}

/** Not in the middle of an English word or of a number. */
function isEdge(text: string, folded: Folded, at: number): boolean {
  const { units } = folded
  if (at === 0 || at === units.length) return true
  return !(/[a-z0-9]/.test(units[at - 1] ?? '') && /[a-z0-9]/.test(units[at] ?? '') && gapBefore(text, folded, at) === 'none')
}
