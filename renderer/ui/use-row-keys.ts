import { useState } from 'react'
import type { KeyboardEvent } from 'react'

/**
 * A list worked through by keys: arrows choose, anything else is given to `act` with the chosen one. Nothing while something is typed.
 * @param ids in the order shown
 * @param act @returns whether the key was taken
 */
export function useRowKeys(ids: readonly string[], act: (id: string, event: KeyboardEvent) => boolean) {
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(0, chosen === null ? 0 : ids.indexOf(chosen))
  const current = ids[at] ?? null
  const choose = (id: string | undefined) => {
    if (id === undefined) return
    setChosen(id)
    document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return
    if (event.key === 'ArrowDown') choose(ids[Math.min(ids.length - 1, at + 1)])
    else if (event.key === 'ArrowUp') choose(ids[Math.max(0, at - 1)])
    else if (current === null || !act(current, event)) return
    event.preventDefault()
  }
  /** What to hang on a row. */
  const row = (id: string) => ({ 'data-row': id, tabIndex: id === current ? 0 : -1, onFocus: () => { setChosen(id) } })
  return { current, onKeyDown, row }
}
