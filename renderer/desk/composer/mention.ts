/**
 * The name being typed after an `@` right before the caret.
 * @returns null when none is being typed
 */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const match = /(?:^|[\s，。,.])@([^\s@，。,.]{0,20})$/.exec(text.slice(0, caret))
  if (!match) return null
  const typed = match[1] ?? ''
  return { from: caret - typed.length - 1, typed }
}

/** The text with the chosen name in place of what was typed, and where the caret goes. */
export function withMention(text: string, from: number, caret: number, name: string): { text: string; caret: number } {
  const put = `@${name} `
  return { text: text.slice(0, from) + put + text.slice(caret), caret: from + put.length }
}
