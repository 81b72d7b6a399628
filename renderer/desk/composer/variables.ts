import type { Span } from '../../../protocol/script-views.ts'

/** The places of a text that are still to be filled in (`{{order.number}}`), in order. */
export function openVariables(text: string): Span[] {
  return [...text.matchAll(/\{\{[^{}\n]{1,80}\}\}/g)].map(({ index, 0: found }) => [index, index + found.length])
}

/**
 * Where Tab goes: the next open place after what is selected, from the last round to the first. Null when there is none, and from the
 * last one that was left as it is: the keyboard always gets out of the field.
 */
export function nextVariable(open: readonly Span[], from: number, to: number, back: boolean): Span | null {
  const standsOn = open.some(([start, end]) => start === from && end === to)
  const onward = back ? open.filter(([, end]) => end <= from && !(standsOn && end === to)).at(-1) : open.find(([start]) => start >= to && !(standsOn && start === from))
  if (onward) return onward
  return standsOn ? null : (back ? open.at(-1) : open[0]) ?? null
}
