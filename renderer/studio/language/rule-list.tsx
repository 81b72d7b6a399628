import { clsx } from 'clsx'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/tag.tsx'
import type { TagTone } from '../../ui/tag.tsx'
import type { RuleRow } from './rule-content.ts'

const TONE: Record<RuleRow['content']['severity'], TagTone> = { block: 'late', warn: 'warn', note: 'info' }

/** The rules found. Arrow keys walk. */
export function RuleList({ rows, openId, onOpen }: { rows: RuleRow[]; openId: string | null; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const current = rows.some(({ item }) => item.id === openId) ? openId : rows[0]?.item.id
  // What is new, or was opened elsewhere, comes into sight.
  const list = useRef<HTMLUListElement>(null)
  const place = rows.findIndex(({ item }) => item.id === openId)
  useEffect(() => { list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' }) }, [place])
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = rows[rows.findIndex(({ item }) => item.id === current) + step]
    if (step === 0 || !next) return
    event.preventDefault()
    onOpen(next.item.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-rule="${CSS.escape(next.item.id)}"]`)?.focus()
  }
  return (
    <ul ref={list} className='min-h-0 flex-1 overflow-y-auto' onKeyDown={walk} aria-label={t('rules.title')}>
      {rows.map(({ item, content, draft }) => (
        <li key={item.id}>
          <button
            type='button' data-rule={item.id} tabIndex={item.id === current ? 0 : -1} aria-current={item.id === openId} onClick={() => { onOpen(item.id) }}
            className={clsx('flex w-full items-center gap-2 border-b border-line px-3 py-2 text-left', item.id === openId ? 'bg-brand-soft' : 'hover:bg-hover', !content.active && 'text-ink-3')}
          >
            <span className='w-8 shrink-0 font-mono text-xs text-ink-3'>{content.rule}</span>
            <span className='min-w-0 flex-1'>
              <span className='block truncate'>{content.wordings.join(' · ') || t('rules.untitled')}</span>
              {content.positive && <span className='block truncate text-xs text-ink-2'>→ {content.positive}</span>}
            </span>
            {draft && <Tag tone='brand'>{t('rules.drafts')}</Tag>}
            {!content.active && <Tag>{t('rules.off')}</Tag>}
            <Tag tone={TONE[content.severity]}>{t(`figures.severity.${content.severity}`)}</Tag>
          </button>
        </li>
      ))}
    </ul>
  )
}
