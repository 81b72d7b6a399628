import { GitMerge, PencilLine } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentKind } from '../../../domain/entities/release.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { MergeDialog } from '../merge/merge-dialog.tsx'
import type { Row } from '../merge/merge.ts'
import { useOffline } from '../../state/use-offline.ts'
import { ReviewDialog } from './review-dialog.tsx'
import type { StudioDraft, WritingNow } from './use-writing.ts'

type Props<C extends object> = { kind: ContentKind; item: StudioItem; title: string; now: WritingNow<C>; read: (row: Row) => C }

/** What a writer has to know at once: somebody else writes too, something newer is live, why it came back. */
export function DraftNotices<C extends object>({ kind, item, title, now, read }: Props<C>) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const offline = useOffline()
  const people = useLive(state => state.team?.people)
  const reviewer = people?.find(({ id }) => id === now.mine?.reviewerId)?.name
  const [base, setBase] = useState<{ row: Row | null } | null>(null)
  const [judged, setJudged] = useState<StudioDraft | null>(null)

  const openMerge = async () => {
    const answer = await askStudio(client, 'content.versions', { kind, id: item.id })
    if (!answer.ok) toast(studioErrorText(answer.error), 'bad')
    const found = answer.ok ? answer.value.find(({ version }) => version === now.mine?.baseVersion) : undefined
    setBase({ row: found ? read(found.content) as Row : null })
  }
  return (
    <>
      {now.stale && (
        <Notice tone='warn' icon={<GitMerge size={14} aria-hidden='true' />} text={t('studio.merge.stale', { n: item.liveVersion })}>
          <Button small onClick={() => { void openMerge() }} title={offline ? t('studio.merge.offline') : undefined}>{t('studio.merge.open')}</Button>
        </Notice>
      )}
      {now.mine?.state === 'draft' && now.mine.reviewNote && <Notice tone='warn' text={reviewer ? t('studio.review.backBy', { name: reviewer, note: now.mine.reviewNote }) : t('studio.review.back', { note: now.mine.reviewNote })} />}
      {item.live === null && now.mine !== null && now.mine.baseVersion > 0 && <Notice tone='info' text={t('studio.versions.retired')} />}
      {now.others.map(draft => (
        <Notice
          key={draft.id} tone='info' icon={<PencilLine size={14} aria-hidden='true' />}
          text={draft.state === 'in_review' ? t('studio.review.asked', { name: draft.authorName }) : t('studio.othersDraft', { name: draft.authorName })}
        >
          <Button small onClick={() => { setJudged(draft) }}>{draft.state === 'in_review' ? t('studio.review.open') : t('studio.othersLook')}</Button>
        </Notice>
      ))}
      {base && (
        <MergeDialog
          title={title} base={base.row} theirs={item.live ? read(item.live) as Row : null} mine={now.content as Row} onClose={() => { setBase(null) }}
          onDone={content => {
            now.write(content as C, item.liveVersion)
            now.flush()
            setBase(null)
            toast(t('studio.merge.merged'))
          }}
        />
      )}
      {judged && (
        <ReviewDialog
          draft={item.drafts.find(({ id }) => id === judged.id) ?? judged} before={item.live ? read(item.live) as Row : null} after={read(judged.content) as Row}
          onClose={() => { setJudged(null) }}
        />
      )}
    </>
  )
}

function Notice({ tone, icon, text, children }: { tone: 'warn' | 'info'; icon?: ReactNode; text: string; children?: ReactNode }) {
  return (
    <div role='status' className={`flex min-h-9 items-center gap-2 border-t border-line px-5 py-1 text-sm ${tone === 'warn' ? 'bg-warn-soft text-warn' : 'bg-info-soft text-info'}`}>
      {icon}
      <span className='selectable min-w-0 flex-1'>{text}</span>
      {children}
    </div>
  )
}
