import { FIRST_LETTER } from './syllables.ts'

/** Where each syllable stands in a block, so that a few spellings are found without going through the text. */
export class Places {
  /** Where the places of each syllable begin in `#at`. */
  readonly #starts = new Uint32Array(FIRST_LETTER + 1)
  readonly #at: Uint16Array | Uint32Array

  constructor(units: Uint16Array) {
    const starts = this.#starts
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] as number
      if (unit > 0 && unit < FIRST_LETTER) starts[unit + 1] = (starts[unit + 1] as number) + 1
    }
    for (let unit = 1; unit <= FIRST_LETTER; unit++) starts[unit] = (starts[unit] as number) + (starts[unit - 1] as number)
    const count = starts[FIRST_LETTER] as number
    this.#at = units.length <= 0x10000 ? new Uint16Array(count) : new Uint32Array(count)
    const next = starts.slice()
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] as number
      if (unit === 0 || unit >= FIRST_LETTER) continue
      const place = next[unit] as number
      this.#at[place] = at
      next[unit] = place + 1
    }
  }

  /** Tells every place where these units stand side by side; one of them is a syllable. Looks at the places of the rarest one only. */
  find(units: Uint16Array, wanted: readonly number[], found: (at: number) => void): void {
    let rarest = 0
    let least = Infinity
    for (let i = 0; i < wanted.length; i++) {
      const unit = wanted[i] as number
      if (unit >= FIRST_LETTER) continue
      const count = (this.#starts[unit + 1] as number) - (this.#starts[unit] as number)
      if (count >= least) continue
      least = count
      rarest = i
    }
    const from = this.#starts[wanted[rarest] as number] as number
    for (let i = from; i < from + least; i++) {
      const at = (this.#at[i] as number) - rarest
      if (at >= 0 && stands(units, wanted, at)) found(at)
    }
  }
}

function stands(units: Uint16Array, wanted: readonly number[], at: number): boolean {
  for (let i = 0; i < wanted.length; i++) if (units[at + i] !== wanted[i]) return false
  return true
}
