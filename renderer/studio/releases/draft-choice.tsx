import { GitMerge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/tag.tsx'
import { TONE } from '../scripts/script-list.tsx'
import type { DraftOf } from './use-drafts.ts'

/** Which drafts go out: mine, and what colleagues have handed in. */
export function DraftChoice({ drafts, chosen, onChange }: { drafts: DraftOf[]; chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }) {
  const { t } = useTranslation()
  const offered = drafts.filter(({ draft }) => draft.mine || draft.state !== 'draft')
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  if (offered.length === 0) return <p className='text-ink-2'>{t('studio.release.noDrafts')}</p>
  const all = offered.every(({ draft }) => chosen.has(draft.id))
  return (
    <fieldset className='min-w-0'>
      <legend className='mb-1 text-sm text-ink-2'>{t('studio.release.drafts', { count: chosen.size })}</legend>
      <div className='max-h-56 overflow-y-auto rounded-lg border border-line'>
        {offered.length > 1 && (
          <label className='flex min-h-8 items-center gap-2.5 border-b border-line px-3 text-sm text-ink-2'>
            <input type='checkbox' className='size-4 accent-brand' checked={all} onChange={() => { onChange(new Set(all ? [] : offered.map(({ draft }) => draft.id))) }} />
            {t('studio.release.all', { count: offered.length })}
          </label>
        )}
        {offered.map(({ draft, item, kind, title }) => (
          <label key={draft.id} className='flex min-h-9 items-center gap-2.5 border-b border-line px-3 last:border-0 hover:bg-hover'>
            <input type='checkbox' className='size-4 accent-brand' checked={chosen.has(draft.id)} onChange={event => { toggle(draft.id, event.target.checked) }} />
            <span className='min-w-0 flex-1 truncate'>{title || t('studio.untitled')}</span>
            {draft.stale && item.live !== null && <GitMerge size={13} role='img' aria-label={t('studio.merge.short')} className='shrink-0 text-warn' />}
            <span className='text-xs text-ink-2'>{draft.mine ? t('studio.release.mine') : draft.authorName}</span>
            <Tag>{t(`studio.kind.${kind}`)}</Tag>
            {draft.action === 'retire' && <Tag tone='warn'>{t('studio.retiring')}</Tag>}
            <Tag tone={TONE[draft.state]}>{t(`studio.state.${draft.state}`)}</Tag>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
