/** Letters and digits are numbered from here on. */
export const FIRST_LETTER = 1_024

/** Numbers for syllables as they are met, for letters and digits, so that a text is an array to compare by. 0 = anything else. */
export class Syllables {
  readonly #idOfKey = new Map<number, number>()
  readonly #texts: string[] = ['']
  /** First letter of each. */
  readonly #initials = Uint8Array.from({ length: FIRST_LETTER + 128 }, (_, id) => Math.max(0, id - FIRST_LETTER))

  /** Of letters and digits that stand in a text themselves. */
  static ofSign(code: number): number {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? FIRST_LETTER + code : 0
  }

  /** @param key its letters, five bits each, the last lowest @returns its number */
  of(key: number): number {
    const known = this.#idOfKey.get(key)
    if (known !== undefined) return known
    const id = this.#texts.length
    // There are some 420; more are no readings.
    if (id >= FIRST_LETTER) return 0
    let text = ''
    for (let rest = key; rest > 0; rest >>>= 5) text = String.fromCharCode(96 + (rest & 31)) + text
    this.#texts.push(text)
    this.#initials[id] = text.charCodeAt(0)
    this.#idOfKey.set(key, id)
    return id
  }

  /** @returns the number of a syllable that some text has, else 0 */
  find(text: string): number {
    let key = 0
    for (let i = 0; i < text.length && i < 6; i++) key = key * 32 + (text.charCodeAt(i) - 96)
    return text.length > 6 ? 0 : this.#idOfKey.get(key) ?? 0
  }

  /** What stands behind a number: a syllable, or a letter or digit itself. */
  text(id: number): string {
    return id >= FIRST_LETTER ? String.fromCharCode(id - FIRST_LETTER) : this.#texts[id] ?? ''
  }

  /** @returns the code of its first letter (a letter or digit is its own); 0 = none */
  initial(id: number): number {
    return this.#initials[id] as number
  }

  /** One more than the highest number there can be. */
  get size(): number {
    return FIRST_LETTER + 128
  }

  /** All syllables met. */
  get texts(): readonly string[] {
    return this.#texts
  }
}
