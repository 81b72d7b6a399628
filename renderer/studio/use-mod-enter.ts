import { useEffect, useLayoutEffect, useRef } from 'react'
import { useDesk } from '../state/desk-context.ts'

/** Ctrl Enter (⌘ Enter) does this, wherever the cursor is. @param within what has to be on top: the page, or the one dialog over it */
export function useModEnter(act: () => void, within: 'page' | 'dialog'): void {
  const { mac } = useDesk()
  const latest = useRef(act)
  useLayoutEffect(() => { latest.current = act })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(mac ? event.metaKey : event.ctrlKey) || event.isComposing) return
      if (document.querySelectorAll('[role=dialog], [role=alertdialog]').length !== (within === 'dialog' ? 1 : 0)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [mac, within])
}
