import { createElement, lazy, Suspense, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'

/** A part of the window in a file of its own: read when it is first shown, or before by `warm`, so that it opens at once. */
export type Late<P> = { Part: ComponentType<P>; warm: () => Promise<unknown> }

/** @param read brings the part @param meanwhile stands in its place until it is there */
export function late<P extends object>(read: () => Promise<ComponentType<P>>, meanwhile: ReactNode = null): Late<P> {
  let here: ComponentType<P> | null = null
  const bring = async () => {
    here ??= await read()
    return { default: here }
  }
  const Awaited = lazy(bring)
  function Part(props: P) {
    // Settled once for this place: another kind of component would begin anew, with nothing of what was typed.
    const [Shown] = useState<ComponentType<P>>(() => here ?? Awaited)
    return <Suspense fallback={meanwhile}>{createElement(Shown, props)}</Suspense>
  }
  return { Part, warm: bring }
}
