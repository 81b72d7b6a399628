import { Undo2, XCircle } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Question } from '../../ui/dialog.tsx'
import { Tag } from '../../ui/tag.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { useOffline } from '../../state/use-offline.ts'
import { Board } from './board.tsx'
import { ReleaseItems } from './release-items.tsx'
import { RELEASE_TONE, releaseName } from './release-row.ts'
import type { ReleaseRow } from './release-row.ts'

/** One release: what is in it, which desks have it, who has not read it, and what takes it back. */
export function ReleaseDetail({ release, all }: { release: ReleaseRow; all: readonly ReleaseRow[] }) {
  const { t } = useTranslation()
  const { client, ids } = useDesk()
  const days = useDays()
  const offline = useOffline()
  const [asking, setAsking] = useState<'undo' | 'cancel' | null>(null)
  const [left, setLeft] = useState<StudioOutput<'release.undo'>['changedSince']>([])
  const [undoId] = useState(() => ids.next())
  const titleOf = (id: string) => release.items.find(item => item.id === id)?.title || t('studio.untitled')

  /** At once, since it can be taken back itself; only a notice that is gone cannot come again. */
  const undo = async () => {
    setAsking(null)
    const answer = await askStudio(client, 'release.undo', { id: undoId, releaseId: release.id })
    if (!answer.ok) {
      toast(studioErrorText(answer.error), 'bad')
      return
    }
    setLeft(answer.value.changedSince)
    const again = async () => {
      const back = await askStudio(client, 'release.undo', { id: ids.next(), releaseId: answer.value.release.id })
      toast(back.ok ? t('studio.release.redone', { title: release.title }) : studioErrorText(back.error), back.ok ? 'plain' : 'bad')
    }
    toast(t('studio.release.undone', { title: release.title }), 'plain', release.kind === 'content' ? () => { void again() } : null)
  }
  const cancel = async () => {
    setAsking(null)
    const answer = await askStudio(client, 'release.cancel', { id: release.id })
    toast(answer.ok ? t('studio.release.cancelled') : studioErrorText(answer.error), answer.ok ? 'plain' : 'bad')
  }
  const why = offline ? t('studio.needsNetwork') : undefined
  return (
    <>
      <header className='flex min-h-12 flex-wrap items-center gap-2 border-b border-line bg-panel px-5 py-2'>
        <h2 className='min-w-0 flex-1 truncate text-lg font-semibold'>{releaseName(t, release, all)}</h2>
        <Tag tone={RELEASE_TONE[release.state]}>{t(`studio.release.state.${release.state}`)}</Tag>
        {release.state === 'scheduled' && <Button small disabled={offline} title={why} onClick={() => { setAsking('cancel') }}><XCircle size={14} aria-hidden='true' />{t('studio.release.cancel')}</Button>}
        {release.state === 'live' && release.kind !== 'incident' && (
          <Button small disabled={offline} title={why ?? t('studio.release.undoHint')} onClick={() => { if (release.kind === 'content') void undo(); else setAsking('undo') }}>
            <Undo2 size={14} aria-hidden='true' />{t('studio.release.undo')}
          </Button>
        )}
      </header>
      <div className='flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto bg-panel p-5'>
        {left.length > 0 && (
          <section role='alert' className='rounded-lg border border-warn bg-warn-soft p-3 text-sm text-warn'>
            <p className='mb-1 font-medium'>{t('studio.release.leftTitle', { count: left.length })}</p>
            <ul className='list-disc pl-5'>{left.map(({ kind, id }) => <li key={`${kind} ${id}`}>{titleOf(id)}</li>)}</ul>
          </section>
        )}
        {release.state === 'stopped' && <p role='alert' className='text-sm text-late'>{t('studio.release.stopped')}</p>}
        <p className='text-sm text-ink-2'>{t(release.publishedAtMs === null ? 'studio.release.byAt' : 'studio.release.byOut', { name: release.authorName, time: days.full(release.publishedAtMs ?? release.publishAtMs) })}</p>
        {release.note !== '' && <p className='selectable max-w-prose whitespace-pre-wrap'>{release.note}</p>}
        <ReleaseItems release={release} />
        {(release.state === 'live' || release.state === 'publishing') && <Board releaseId={release.id} mustRead={release.mustRead} />}
      </div>
      {asking && (
        <Question
          title={t(asking === 'undo' ? 'studio.release.undoTitle' : 'studio.release.cancelTitle')} lead={t(asking === 'undo' ? 'studio.release.undoNotice' : 'studio.release.cancelLead')}
          confirm={t(asking === 'undo' ? 'studio.release.undo' : 'studio.release.cancel')} cancel={t('common.close')} danger
          onConfirm={() => { void (asking === 'undo' ? undo() : cancel()) }} onCancel={() => { setAsking(null) }}
        />
      )}
    </>
  )
}
