import { useEffect, useLayoutEffect, useRef } from 'react'
import { useWindow } from '../../state/window-store.ts'

/**
 * The field of an editor: it takes the cursor when that is asked for, and grows with its text.
 * @returns what to hang on the textarea
 */
export function useEditorField(conversationId: string, text: string) {
  const field = useRef<HTMLTextAreaElement>(null)
  const asked = useWindow(state => state.focusAsked)
  useEffect(() => {
    const box = field.current
    // A dialog keeps the focus, and gives it back by itself when it closes.
    if (!box || useWindow.getState().dialog !== null) return
    box.focus({ preventScroll: true })
    box.setSelectionRange(box.value.length, box.value.length)
  }, [asked, conversationId])

  useLayoutEffect(() => {
    const box = field.current
    if (!box) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  }, [text])
  return field
}
