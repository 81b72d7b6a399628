import { ArchiveX, History, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentKind } from '../../../domain/entities/release.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Question } from '../../ui/dialog.tsx'
import { Tag } from '../../ui/tag.tsx'
import { DraftNotices } from './draft-notices.tsx'
import { DraftState } from './draft-state.tsx'
import { NextStep } from './next-step.tsx'
import { SaveMark } from './save-mark.tsx'
import type { WritingNow } from './use-writing.ts'
import { VersionsDialog } from './versions-dialog.tsx'

type Props<C extends object> = {
  kind: ContentKind
  item: StudioItem
  title: string
  now: WritingNow<C>
  read: (row: Record<string, unknown>) => C
}

/** Over every editor of the studio: how far it is, who else writes, and what can be done with it next. */
export function DraftBar<C extends object>({ kind, item, title, now, read }: Props<C>) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<'versions' | 'drop' | null>(null)
  const { mine, state } = now
  return (
    <header className='shrink-0 border-b border-line bg-panel'>
      <div className='flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 px-5 py-2'>
        <h2 className='min-w-0 flex-1 basis-40 truncate text-lg font-semibold'>{title || t('studio.untitled')}</h2>
        <SaveMark state={state} />
        <DraftState draft={mine} />
        {item.liveVersion > 0 && <Tag>{t('studio.liveVersion', { n: item.liveVersion })}</Tag>}
        <span className='flex flex-wrap items-center gap-2'>
          {(item.live !== null || now.mine?.baseVersion !== 0) && item.drafts.length + item.liveVersion > 0 && (
            <Button small look='quiet' onClick={() => { setShown('versions') }}><History size={14} aria-hidden='true' />{t('studio.versions.open')}</Button>
          )}
          {item.live !== null && mine?.action !== 'retire' && <Button small look='quiet' onClick={now.retire}><ArchiveX size={14} aria-hidden='true' />{t('studio.retire')}</Button>}
          {state !== 'none' && <Button small look='quiet' onClick={() => { setShown('drop') }}><Trash2 size={14} aria-hidden='true' />{t('studio.drop')}</Button>}
          <NextStep writing={now} small />
        </span>
      </div>
      <DraftNotices kind={kind} item={item} title={title} now={now} read={read} />
      {shown === 'versions' && (
        <VersionsDialog
          kind={kind} id={item.id} title={title} onClose={() => { setShown(null) }}
          onBack={(row, over) => {
            now.write(read(row), over)
            now.flush()
            setShown(null)
            toast(t('studio.versions.back'))
          }}
        />
      )}
      {shown === 'drop' && (
        <Question
          title={t('studio.dropTitle')} lead={item.live === null ? t('studio.dropNew') : t('studio.dropLead')} confirm={t('studio.drop')} cancel={t('common.cancel')} danger
          onConfirm={() => {
            now.drop()
            setShown(null)
          }} onCancel={() => { setShown(null) }}
        />
      )}
    </header>
  )
}
