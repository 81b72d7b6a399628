/** Letters and digits are numbered from here on. */
export const FIRST_LETTER = 1_024
/** One more than the highest number there can be. */
export const UNITS = FIRST_LETTER + 128
const INITIALS = 37
const SLOT_BITS = 12
const SLOTS = 1 << SLOT_BITS
/** Spreads keys evenly (Knuth's multiplicative hash). */
const SPREAD = 0x9e3779b1
/** In letters: a key of so many is a small number. */
export const LONGEST_SYLLABLE = 6

/** @returns the number of a letter or digit, from 1 on; 0 = it is none */
export function initialOf(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x60 : code >= 0x30 && code <= 0x39 ? code - 0x30 + 27 : 0
}

/** @returns one number for two initials side by side, from 1 on; 0 = one of them is none */
export function pairOf(first: number, second: number): number {
  return first === 0 || second === 0 ? 0 : first * INITIALS + second
}

/** Numbers for syllables as they are met, for letters and digits, so that a text is an array to compare by. 0 = anything else. */
export class Syllables {
  /** A table by key, of which few slots are taken: a map takes three times as long, for every character of a library. */
  readonly #keys = new Int32Array(SLOTS)
  readonly #ids = new Uint16Array(SLOTS)
  readonly #texts: string[] = ['']
  /** First letter of each, by its number. */
  readonly #initials = Uint8Array.from({ length: UNITS }, (_, id) => initialOf(id - FIRST_LETTER))
  /** Letters of each; a letter or digit is its own. */
  readonly #lengths = new Uint8Array(UNITS).fill(1)
  /** The syllables that begin with each letter. */
  readonly #beginning = new Map<number, number[]>()

  /** Of letters and digits that stand in a text themselves. */
  static ofSign(code: number): number {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? FIRST_LETTER + code : 0
  }

  /** @param key its letters, five bits each, the last lowest, LONGEST_SYLLABLE at most @returns its number */
  of(key: number): number {
    const slot = this.#slot(key)
    if (this.#keys[slot] === key) return this.#ids[slot] as number
    const id = this.#texts.length
    // There are some 420; more are no readings.
    if (id >= FIRST_LETTER) return 0
    let text = ''
    for (let rest = key; rest > 0; rest >>>= 5) text = String.fromCharCode(96 + (rest & 31)) + text
    this.#texts.push(text)
    this.#keys[slot] = key
    this.#ids[slot] = id
    this.#lengths[id] = text.length
    this.#initials[id] = initialOf(text.charCodeAt(0))
    const letter = text.charCodeAt(0)
    const others = this.#beginning.get(letter)
    if (others) others.push(id)
    else this.#beginning.set(letter, [id])
    return id
  }

  /** @returns the number of a syllable that some text has, else 0 */
  find(text: string): number {
    let key = 0
    for (let i = 0; i < text.length && i < LONGEST_SYLLABLE; i++) key = key * 32 + (text.charCodeAt(i) - 96)
    const slot = this.#slot(key)
    return text.length <= LONGEST_SYLLABLE && this.#keys[slot] === key ? this.#ids[slot] as number : 0
  }

  /** @returns where a key is, or would be */
  #slot(key: number): number {
    let slot = Math.imul(key, SPREAD) >>> (32 - SLOT_BITS)
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1)
    return slot
  }

  /** @returns for each unit but the last the pair of its initial and the next one's */
  pairsOf(units: Uint16Array): Uint16Array {
    const initials = this.#initials
    const pairs = new Uint16Array(units.length)
    let next = 0
    for (let at = units.length - 1; at >= 0; at--) {
      const initial = initials[units[at] as number] as number
      pairs[at] = pairOf(initial, next)
      next = initial
    }
    return pairs
  }

  /** @returns of how many letters a unit is */
  length(id: number): number {
    return this.#lengths[id] as number
  }

  /** @returns the syllables met that begin with a letter, in the order of their numbers */
  beginningWith(letter: number): readonly number[] {
    return this.#beginning.get(letter) ?? []
  }

  /** All syllables met. */
  get texts(): readonly string[] {
    return this.#texts
  }
}
