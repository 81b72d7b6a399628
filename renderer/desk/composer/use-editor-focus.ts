import { useEffect, useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { useWindow } from '../../state/window-store.ts'

/** Puts the cursor into the field when it is asked for, and lets the field grow with its text. */
export function useEditorFocus(field: RefObject<HTMLTextAreaElement | null>, conversationId: string, text: string): void {
  const asked = useWindow(state => state.focusAsked)
  const dialog = useWindow(state => state.dialog !== null)
  useEffect(() => {
    const box = field.current
    if (!box || dialog) return
    box.focus({ preventScroll: true })
    box.setSelectionRange(box.value.length, box.value.length)
    // Asked again, or another conversation; a dialog that closes gives the focus back by itself.
  }, [asked, conversationId, field]) // eslint-rule: dialog is read, not followed

  useLayoutEffect(() => {
    const box = field.current
    if (!box) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  }, [text, field])
}
