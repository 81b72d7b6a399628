import { useState } from 'react'

/** Some of several, ticked one by one or all together. @param first ticked at first; null = all, also those that come later */
export function useChosen(first: readonly string[] | null): { has: (id: string) => boolean; of: <T>(all: readonly T[], idOf: (one: T) => string) => T[]; turn: (ids: readonly string[], on: boolean) => void } {
  const [state, setState] = useState<{ all: boolean; but: ReadonlySet<string> }>({ all: first === null, but: new Set(first ?? []) })
  const has = (id: string) => state.but.has(id) !== state.all
  return {
    has,
    of: (all, idOf) => all.filter(one => has(idOf(one))),
    turn: (ids, on) => {
      setState(before => {
        const but = new Set(before.but)
        for (const id of ids) {
          if (on === before.all) but.delete(id)
          else but.add(id)
        }
        return { ...before, but }
      })
    },
  }
}
