import type { PaletteAct } from '../../palette/palette-keys.ts'
import type { LanguageChecker } from './language-checker.ts'

/** What the owner answers with; who only may leave a note has none of it. */
export type Answer = {
  checker: LanguageChecker
  /** Does what a key means in the palette. */
  act: (act: PaletteAct) => void
  send: () => void
  /** Whether the palette is open, and where its search is written. */
  open: 'field' | 'slash' | null
}
