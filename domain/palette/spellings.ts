import type { Known } from './known.ts'
import { FIRST_LETTER } from './syllables.ts'

/** Beyond these a word says too little to be worth it: its first letters are looked for then. */
const MOST_SPELLINGS = 64
const MOST_STEPS = 20_000

/**
 * Every row of units a word may be read as, of which each two stand side by side in some text.
 * @param rows for each place in the word and each unit: bit n = n letters may stand for it
 * @returns null when there are too many; nothing that is letters alone: that is found as written
 */
export function spellingsOf(length: number, rows: (letter: number) => Uint8Array, known: Known): Uint16Array[] | null {
  const found: Uint16Array[] = []
  const units: number[] = []
  const at: { unit: number; lengths: number }[][] = []
  let steps = 0
  const walk = (letter: number): boolean => {
    if (letter === length) {
      if (units.some(unit => unit < FIRST_LETTER)) found.push(Uint16Array.from(units))
      return found.length <= MOST_SPELLINGS
    }
    const before = units.at(-1)
    const here = at[letter] ??= candidates(rows(letter))
    steps += here.length
    if (steps > MOST_STEPS) return false
    for (const { unit, lengths } of here) {
      if (before !== undefined && !known.sounds.has(before, unit)) continue
      units.push(unit)
      for (let count = 1; lengths >> count !== 0; count++) if ((lengths & (1 << count)) !== 0 && !walk(letter + count)) return false
      units.pop()
    }
    return true
  }
  return walk(0) ? found : null
}

/** @returns the units a row allows, and for each how many letters may stand for it */
export function candidates(row: Uint8Array): { unit: number; lengths: number }[] {
  const found: { unit: number; lengths: number }[] = []
  for (let unit = 1; unit < row.length; unit++) if (row[unit] !== 0) found.push({ unit, lengths: row[unit] as number })
  return found
}
