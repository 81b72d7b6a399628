import { useCallback, useLayoutEffect, useRef } from 'react'

/** @returns one function for always, that does what the newest one would: what is given it is not drawn again for its sake */
export function useLatest<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act)
  useLayoutEffect(() => { latest.current = act })
  return useCallback((...args: A) => { latest.current(...args) }, [])
}
