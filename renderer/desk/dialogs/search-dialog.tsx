import { clsx } from 'clsx'
import { MessageSquare, Package, Search, TextSearch, UserRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../../protocol/views.ts'
import { later } from '../../edge/clock.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { openDialog, select, selectLine, toast } from '../../state/window-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { markedParts } from './marked-parts.ts'

const PAUSE_MS = 120
const LIMIT = 30
const icons = { conversation: MessageSquare, message: TextSearch, customer: UserRound, order: Package } as const

/** One search over everything in scope, from the keyboard. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ text: string; hits: SearchHit[] | null }>({ text: '', hits: [] })
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const wanted = text.trim()
  const hits = wanted === '' ? [] : found.hits ?? []

  useEffect(() => {
    if (wanted === '') return
    let here = true
    const stop = later(PAUSE_MS, () => {
      void client.call('search', { text: wanted, limit: LIMIT }).then(answer => {
        if (!here) return
        setFound({ text: wanted, hits: answer.ok ? answer.value : null })
        setAt(0)
      })
    })
    return () => {
      here = false
      stop()
    }
  }, [client, wanted])

  const open = (hit: SearchHit | undefined) => {
    if (!hit) return
    onClose()
    if (hit.conversationId === null) {
      // No talk of theirs is here: the customer is what can be shown.
      if (hit.customerId === null) toast(t('search.noConversation'))
      else openDialog({ kind: 'customer', customerId: hit.customerId })
    } else if (hit.kind === 'message') selectLine(hit.conversationId, hit.id)
    else select(hit.conversationId)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Enter') open(hits[at])
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = Math.max(0, Math.min(hits.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))
      setAt(next)
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    } else return
    event.preventDefault()
  }
  const state = wanted === '' ? t('search.start') : found.text !== wanted ? t('search.searching')
    : found.hits === null ? t('search.failed') : hits.length === 0 ? t('search.empty', { text: wanted }) : ''

  return (
    <Dialog title={t('search.title')} width='wide' high hideTitle onClose={onClose}>
      <div className='flex items-center gap-3 border-b border-line px-4'>
        <Search size={17} className='shrink-0 text-ink-3' aria-hidden='true' />
        <input
          autoFocus value={text} maxLength={100} onChange={event => { setText(event.target.value) }} onKeyDown={press}
          role='combobox' aria-expanded={hits.length > 0} aria-controls='search-hits' aria-label={t('search.title')} placeholder={t('search.placeholder')}
          {...(hits[at] ? { 'aria-activedescendant': `hit-${at}` } : {})}
          className='h-12 min-w-0 flex-1 bg-transparent text-lg outline-none'
        />
      </div>
      <ul ref={list} id='search-hits' role='listbox' aria-label={t('search.title')} className='max-h-[52vh] overflow-y-auto p-1.5'>
        {hits.map((hit, index) => (
          <Hit key={`${hit.kind}-${hit.id}`} id={`hit-${index}`} hit={hit} chosen={index === at} onOpen={() => { open(hit) }} onPoint={() => { setAt(index) }} />
        ))}
      </ul>
      {state !== '' && hits.length === 0 && <p role='status' className='px-5 pb-4 text-ink-2'>{state}</p>}
      <p className='border-t border-line px-4 py-2 text-xs text-ink-3'>{t('search.hint')}</p>
    </Dialog>
  )
}

function Hit({ id, hit, chosen, onOpen, onPoint }: { id: string; hit: SearchHit; chosen: boolean; onOpen: () => void; onPoint: () => void }) {
  const { t } = useTranslation()
  const days = useDays()
  const Icon = icons[hit.kind]
  const when = useTime(nowMs => hit.atMs === null ? '' : days.brief(hit.atMs, nowMs))
  return (
    <li
      id={id} role='option' aria-selected={chosen} onClick={onOpen} onPointerMove={onPoint}
      className={clsx('flex items-start gap-3 rounded-lg px-3 py-2', chosen && 'bg-brand-soft')}
    >
      <Icon size={16} className='mt-1 shrink-0 text-ink-2' aria-hidden='true' />
      <div className='min-w-0 flex-1'>
        <p className='truncate'>{hit.title}</p>
        <p className='truncate text-sm text-ink-2'>
          {markedParts(hit.excerpt).map((part, index) => part.marked
            ? <mark key={index} className='bg-transparent font-semibold text-brand'>{part.text}</mark> : <span key={index}>{part.text}</span>)}
        </p>
      </div>
      <span className='shrink-0 text-xs text-ink-3'>{t(`search.kind.${hit.kind}`)}{when && ` · ${when}`}</span>
    </li>
  )
}
