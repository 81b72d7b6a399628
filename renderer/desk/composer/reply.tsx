import { useCallback, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { ThreadView } from '../../../protocol/views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLatest } from '../../state/use-latest.ts'
import { DueStrip } from './due-strip.tsx'
import { Editor } from './editor.tsx'
import { createLanguageChecker } from './language-checker.ts'
import { PalettePanel } from './palette-panel.tsx'
import { trySend } from './try-send.ts'
import { useReplyPalette } from './use-reply-palette.ts'

/** Where the owner answers: palette, dues, the reply with its language looked at. */
export function Reply({ view, byHand, children }: { view: ThreadView; byHand: boolean; children?: ReactNode }) {
  const desk = useDesk()
  const { id } = view.conversation
  const [checker] = useState(() => createLanguageChecker(desk.client, id))
  const send = useCallback(() => { trySend(desk, id, checker.state.getState(), byHand) }, [desk, id, checker, byHand])
  const palette = useReplyPalette(id, send)
  const act = useLatest(palette.act)
  const { open } = palette
  // While one searches in the palette's own field, the reply below is not drawn again.
  const answer = useMemo(() => ({ checker, act, send, open } as const), [checker, act, send, open])
  return (
    <>
      {open && <PalettePanel reply={palette} open={open} conversationId={id} />}
      <DueStrip view={view} />
      {children}
      <Editor view={view} byHand={byHand} answer={answer} />
    </>
  )
}
