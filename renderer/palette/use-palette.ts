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
 * A palette that follows what is typed. While an input method composes, the caller keeps `text` as it was: what is shown stands still.
 * @param text null = closed: nothing is asked
 */
export function usePalette(text: string | null, conversationId: string | null): { palette: Palette; range: PaletteRange; setRange: Dispatch<SetStateAction<PaletteRange>> } {
  const { client } = useDesk()
  const [palette] = useState(() => createPalette(client))
  const [range, setRange] = useState(EVERYTHING)
  // Something was published meanwhile: the same is asked again, and the chosen line stays chosen.
  const news = useLive(state => state.briefing)
  // A range set anew asks anew, also when it is the same: the palette over any program begins again with it.
  const asked = useRef({ news, range })
  useEffect(() => {
    if (text === null) palette.forget()
    else palette.ask({ text, conversationId, ...range }, asked.current.news !== news || asked.current.range !== range)
    asked.current = { news, range }
  }, [palette, text, conversationId, range, news])
  return { palette, range, setRange }
}
