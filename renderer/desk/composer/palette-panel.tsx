import { Pencil, Plus, Search, Slash, Trash2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { PaletteHit } from '../../../protocol/script-views.ts'
import { PaletteFilter } from '../../palette/palette-filter.tsx'
import { paletteAct } from '../../palette/palette-keys.ts'
import { PaletteList, rowId } from '../../palette/palette-list.tsx'
import type { Palette } from '../../palette/palette-store.ts'
import { PalettePreview } from '../../palette/palette-preview.tsx'
import { useDesk } from '../../state/desk-context.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { searchPalette } from './palette-at.ts'
import type { PaletteAt } from './palette-at.ts'
import { PaletteFoot } from './palette-foot.tsx'
import { removePersonal } from './personal-scripts.ts'
import type { ReplyPalette } from './use-reply-palette.ts'
import { useSeenScript } from './use-seen-script.ts'

export const PALETTE_LIST = 'palette-hits'

/** Scripts and knowledge over the reply. It takes its room from the thread above, which stays at its end: the last answer remains in sight. */
export function PalettePanel({ reply, at }: { reply: ReplyPalette; at: PaletteAt }) {
  const { t } = useTranslation()
  const { palette, range, setRange, take, act, close } = reply
  return (
    <section
      aria-label={t('palette.title')} data-palette='' className='@container flex h-[clamp(10rem,38vh,24rem)] flex-col max-[1180px]:h-[44vh] border-b border-line bg-raised'
      onKeyDown={event => {
        if (event.defaultPrevented) return
        // In the list all its keys; in the filters and buttons only Esc, back to the reply.
        const name = paletteAct({ ...pressed(event), isComposing: event.nativeEvent.isComposing, keyCode: event.keyCode }, false)
        const inList = event.target instanceof Element && event.target.id === PALETTE_LIST
        if (!name || (name !== 'close' && !inList)) return
        event.preventDefault()
        act(name)
      }}
    >
      <div className='flex shrink-0 items-center gap-x-1.5 border-b border-line px-3 py-1.5'>
        {at.from === null ? <SearchField reply={reply} at={at} /> : <SlashWords text={at.text} palette={palette} />}
        <PaletteFilter palette={palette} range={range} setRange={setRange} />
        <IconButton label={t('palette.new')} onClick={() => { openDialog({ kind: 'personalScript', script: null, conversationId: at.conversationId }) }}><Plus size={16} /></IconButton>
        <IconButton label={t('common.close')} keys='Esc' onClick={close}><X size={16} /></IconButton>
      </div>
      <div className='flex min-h-0 flex-1 flex-col @[36rem]:flex-row'>
        <PaletteList palette={palette} id={PALETTE_LIST} onChoose={(hit, event) => { take(hit, event.altKey ? 'send' : event.shiftKey ? 'more' : 'close') }} />
        <Chosen reply={reply} conversationId={at.conversationId} />
      </div>
      <PaletteFoot palette={palette} />
    </section>
  )
}

/** What is searched for stands in the reply, behind the slash. */
function SlashWords({ text, palette }: { text: string; palette: Palette }) {
  const { t } = useTranslation()
  const chosen = useStore(palette.state, state => state.view?.hits[state.at] ? state.at : null)
  // The reply keeps the cursor; reading aids hear from it which line is chosen.
  useEffect(() => {
    const box = document.querySelector('textarea[data-reply]')
    if (chosen !== null) box?.setAttribute('aria-activedescendant', rowId(PALETTE_LIST, chosen))
    return () => { box?.removeAttribute('aria-activedescendant') }
  }, [chosen])
  return (
    <p className='flex h-8 min-w-20 flex-1 items-center gap-2 overflow-hidden'>
      <Slash size={15} className='shrink-0 text-ink-3' aria-hidden='true' />
      <span className={text === '' ? 'truncate text-ink-3' : 'truncate'}>{text === '' ? t('palette.placeholder') : text}</span>
    </p>
  )
}

function SearchField({ reply: { palette, act }, at }: { reply: ReplyPalette; at: PaletteAt }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const composingNow = useRef(false)
  // What is written while an input method composes is not searched for yet: the list stands still.
  const [text, setText] = useState(at.text)
  const chosen = useStore(palette.state, state => state.view?.hits[state.at] ? state.at : null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [at.asked])
  const press = (event: KeyboardEvent) => {
    const name = paletteAct({ ...pressed(event), isComposing: event.nativeEvent.isComposing, keyCode: event.keyCode }, composingNow.current)
    if (!name) return
    event.preventDefault()
    act(name)
  }
  return (
    <div className='flex h-8 min-w-20 flex-1 items-center gap-2'>
      <Search size={15} className='shrink-0 text-ink-3' aria-hidden='true' />
      <input
        ref={field} value={text} maxLength={200} role='combobox' aria-expanded='true' aria-controls={PALETTE_LIST} aria-label={t('palette.field')} placeholder={t('palette.placeholder')}
        spellCheck={false} autoComplete='off' className='h-full min-w-0 flex-1 bg-transparent outline-none' onKeyDown={press}
        {...(chosen === null ? {} : { 'aria-activedescendant': rowId(PALETTE_LIST, chosen) })}
        onChange={event => {
          setText(event.target.value)
          if (!composingNow.current) searchPalette(event.target.value)
        }}
        onCompositionStart={() => { composingNow.current = true }}
        onCompositionEnd={event => {
          composingNow.current = false
          searchPalette(event.currentTarget.value)
        }}
      />
    </div>
  )
}

function pressed({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, shiftKey, ctrlKey, metaKey, altKey }
}

/** The chosen line in full, and what can be done with it. */
function Chosen({ reply: { palette, take }, conversationId }: { reply: ReplyPalette; conversationId: string }) {
  const hit = useStore(palette.state, state => state.view?.hits[state.at] ?? null)
  useSeenScript(hit)
  if (!hit) return null
  return (
    <aside
      aria-label={hit.title} tabIndex={0}
      className='max-h-16 shrink-0 overflow-y-auto border-t border-line bg-panel px-3 py-2 @[36rem]:max-h-none @[36rem]:w-[42%] @[36rem]:max-w-96 @[36rem]:border-t-0 @[36rem]:border-l'
    >
      <PalettePreview hit={hit} onCase={(text, pictureIds) => { take({ id: hit.id, text, pictureIds }, 'close') }}>
        {hit.personal && <OwnScript hit={hit} conversationId={conversationId} />}
      </PalettePreview>
    </aside>
  )
}

function OwnScript({ hit, conversationId }: { hit: PaletteHit; conversationId: string }) {
  const { t } = useTranslation()
  const desk = useDesk()
  return (
    <>
      <Button small look='quiet' onClick={() => { openDialog({ kind: 'personalScript', script: hit, conversationId }) }}><Pencil size={13} aria-hidden='true' />{t('palette.edit')}</Button>
      <Button small look='quiet' onClick={() => { void removePersonal(desk, hit) }}><Trash2 size={13} aria-hidden='true' />{t('palette.remove')}</Button>
    </>
  )
}
