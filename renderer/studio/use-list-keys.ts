import { useEffect } from 'react'
import type { KeyboardEvent as Press, RefObject } from 'react'

/** Keys of a list from anywhere on its page: Alt N begins something new, "/" goes to the search unless it is typed. */
export function useListKeys(onNew: () => void, search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('[role=dialog], [role=alertdialog]')) return
      if (event.altKey && event.code === 'KeyN' && !event.ctrlKey && !event.metaKey) {
        event.preventDefault()
        onNew()
        return
      }
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).matches('input, textarea, select')) return
      event.preventDefault()
      search.current?.focus()
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [onNew, search])
}

/** Arrow keys walk along the buttons of a short list. */
export function walkButtons(event: Press<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.findIndex(button => button === document.activeElement) + step]
  if (step === 0 || !next) return
  event.preventDefault()
  next.focus()
}
