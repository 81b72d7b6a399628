import { clsx } from 'clsx'
import { Rocket, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { errorText } from '../../state/actions.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/choice.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { openItem, openRelease, useStudioState } from '../studio-store.ts'
import { useStudio } from '../use-studio.ts'
import { useOffline } from '../../state/use-offline.ts'
import { ReleaseDetail } from './release-detail.tsx'
import { RELEASE_TONE, releaseName } from './release-row.ts'
import type { ReleaseRow } from './release-row.ts'
import { WaitingReviews } from './waiting-reviews.tsx'
import { walkButtons } from '../use-list-keys.ts'

const SHOWN = 300

/** What went out and what will: who has it, who has read it, and the way back. */
export function ReleasesPage() {
  const { t } = useTranslation()
  // Plans are few: with them come the releases, whatever they are about.
  const { view, error } = useStudio('incident_plan')
  const openId = useStudioState(state => state.open['releases'])
  if (!view) return error ? <div className='p-4'><Problem text={errorText(error)} /></div> : <Busy text={t('studio.loading')} />
  const open = view.releases.find(({ id }) => id === openId)
  return (
    <div className='flex min-h-0 flex-1'>
      <section aria-label={t('studio.release.list')} className='flex w-[380px] shrink-0 flex-col border-r border-line bg-panel max-[1280px]:w-[300px]'>
        <div className='border-b border-line px-3 py-2'>
          <Button look='brand' className='w-full' onClick={() => { openRelease([]) }}><Rocket size={15} aria-hidden='true' />{t('studio.release.new')}</Button>
          <ReviewRule />
        </div>
        <WaitingReviews />
        {view.releases.length === 0
          ? <Empty icon={<Send size={28} />} title={t('studio.release.empty')} hint={t('studio.release.emptyHint')} />
          : <ul className='min-h-0 flex-1 overflow-y-auto' onKeyDown={walkButtons}>{view.releases.slice(0, SHOWN).map(release => <li key={release.id}><Row release={release} name={releaseName(t, release, view.releases)} open={release.id === openId} /></li>)}</ul>}
      </section>
      <section aria-label={t('studio.release.detail')} className='flex min-w-0 flex-1 flex-col'>
        {open ? <ReleaseDetail key={open.id} release={open} all={view.releases} /> : <Empty icon={<Send size={28} />} title={t('studio.release.pick')} />}
      </section>
    </div>
  )
}

function Row({ release, name, open }: { release: ReleaseRow; name: string; open: boolean }) {
  const { t } = useTranslation()
  const days = useDays()
  const nowMs = useTime(now => Math.floor(now / 60_000)) * 60_000
  return (
    <button
      type='button' aria-current={open ? 'true' : undefined} onClick={() => { openItem('releases', release.id) }}
      className={clsx('flex w-full flex-col border-b border-line px-3 py-2 text-left focus-visible:outline-offset-[-2px]', open ? 'bg-brand-soft' : 'hover:bg-hover')}
    >
      <span className='flex w-full items-center gap-1.5'>
        <span className='min-w-0 flex-1 truncate'>{name}</span>
        {release.mustRead && <Tag tone='warn'>{t('studio.release.mustReadShort')}</Tag>}
        <Tag tone={RELEASE_TONE[release.state]}>{t(`studio.release.state.${release.state}`)}</Tag>
      </span>
      <span className='flex w-full gap-2 text-sm text-ink-2'>
        <span className='min-w-0 flex-1 truncate'>{release.authorName} · {release.kind === 'content' ? t('studio.release.items', { count: release.itemCount }) : t(`briefing.kind.${release.kind}`)}</span>
        <span className='tabular-nums'>{days.brief(release.publishedAtMs ?? release.publishAtMs, nowMs)}</span>
      </span>
    </button>
  )
}

/** A second person looks at everything before it goes out; a small shop may switch that off. */
function ReviewRule() {
  const { t } = useTranslation()
  const { client } = useDesk()
  const offline = useOffline()
  const on = useStudioState(state => state.reviewRequired)
  if (on === null) return null
  const change = async (reviewRequired: boolean) => {
    const answer = await askStudio(client, 'settings.write', { reviewRequired })
    if (answer.ok) useStudioState.setState({ reviewRequired })
    else toast(studioErrorText(answer.error), 'bad')
  }
  return <div className='mt-2' title={offline ? t('studio.needsNetwork') : undefined}><Switch label={t('studio.release.reviewRule')} hint={t('studio.release.reviewRuleHint')} on={on} onChange={next => { void change(next) }} /></div>
}
