import { clsx } from 'clsx'
import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Finding, Span } from '../../../protocol/script-views.ts'
import { openVariables } from './variables.ts'

type Mark = { span: Span; look: string; name: string }
const looks = {
  block: 'underline decoration-late decoration-wavy decoration-[1.5px] underline-offset-2 [text-decoration-skip-ink:none]',
  warn: 'underline decoration-warn decoration-wavy decoration-[1.5px] underline-offset-2 [text-decoration-skip-ink:none]',
}

/** Below the words of a reply: waves where the language is not right, a ground under what is still to be filled in. */
export function MarksLayer({ field, text, findings }: { field: RefObject<HTMLTextAreaElement | null>; text: string; findings: readonly Finding[] }) {
  const layer = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  const marks = marksOf(text, findings)
  const any = marks.length > 0

  // The same text in the same width, scrolled alike: each mark lies under its word.
  useLayoutEffect(() => {
    const box = field.current
    if (!box || !any) return
    const follow = () => {
      setWidth(box.clientWidth)
      if (layer.current) layer.current.scrollTop = box.scrollTop
    }
    follow()
    const watch = new ResizeObserver(follow)
    watch.observe(box)
    box.addEventListener('scroll', follow)
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', follow)
    }
  }, [field, any, text])

  if (!any) return null
  return (
    <div ref={layer} aria-hidden='true' className='pointer-events-none absolute inset-0 overflow-hidden select-none'>
      <div className='min-h-full py-2 leading-relaxed [overflow-wrap:break-word] whitespace-pre-wrap text-transparent' style={width === null ? {} : { width }}>
        {pieces(text, marks).map((piece, index) => piece.mark ? <span key={index} data-mark={piece.mark.name} className={piece.mark.look}>{piece.text}</span> : piece.text)}
        {'\u200b'}
      </div>
    </div>
  )
}

/** Every mark in order, none inside another: what stops the message first. */
export function marksOf(text: string, findings: readonly Finding[]): Mark[] {
  const all: (Mark & { weight: number })[] = [
    ...openVariables(text).map(span => ({ span, look: 'rounded-xs bg-warn-soft shadow-[inset_0_-1px_0_var(--warn)]', name: 'variable', weight: 0 })),
    ...findings.flatMap(({ span, severity, rule }) => severity === 'note' || rule === 'variable' ? []
      : [{ span, look: clsx(looks[severity]), name: severity, weight: severity === 'block' ? 1 : 2 }]),
  ]
  const kept: Mark[] = []
  for (const { span, look, name } of all.sort((a, b) => a.weight - b.weight)) {
    if (span[1] <= text.length && span[0] < span[1] && kept.every(({ span: [from, to] }) => span[1] <= from || to <= span[0])) kept.push({ span, look, name })
  }
  return kept.sort((a, b) => a.span[0] - b.span[0])
}

function pieces(text: string, marks: readonly Mark[]): { text: string; mark: Mark | null }[] {
  const found: { text: string; mark: Mark | null }[] = []
  let at = 0
  for (const mark of marks) {
    found.push({ text: text.slice(at, mark.span[0]), mark: null }, { text: text.slice(...mark.span), mark })
    at = mark.span[1]
  }
  return [...found, { text: text.slice(at), mark: null }]
}
