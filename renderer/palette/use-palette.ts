import { useEffect, useRef, useState } from 'react'
import type { Dispatch, SetStateAction } from 'react'
import type { ScriptStage } from '../../domain/entities/script.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { createPalette } from './palette-store.ts'
import type { Palette, PaletteQuestion } from './palette-store.ts'

export type PaletteTab = PaletteQuestion['tab']
export type PaletteRange = { tab: PaletteTab; stage: ScriptStage | null; scene: string | null }
export const EVERYTHING: PaletteRange = { tab: 'scripts', stage: null, scene: null }

/**
 * A palette that is asked when it opens, when its range is set and when something was published. What is typed is not its business:
 * whoever hears the key asks at once (`palette.ask`), so that nothing has to be drawn for it first.
 * @param open closed: nothing is asked
 * @param typed what is searched for now; while an input method composes, what it was before: what is shown stands still
 */
export function usePalette(open: boolean, conversationId: string | null, typed: () => string): { palette: Palette; range: PaletteRange; setRange: Dispatch<SetStateAction<PaletteRange>> } {
  const { client } = useDesk()
  const [palette] = useState(() => createPalette(client))
  const [range, setRange] = useState(EVERYTHING)
  // Something was published meanwhile: the same is asked again, and the chosen line stays chosen.
  const news = useLive(state => state.briefing)
  // A range set anew asks anew, also when it is the same: the palette over any program begins again with it.
  const asked = useRef({ news, range })
  useEffect(() => {
    if (!open) palette.forget()
    else palette.ask({ text: typed(), conversationId, ...range }, asked.current.news !== news || asked.current.range !== range)
    asked.current = { news, range }
  }, [palette, open, typed, conversationId, range, news])
  return { palette, range, setRange }
}
