import { useCallback, useEffect } from 'react'
import type { PaletteHit, Span } from '../../../protocol/script-views.ts'
import type { PaletteAct } from '../../palette/palette-keys.ts'
import type { Palette } from '../../palette/palette-store.ts'
import { EVERYTHING, usePalette } from '../../palette/use-palette.ts'
import type { PaletteRange } from '../../palette/use-palette.ts'
import { useDesk } from '../../state/desk-context.ts'
import { insertScript } from './insert-script.ts'
import type { Taken } from './insert-script.ts'
import { focusReply } from './insert.ts'
import { closePalette, openPalette, paletteAt, usePaletteAt } from './palette-at.ts'

export type ReplyPalette = {
  /** Where it is open: its search in a field of its own, or behind a slash in the reply. Null = closed. */
  open: 'field' | 'slash' | null
  palette: Palette
  range: PaletteRange
  setRange: (range: PaletteRange) => void
  /** Inserts this one. `more` keeps the palette open, `send` sends the reply at once. */
  take: (hit: Pick<Taken, 'id' | 'text' | 'pictureIds'>, then: 'close' | 'more' | 'send') => void
  /** Does what a key means. */
  act: (act: PaletteAct) => void
  close: () => void
}

const PAGE = 6
const STEPS: Partial<Record<PaletteAct, number>> = { up: -1, down: 1, pageUp: -PAGE, pageDown: PAGE }

/** The palette of one reply. @param send sends the reply as Enter does */
export function useReplyPalette(conversationId: string, send: () => void): ReplyPalette {
  const desk = useDesk()
  // Not what is typed: a key press draws the field it is typed in, and nothing else.
  const open = usePaletteAt(({ at }) => at?.conversationId !== conversationId ? null : at.from === null ? 'field' : 'slash')
  const typed = useCallback(() => paletteAt(conversationId)?.text ?? '', [conversationId])
  const { palette, range, setRange } = usePalette(open !== null, conversationId, typed)
  useEffect(() => usePaletteAt.subscribe(({ at: now }, { at: before }) => {
    if (now?.conversationId === conversationId && now.text !== before?.text) palette.ask({ text: now.text, conversationId, ...range })
  }), [palette, conversationId, range])
  useEffect(() => () => { if (paletteAt(conversationId)) closePalette() }, [conversationId])

  useEffect(() => usePaletteAt.subscribe((now, before) => {
    if (now.tabAsked !== before.tabAsked) setRange(({ tab }) => ({ tab: tab === 'scripts' ? 'knowledge' : 'scripts', stage: null, scene: null }))
  }), [setRange])

  // Opened again it begins anew, with what fits now; while one inserts several in a row the range stays.
  const isOpen = open !== null
  useEffect(() => { if (!isOpen) setRange(EVERYTHING) }, [isOpen, setRange])

  const close = () => {
    const at = paletteAt(conversationId)
    closePalette()
    if (at?.from === null) focusReply(conversationId)
  }
  const take: ReplyPalette['take'] = (hit, then) => {
    const at = paletteAt(conversationId)
    if (!at) return
    const instead: Span | null = at.from === null ? null : [at.from, at.from + 1 + at.text.length]
    closePalette()
    void insertScript(desk, conversationId, { id: hit.id, text: hit.text, pictureIds: hit.pictureIds, tab: range.tab }, instead).then(() => { if (then === 'send') send() })
    // Several in a row: from here on with a field of its own, the search kept.
    if (then === 'more') openPalette(conversationId, at.text)
  }
  const takeChosen = async (then: 'close' | 'more' | 'send') => {
    const found = palette.chosen()
    // At once when it is known: what is typed next comes after it.
    const hit: PaletteHit | null = found instanceof Promise ? await found : found
    if (hit) take(hit, then)
  }
  const act = (name: PaletteAct) => {
    const steps = STEPS[name]
    if (steps !== undefined) palette.move(steps)
    else if (name === 'close') close()
    else void takeChosen(name === 'insertMore' ? 'more' : name === 'send' ? 'send' : 'close')
  }
  return { open, palette, range, setRange, take, act, close }
}
