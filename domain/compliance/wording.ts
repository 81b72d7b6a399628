import { fold } from './fold.ts'
import { gapOf, stretchOf, type Stretch } from './gaps.ts'
import { countSpellings, MOST_SPELLINGS, spellingsOf } from './spellings.ts'

/** A part of a wording between slots, in all its spellings. `within`: how far the slot before it reaches. */
export type Piece = { forms: readonly Stretch[]; within: 'clause' | 'sentence' }

const SLOT = /…+|\.{3,}/

/**
 * A wording as supervisors write it. "(你/我)" is one of several, "…" a few words in between; a comma beside "…" lets it reach over commas.
 * Goes in: the wording as written. Comes out: its pieces in order; none where nothing of it is left once folded, or where it stands for too much.
 */
export function piecesOf(text: string): Piece[] {
  if (countSpellings(text) > MOST_SPELLINGS) return []
  const pieces: Piece[] = []
  let between = ''
  for (const part of text.split(SLOT)) {
    const forms = spellingsOf(part).map(form => stretchOf(form, fold(form))).filter(({ units }) => units !== '')
    between += /^[^\p{L}\p{N}]*/u.exec(part)?.[0] ?? ''
    if (forms.length === 0) continue
    pieces.push({ forms, within: gapOf(between) === 'comma' ? 'sentence' : 'clause' })
    between = /[^\p{L}\p{N}]*$/u.exec(part)?.[0] ?? ''
  }
  return pieces
}
