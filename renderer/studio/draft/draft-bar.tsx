import { ArchiveX, History, Rocket, SendHorizontal, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentKind } from '../../../domain/entities/release.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { keyCaps } from '../../state/shortcuts.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Question } from '../../ui/dialog.tsx'
import { Tag } from '../../ui/tag.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { openRelease, useStudioState } from '../studio-store.ts'
import { useOffline } from '../use-studio.ts'
import { DraftNotices } from './draft-notices.tsx'
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
  const { client, mac } = useDesk()
  const offline = useOffline()
  const required = useStudioState(state => state.reviewRequired)
  const [shown, setShown] = useState<'versions' | 'drop' | null>(null)
  const { mine, state } = now
  // Asked of the server: it has to have the last word that was typed.
  const sent = mine !== null && state === 'saved'
  const waits = offline ? t('studio.needsNetwork') : sent ? undefined : t('studio.save.wait')

  const submit = async () => {
    if (!mine) return
    const answer = await askStudio(client, 'draft.submit', { id: mine.id })
    toast(answer.ok ? t('studio.submitted') : studioErrorText(answer.error), answer.ok ? 'plain' : 'bad')
  }
  // The next step by key, whatever it is.
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(mac ? event.metaKey : event.ctrlKey) || event.isComposing || document.querySelector('[role=dialog], [role=alertdialog]')) return
      event.preventDefault()
      next.current?.click()
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [mac])
  const keys = keyCaps('Mod+Enter', mac).join(' ')
  const toReview = required !== false && mine?.state === 'draft'
  return (
    <header className='shrink-0 border-b border-line bg-panel'>
      <div className='flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 px-5 py-2'>
        <h2 className='min-w-0 flex-1 basis-40 truncate text-lg font-semibold'>{title || t('studio.untitled')}</h2>
        <SaveMark state={state} />
        {mine && <Tag tone={mine.state === 'approved' ? 'brand' : mine.state === 'in_review' ? 'info' : 'plain'}>{t(`studio.state.${mine.state}`)}</Tag>}
        {mine?.action === 'retire' && <Tag tone='warn'>{t('studio.retiring')}</Tag>}
        {item.liveVersion > 0 && <Tag>{t('studio.liveVersion', { n: item.liveVersion })}</Tag>}
        <span className='flex flex-wrap items-center gap-2'>
          {(item.live !== null || now.mine?.baseVersion !== 0) && item.drafts.length + item.liveVersion > 0 && (
            <Button small look='quiet' onClick={() => { setShown('versions') }}><History size={14} aria-hidden='true' />{t('studio.versions.open')}</Button>
          )}
          {item.live !== null && mine?.action !== 'retire' && <Button small look='quiet' onClick={now.retire}><ArchiveX size={14} aria-hidden='true' />{t('studio.retire')}</Button>}
          {state !== 'none' && <Button small look='quiet' onClick={() => { setShown('drop') }}><Trash2 size={14} aria-hidden='true' />{t('studio.drop')}</Button>}
          {toReview && (
            <Button ref={next} small look='brand' disabled={waits !== undefined} title={waits ?? keys} onClick={() => { void submit() }}>
              <SendHorizontal size={14} aria-hidden='true' />{t('studio.submit')}
            </Button>
          )}
          {mine && (mine.state === 'approved' || required === false) && (
            <Button ref={next} small look='brand' disabled={waits !== undefined} title={waits ?? keys} onClick={() => { openRelease([mine.id]) }}>
              <Rocket size={14} aria-hidden='true' />{t('studio.release.open')}
            </Button>
          )}
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
