import { Search } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { PaletteHit } from '../../protocol/script-views.ts'
import { copyText } from '../edge/clipboard.ts'
import { PaletteFilter } from '../palette/palette-filter.tsx'
import { paletteAct } from '../palette/palette-keys.ts'
import { PaletteList, rowId } from '../palette/palette-list.tsx'
import { PalettePreview } from '../palette/palette-preview.tsx'
import { EVERYTHING, usePalette } from '../palette/use-palette.ts'
import { variableWord } from '../palette/variable-words.ts'
import { useDesk } from '../state/desk-context.ts'
import { KeyCap } from '../ui/tag.tsx'

const LIST = 'everywhere-list'
const PAGE = 7
const KEYS = { copy: 'Enter', hide: 'Esc' }
type Said = { hitId: string; text: string }

/** The palette without a conversation: what is chosen is copied, and the program before has the focus again. */
export function CopyPalette() {
  const { t, i18n } = useTranslation()
  const { client, shell } = useDesk()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  // While an input method composes, what is shown stands still.
  const [asked, setAsked] = useState('')
  const composing = useRef(false)
  /** Each time it is called up the pointer may be anywhere: the list begins anew, at its first line. */
  const [turn, setTurn] = useState(0)
  const [said, setSaid] = useState<Said | null>(null)
  const { palette, range, setRange } = usePalette(asked, null)
  const hit = useStore(palette.state, ({ view, at }) => view?.hits[at] ?? null)
  const at = useStore(palette.state, state => state.at)

  const write = useCallback((text: string) => {
    setTyped(text)
    setSaid(null)
    if (!composing.current) setAsked(text)
  }, [])
  useEffect(() => {
    field.current?.focus()
    shell.onPalette(shown => {
      field.current?.focus()
      // Asked anew each time: much may have come since it was put away.
      setRange({ ...EVERYTHING })
      if (shown) return
      // Put away it forgets what was typed.
      composing.current = false
      write('')
      setTurn(before => before + 1)
    })
  }, [shell, write, setRange])

  const copy = (from: PaletteHit, text: string) => {
    if (!copyText(text)) {
      setSaid({ hitId: from.id, text: t('everywhere.notCopied') })
      return
    }
    // Counted for the ranking; whether it was is nothing to wait for.
    if (range.tab === 'scripts') void client.call('palette.used', { scriptId: from.id, conversationId: null })
    void shell.palette('hide')
  }
  const choose = (from: PaletteHit) => {
    const names = [...new Set(from.open.map(([start, end]) => variableWord(i18n.language, from.text.slice(start, end))))]
    if (names.length > 0 && said?.hitId !== from.id) setSaid({ hitId: from.id, text: t('everywhere.open', { names: names.join(t('palette.comma')) }) })
    else copy(from, from.text)
  }
  const press = (event: KeyboardEvent) => {
    const act = paletteAct(event.nativeEvent, composing.current)
    if (act === null || act === 'close') return
    event.preventDefault()
    if (act === 'up' || act === 'down') palette.move(act === 'up' ? -1 : 1)
    else if (act === 'pageUp' || act === 'pageDown') palette.move(act === 'pageUp' ? -PAGE : PAGE)
    else void Promise.resolve(palette.chosen()).then(chosen => { if (chosen) choose(chosen) })
  }

  return (
    <>
      <h1 className='sr-only'>{t('palette.title')}</h1>
      <div className='flex h-13 shrink-0 items-center gap-2.5 border-b border-line px-3.5'>
        <Search size={17} className='shrink-0 text-ink-3' aria-hidden='true' />
        <input
          ref={field} value={typed} role='combobox' aria-expanded='true' aria-controls={LIST} aria-activedescendant={hit ? rowId(LIST, at) : undefined}
          aria-label={t('palette.field')} placeholder={t('palette.placeholder')} spellCheck={false} autoComplete='off' maxLength={200}
          className='h-10 min-w-0 flex-1 bg-transparent text-lg outline-none'
          onChange={event => { write(event.target.value) }} onKeyDown={press}
          onCompositionStart={() => { composing.current = true }}
          onCompositionEnd={event => {
            composing.current = false
            write(event.currentTarget.value)
          }}
        />
        <PaletteFilter palette={palette} range={range} setRange={setRange} />
      </div>
      <div className='flex min-h-0 flex-1'>
        <div className='flex min-w-0 flex-1 flex-col'><PaletteList key={turn} palette={palette} id={LIST} onChoose={choose} /></div>
        {hit && (
          <aside aria-label={t('everywhere.preview')} className='w-64 shrink-0 overflow-y-auto border-l border-line bg-bg p-3' tabIndex={0}>
            <PalettePreview hit={hit} onCase={text => { copy(hit, text) }} />
          </aside>
        )}
      </div>
      <footer className='flex h-9 shrink-0 items-center gap-4 border-t border-line px-3.5 text-xs text-ink-2'>
        {said ? <p role='alert' className='min-w-0 flex-1 truncate text-warn'>{said.text}</p> : <p role='status' className='min-w-0 flex-1 truncate'><How palette={palette} />{hit && hit.pictureIds.length > 0 && ` · ${t('everywhere.noPictures')}`}</p>}
        <span className='flex shrink-0 items-center gap-1'><KeyCap>{KEYS.copy}</KeyCap>{t('everywhere.copy')}</span>
        <span className='flex shrink-0 items-center gap-1'><KeyCap>{KEYS.hide}</KeyCap>{t('everywhere.hide')}</span>
      </footer>
    </>
  )
}

/** How what is shown was found. */
function How({ palette }: { palette: ReturnType<typeof usePalette>['palette'] }) {
  const { t } = useTranslation()
  const view = useStore(palette.state, state => state.view)
  if (!view || view.hits.length === 0) return null
  return view.how === 'near' ? t('palette.near') : t('palette.found', { count: view.total })
}
