import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeavingItem } from '../../../protocol/shift-views.ts'
import { useLive } from '../../state/live-store.ts'

type Gone = { id: string; name: string; snippet: string }

/** Those of the list that are settled since it was opened: closed, or with somebody else by now. */
export function useGone(items: readonly LeavingItem[]): Gone[] {
  const [seen, setSeen] = useState<ReadonlyMap<string, Gone>>(new Map())
  const fresh = items.filter(({ row }) => !seen.has(row.id))
  if (fresh.length > 0) setSeen(new Map([...seen, ...fresh.map(({ row }) => [row.id, { id: row.id, name: row.name, snippet: row.snippet }] as const)]))
  const here = new Set(items.map(({ row }) => row.id))
  return [...seen.values()].filter(({ id }) => !here.has(id))
}

/** What is done stays in sight, below and calm. */
export function GoneRows({ gone }: { gone: readonly Gone[] }) {
  const { t } = useTranslation()
  const closed = useLive(state => state.lists?.closed)
  return gone.map(({ id, name, snippet }) => (
    <li key={id} className='flex items-start gap-3.5 border-b border-line px-5 py-3'>
      <span className='grid size-[30px] shrink-0 place-items-center rounded-full bg-brand-soft text-ok'><Check size={16} aria-hidden='true' /></span>
      <div className='min-w-0 flex-1'>
        <p className='truncate text-ink-2'>{name}</p>
        <p className='truncate text-sm text-ink-3'>{snippet}</p>
      </div>
      <span className='shrink-0 text-sm text-ok'>{t(closed?.some(row => row.id === id) ? 'leaving.gone.closed' : 'leaving.gone.moved')}</span>
    </li>
  ))
}
