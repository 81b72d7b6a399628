import { create } from 'zustand'
import { slashQuery, slashTyped } from './slash.ts'

/** Where the palette of this window is open: behind a slash in the reply (`from`), or with a field of its own (null). */
export type PaletteAt = {
  conversationId: string
  from: number | null
  text: string
  /** Grows when its own field is to take the cursor. */
  asked: number
}

export const usePaletteAt = create<{
  at: PaletteAt | null
  /** Grows when the other tab is asked for. */
  tabAsked: number
}>()(() => ({ at: null, tabAsked: 0 }))

export function paletteAt(conversationId: string): PaletteAt | null {
  const { at } = usePaletteAt.getState()
  return at?.conversationId === conversationId ? at : null
}

let asked = 0

/** Opens it with its own field. */
export function openPalette(conversationId: string, text = ''): void {
  usePaletteAt.setState({ at: { conversationId, from: null, text, asked: ++asked } })
}

/** The key of the palette: opens it where the owner answers; open already, it goes on to the other tab. */
export function askPalette(conversationId: string): void {
  if (!document.querySelector('textarea[data-reply]')) return
  const at = paletteAt(conversationId)
  if (at) usePaletteAt.setState({ tabAsked: usePaletteAt.getState().tabAsked + 1 })
  else openPalette(conversationId)
}

/** Opens it from elsewhere: what fits now stands first. */
export function askPaletteFor(conversationId: string): void {
  if (document.querySelector('textarea[data-reply]')) openPalette(conversationId)
}

export function closePalette(): void {
  if (usePaletteAt.getState().at !== null) usePaletteAt.setState({ at: null })
}

/** What is typed in its own field. */
export function searchPalette(text: string): void {
  usePaletteAt.setState(({ at }) => at ? { at: { ...at, text } } : {})
}

/**
 * The reply was changed or the caret moved: opens at a slash that begins a word, follows what is written behind it, closes when that is
 * left. Not to be called while an input method composes: what is shown stands still until it is done.
 * @param typed the text was changed by hand, not only the caret moved
 */
export function followSlash(conversationId: string, text: string, caret: number, typed: boolean): void {
  const at = paletteAt(conversationId)
  if (at && at.from === null) return
  if (at && at.from !== null) {
    const query = slashQuery(text, at.from, caret)
    if (query === null) closePalette()
    else if (query !== at.text) usePaletteAt.setState({ at: { ...at, text: query } })
    return
  }
  const from = typed ? slashTyped(text, caret) : null
  if (from !== null) usePaletteAt.setState({ at: { conversationId, from, text: '', asked } })
}
