import { clsx } from 'clsx'
import type { Span } from '../../protocol/script-views.ts'
import { partsOf } from './text-parts.ts'

/** Text with its matches and variables: what was filled in looks calm, what is open asks to be filled. */
export function Marked({ text, marks, filled = [], open = [] }: { text: string; marks: readonly Span[]; filled?: readonly Span[]; open?: readonly Span[] }) {
  return partsOf(text, marks, filled, open).map((part, index) => {
    const look = clsx(part.marked && 'font-semibold text-brand', part.kind === 'open' && 'rounded-xs bg-warn-soft text-warn', part.kind === 'filled' && 'underline decoration-line-strong decoration-dotted underline-offset-3')
    if (part.marked) return <mark key={index} className={clsx('bg-transparent', look)}>{part.text}</mark>
    return look === '' ? part.text : <span key={index} className={look}>{part.text}</span>
  })
}
