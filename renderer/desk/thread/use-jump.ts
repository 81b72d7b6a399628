import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { later } from '../../edge/clock.ts'
import { MOST_LINES } from '../use-thread.ts'
import { endJump, toast, useWindow } from '../../state/window-store.ts'

/** How long the line found stays marked. */
const MARK_MS = 2_500

/** Goes to the line that was asked for as soon as it is drawn, and marks it for a moment; says so when it is not to be had. */
export function useJump(view: ThreadView, content: RefObject<HTMLDivElement | null>, goTo: (line: Element) => void, earlier: () => void): void {
  const { t } = useTranslation()
  const jump = useWindow(state => state.jump?.conversationId === view.conversation.id ? state.jump : null)
  const { items, hasEarlier } = view
  const asked = useRef(-1)
  useEffect(() => {
    if (!jump) return
    if (!items.some(item => item.id === jump.messageId)) {
      if (hasEarlier && items.length < MOST_LINES) {
        // Further back: page by page, each asked for once.
        if (asked.current !== items.length) earlier()
        asked.current = items.length
        return
      }
      endJump()
      toast(t('search.notHere'))
      return
    }
    const line = content.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(jump.messageId)}"]`)
    endJump()
    if (!line) return
    goTo(line)
    line.dataset['found'] = ''
    later(MARK_MS, () => { delete line.dataset['found'] })
  }, [jump, items, hasEarlier, content, goTo, earlier, t])
}
