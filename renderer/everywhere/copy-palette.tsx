import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PaletteHit } from '../../protocol/script-views.ts'
import { copyText } from '../edge/clipboard.ts'
import { PaletteFilter } from '../palette/palette-filter.tsx'
import { paletteAct } from '../palette/palette-keys.ts'
import { PaletteList } from '../palette/palette-list.tsx'
import { PalettePreview } from '../palette/palette-preview.tsx'
import type { Palette } from '../palette/palette-store.ts'
import { EVERYTHING, usePalette } from '../palette/use-palette.ts'
import { variableWord } from '../palette/variable-words.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLatest } from '../state/use-latest.ts'
import { CopyField } from './copy-field.tsx'
import type { Typed } from './copy-field.tsx'
import { CopyFoot } from './copy-foot.tsx'

const LIST = 'everywhere-list'
const PAGE = 7
type Said = { hitId: string; text: string }

/** The palette without a conversation: what is chosen is copied, and the program before has the focus again. */
export function CopyPalette() {
  const { t, i18n } = useTranslation()
  const { client, shell } = useDesk()
  const field = useRef<HTMLInputElement>(null)
  const [typed] = useState(() => createStore<Typed>()(() => ({ text: '', composing: false, asked: '' })))
  /** Each time it is called up the pointer may be anywhere: the list begins anew, at its first line. */
  const [turn, setTurn] = useState(0)
  const [said, setSaid] = useState<Said | null>(null)
  const { palette, range, setRange } = usePalette(true, null, useCallback(() => typed.getState().asked, [typed]))

  const write = (text: string) => {
    typed.setState(({ composing, asked }) => ({ text, asked: composing ? asked : text }))
    setSaid(null)
    palette.ask({ text: typed.getState().asked, conversationId: null, ...range })
  }
  useEffect(() => {
    field.current?.focus()
    shell.onPalette(shown => {
      field.current?.focus()
      // Put away it forgets what was typed.
      if (!shown) {
        typed.setState({ text: '', composing: false, asked: '' })
        setSaid(null)
        setTurn(before => before + 1)
      }
      // Asked anew each time: much may have come since it was put away.
      setRange({ ...EVERYTHING })
    })
  }, [shell, typed, setRange])

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
    const act = paletteAct(event.nativeEvent, typed.getState().composing)
    if (act === null || act === 'close') return
    event.preventDefault()
    if (act === 'up' || act === 'down') palette.move(act === 'up' ? -1 : 1)
    else if (act === 'pageUp' || act === 'pageDown') palette.move(act === 'pageUp' ? -PAGE : PAGE)
    else void Promise.resolve(palette.chosen()).then(chosen => { if (chosen) onChoose(chosen) })
  }
  const onChoose = useLatest(choose)

  return (
    <>
      <h1 className='sr-only'>{t('palette.title')}</h1>
      <div className='flex h-13 shrink-0 items-center gap-2.5 border-b border-line px-3.5'>
        <CopyField field={field} typed={typed} palette={palette} listId={LIST} onWrite={write} onPress={press} />
        <PaletteFilter palette={palette} range={range} setRange={setRange} />
      </div>
      <div className='flex min-h-0 flex-1'>
        <div className='flex min-w-0 flex-1 flex-col'><PaletteList key={turn} palette={palette} id={LIST} onChoose={onChoose} /></div>
        <Chosen palette={palette} onCopy={copy} />
      </div>
      <CopyFoot palette={palette} said={said?.text ?? null} />
    </>
  )
}

/** The chosen line in full. */
function Chosen({ palette, onCopy }: { palette: Palette; onCopy: (hit: PaletteHit, text: string) => void }) {
  const { t } = useTranslation()
  const hit = useStore(palette.state, ({ view, at }) => view?.hits[at] ?? null)
  if (!hit) return null
  return (
    <aside aria-label={t('everywhere.preview')} className='w-64 shrink-0 overflow-y-auto border-l border-line bg-bg p-3' tabIndex={0}>
      <PalettePreview hit={hit} onCase={text => { onCopy(hit, text) }} />
    </aside>
  )
}
