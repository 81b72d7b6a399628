import type { Syllables } from './syllables.ts'

/** What may have been meant: whole syllables by number, and the beginning of one more ('' = none). */
export type Variant = { units: number[]; rest: string }

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const LONGEST = 6

/** @returns all spellings in syllables that some text has, one letter off: wrong, missing, too many, or two that changed places */
export function variantsOf(word: string, syllables: Syllables): Variant[] {
  const found = new Map<string, Variant>()
  const beginnings = beginningsOf(syllables)
  const ahead = reach(word, syllables)
  for (let at = 0; at <= word.length; at++) {
    // The syllables before the error are as typed: it lies in a syllable that begins at most six letters before it.
    const starts = ahead.filter(start => start <= at && at - start <= LONGEST)
    if (starts.length === 0) continue
    const head = word.slice(0, at)
    const tries: string[] = []
    if (at < word.length) {
      tries.push(head + word.slice(at + 1))
      if (at + 1 < word.length) tries.push(head + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2))
      for (const letter of LETTERS) if (letter !== word[at]) tries.push(head + letter + word.slice(at + 1))
    }
    for (const letter of LETTERS) tries.push(head + letter + word.slice(at))
    for (const attempt of tries) {
      if (!starts.some(start => opens(attempt, start, at, syllables, beginnings))) continue
      spell(attempt, 0, [], syllables, beginnings, variant => found.set(`${variant.units.join(' ')} ${variant.rest}`, variant))
    }
  }
  return [...found.values()]
}

/** Places up to which the word can be cut into syllables. */
function reach(word: string, syllables: Syllables): number[] {
  const can = [0]
  for (let at = 1; at <= word.length; at++) {
    if (can.some(start => at - start <= LONGEST && syllables.find(word.slice(start, at)) !== 0)) can.push(at)
  }
  return can
}

/** @returns whether some syllable (or the beginning of the last one) covers the place of the error */
function opens(attempt: string, start: number, at: number, syllables: Syllables, beginnings: ReadonlySet<string>): boolean {
  for (let end = at; end <= Math.min(attempt.length, start + LONGEST); end++) if (end > start && syllables.find(attempt.slice(start, end)) !== 0) return true
  return start === attempt.length || beginnings.has(attempt.slice(start))
}

function spell(
  word: string, from: number, units: number[], syllables: Syllables, beginnings: ReadonlySet<string>, found: (variant: Variant) => void,
): void {
  if (from === word.length) {
    if (units.length > 1) found({ units: [...units], rest: '' })
    return
  }
  for (let end = Math.min(word.length, from + LONGEST); end > from; end--) {
    const unit = syllables.find(word.slice(from, end))
    if (unit === 0) continue
    units.push(unit)
    spell(word, end, units, syllables, beginnings, found)
    units.pop()
  }
  const rest = word.slice(from)
  if (units.length > (rest.length > 1 ? 0 : 1) && beginnings.has(rest)) found({ units: [...units], rest })
}

const known = new WeakMap<Syllables, { count: number; beginnings: ReadonlySet<string> }>()

function beginningsOf(syllables: Syllables): ReadonlySet<string> {
  const before = known.get(syllables)
  if (before?.count === syllables.texts.length) return before.beginnings
  const beginnings = new Set<string>()
  for (const text of syllables.texts) for (let end = 1; end < text.length; end++) beginnings.add(text.slice(0, end))
  known.set(syllables, { count: syllables.texts.length, beginnings })
  return beginnings
}
