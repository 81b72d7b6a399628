import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { PaletteHit } from '../../protocol/script-views.ts'
import { errorText } from '../state/actions.ts'
import { useLive } from '../state/live-store.ts'
import { Problem } from '../ui/states.tsx'
import { PaletteRow } from './palette-row.tsx'
import type { Palette } from './palette-store.ts'
import { useRowWords } from './row-words.ts'

const ROW_REM = 3.7143
const REM = { small: 13, normal: 14, large: 16 } as const
/** So near to the end of what is here, more of it is asked for. */
const NEAR_END = 8

/** The id of a line, for the field's `aria-activedescendant`. */
export const rowId = (listId: string, at: number): string => `${listId}-${at}`

type Props = {
  palette: Palette
  /** Of the listbox; the field says `aria-controls`. */
  id: string
  /** A line was clicked. */
  onChoose: (hit: PaletteHit, event: { shiftKey: boolean; altKey: boolean }) => void
}

/** What the palette found, best first. Only the lines in sight are drawn. The keys are those of the field. */
export function PaletteList({ palette, id, onChoose }: Props) {
  const { t } = useTranslation()
  const words = useRowWords()
  const view = useStore(palette.state, state => state.view)
  const answered = useStore(palette.state, state => state.answered)
  const error = useStore(palette.state, state => state.error)
  const at = useStore(palette.state, state => state.at)
  const rem = REM[useLive(state => state.settings?.textSize ?? 'normal')]
  const scroller = useRef<HTMLDivElement>(null)
  const pointed = useRef(false)
  /** Where the pointer was seen last. Lines that move below a pointer at rest do not follow it. */
  const rest = useRef<string | null>(null)
  /** A key brought another line than the first into sight. */
  const moved = useRef(false)
  const hits = view?.hits ?? []
  const virtual = useVirtualizer({
    count: hits.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_REM * rem, overscan: 2,
  })
  const shown = virtual.getVirtualItems()
  useEffect(() => { virtual.measure() }, [virtual, rem])
  useEffect(() => {
    // At the top it stands already: to be told so would have the whole list laid out once more with each key press.
    const atTop = at === 0 && !moved.current && virtual.scrollOffset === 0
    // The pointer is where it points; only keys bring a line into sight.
    if (!pointed.current && !atTop) {
      virtual.scrollToIndex(at, { align: 'auto' })
      moved.current = at !== 0
    }
    pointed.current = false
  }, [virtual, palette, at, hits.length, answered])
  // What the keys chose last, or what was scrolled to; what fills the room has no end in sight.
  const furthest = Math.max(at, (virtual.scrollOffset ?? 0) > 0 || virtual.getTotalSize() < (virtual.scrollRect?.height ?? 0) ? shown.at(-1)?.index ?? 0 : 0)
  const near = hits.length > 0 && furthest > hits.length - NEAR_END
  useEffect(() => { if (near) palette.more() }, [palette, near, hits.length, answered])

  return (
    <div className='flex min-h-0 min-w-0 flex-1 flex-col' data-answered={answered?.text}>
      {error && <div className='p-2'><Problem text={errorText(error)} /></div>}
      {!error && view && answered && hits.length === 0 && <Nothing text={answered.text} filtered={answered.stage !== null || answered.scene !== null} />}
      <div
        ref={scroller} role='listbox' id={id} aria-label={t('palette.title')} tabIndex={hits.length > 0 ? 0 : -1}
        className='relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto -outline-offset-2'
      >
        <div role='presentation' style={{ height: virtual.getTotalSize() }} />
        {shown.map(({ index, size, start }) => {
          const hit = hits[index]
          // By its place: another answer changes the words of a line instead of making a new one.
          return hit && (
            <div
              key={index} id={rowId(id, index)} role='option' aria-selected={index === at} data-script={hit.id} aria-setsize={Math.max(view?.total ?? 0, hits.length)} aria-posinset={index + 1}
              className='absolute inset-x-0 top-0 contain-strict' style={{ height: size, transform: `translateY(${start}px)` }}
              onPointerMove={({ screenX, screenY }) => {
                const before = rest.current
                rest.current = `${screenX} ${screenY}`
                if (before === null || before === rest.current) return
                pointed.current = palette.state.getState().at !== index
                palette.point(index)
              }}
              // The field keeps the cursor.
              onMouseDown={event => { event.preventDefault() }} onClick={event => { onChoose(hit, event) }}
            >
              <PaletteRow hit={hit} chosen={index === at} words={words} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Nothing({ text, filtered }: { text: string; filtered: boolean }) {
  const { t } = useTranslation()
  const title = text.trim() === '' ? t('palette.emptyAll') : t(filtered ? 'palette.emptyFiltered' : 'palette.empty', { text })
  return (
    <div role='status' className='px-4 py-5 text-center'>
      <p className='[overflow-wrap:anywhere] text-ink-2'>{title}</p>
      {text.trim() !== '' && <p className='mt-0.5 text-sm text-ink-3'>{t('palette.emptyHint')}</p>}
    </div>
  )
}
