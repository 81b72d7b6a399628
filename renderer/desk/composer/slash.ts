/** A chat program's slash, that of a full-width keyboard, and the mark that Chinese input methods give for the same key. */
const SLASHES = '/／'
const MARK = '、'
const LONGEST = 60

/**
 * Whether the character right before the caret, just typed, opens the palette: a slash at the start of a word. After a letter, a
 * digit, another slash or a colon (3/4, and/or, https://, 男/女) it is just a slash.
 * @returns where it stands, null when it does not
 */
export function slashTyped(text: string, caret: number): number | null {
  const at = caret - 1
  const typed = text[at]
  const before = text[at - 1]
  if (typed === undefined) return null
  const start = before === undefined || /\s/.test(before)
  if (typed === MARK) return start ? at : null
  if (!SLASHES.includes(typed)) return null
  return start || /[，。！？；：、～…）】」』”’,;!?)~]/.test(before) ? at : null
}

/**
 * What is searched for after the slash at `from`, up to the caret. Several words are fine.
 * @returns null when it is no longer a search: the slash or the line was left, or a blank follows the slash
 */
export function slashQuery(text: string, from: number, caret: number): string | null {
  const slash = text[from]
  if (slash === undefined || !(SLASHES + MARK).includes(slash) || caret <= from || caret > text.length) return null
  const query = text.slice(from + 1, caret)
  return query.length > LONGEST || query.includes('\n') || /^\s/.test(query) ? null : query
}
