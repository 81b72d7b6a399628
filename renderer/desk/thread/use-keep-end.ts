import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ThreadItem } from '../../../protocol/views.ts'

/** Closer to the end than this counts as at the end. */
const NEAR_PX = 48

/**
 * The thread stays at its end only if it was there; a page of the past that comes in above moves nothing in sight.
 * @returns what to hang on the scroller, whether it is at the end, and how many customer lines came since it was not
 */
export function useKeepEnd(items: ThreadItem[], earlier: () => void, hasEarlier: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const end = useRef({ at: true, top: 0, first: '', height: 0, asked: '' })
  const [atEnd, setAtEnd] = useState(true)
  const [seenId, setSeenId] = useState<string | null>(null)
  const lastId = items.at(-1)?.id ?? null
  const firstId = items[0]?.id ?? ''
  if (atEnd && seenId !== lastId) setSeenId(lastId)

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const grownAbove = end.current.first !== '' && end.current.first !== firstId
    if (end.current.at) box.scrollTop = box.scrollHeight
    // The browser's own anchoring is off (thread.tsx): whether it came first would be chance, and both together jump a page.
    else if (grownAbove) box.scrollTop += box.scrollHeight - end.current.height
    Object.assign(end.current, { first: firstId, height: box.scrollHeight, top: box.scrollTop })
  }, [firstId, lastId, items.length])

  useEffect(() => {
    const box = scroller.current
    const inner = content.current
    if (!box || !inner) return
    const watch = new ResizeObserver(() => {
      if (end.current.at) box.scrollTop = box.scrollHeight
      Object.assign(end.current, { height: box.scrollHeight, top: box.scrollTop })
    })
    watch.observe(inner)
    watch.observe(box)
    return () => { watch.disconnect() }
  }, [])

  const onScroll = useCallback(() => {
    const box = scroller.current
    if (!box) return
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX
    // Only a hand goes up: another text size or a lower window also parts the thread from its end, and it follows.
    const at = near || (end.current.at && box.scrollTop >= end.current.top - 1)
    end.current.at = at
    end.current.top = box.scrollTop
    if (at && !near) box.scrollTop = box.scrollHeight
    setAtEnd(at)
    if (box.scrollTop < 240 && hasEarlier && end.current.asked !== end.current.first) {
      end.current.asked = end.current.first
      earlier()
    }
  }, [earlier, hasEarlier])

  const toEnd = useCallback(() => {
    const box = scroller.current
    end.current.at = true
    if (box) box.scrollTop = box.scrollHeight
    setAtEnd(true)
  }, [])

  /** Away from the end, to one line of the talk. */
  const goTo = useCallback((line: Element) => {
    end.current.at = false
    line.scrollIntoView({ block: 'center' })
    setAtEnd(false)
  }, [])

  const seenAt = items.findIndex(item => item.id === seenId)
  const fresh = atEnd || seenAt < 0 ? 0 : items.slice(seenAt + 1).filter(item => item.author === 'customer').length
  return { scroller, content, onScroll, toEnd, goTo, atEnd, fresh }
}
