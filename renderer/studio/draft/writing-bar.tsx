import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ContentKind } from '../../../domain/entities/release.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { Button } from '../../ui/button.tsx'
import { DraftNotices } from './draft-notices.tsx'
import { DraftState } from './draft-state.tsx'
import { NextStep } from './next-step.tsx'
import type { WritingNow } from './use-writing.ts'

type Props<C extends object> = {
  kind: ContentKind
  item: StudioItem
  title: string
  writing: WritingNow<C>
  read: (row: Record<string, unknown>) => C
  /** Changes in the draft. */
  count: number
  /** Something is wrong that may not be published. */
  blocked: boolean
}

/** Below what is written: whether it is saved, who else writes or looks at it, and the way to every desk. */
export function WritingBar<C extends object>({ kind, item, title, writing, read, count, blocked }: Props<C>) {
  const { t } = useTranslation()
  const { mine, state, drop } = writing
  return (
    <div className='shrink-0 bg-panel'>
      <DraftNotices kind={kind} item={item} title={title} now={writing} read={read} />
      <footer className='flex items-center gap-3 border-t border-line px-4 py-2'>
        <span className='flex min-w-0 flex-1 items-center gap-1.5 text-sm text-ink-2' role='status'>
          {state === 'none' && t('writing.none')}
          {(state === 'changed' || state === 'saving') && <><LoaderCircle size={14} aria-hidden='true' className='animate-spin' />{t('writing.saving')}</>}
          {state === 'failed' && <><TriangleAlert size={14} aria-hidden='true' className='text-late' />{t('writing.failed')}</>}
          {state === 'pending' && <><CloudOff size={14} aria-hidden='true' />{t('writing.pending')} · {t('writing.changes', { count })}</>}
          {state === 'saved' && <><Check size={14} aria-hidden='true' className='text-ok' />{t('writing.saved')} · {t('writing.changes', { count })}</>}
        </span>
        <DraftState draft={mine} />
        {state !== 'none' && <Button look='quiet' onClick={drop}>{t('writing.drop')}</Button>}
        <NextStep writing={writing} blocked={blocked} />
      </footer>
    </div>
  )
}
