import { Megaphone, Plus, Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { IncidentPlan } from '../../../domain/entities/release.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { startNew } from '../draft/use-writing.ts'
import { openItem, useStudioState } from '../studio-store.ts'
import { useStudio } from '../use-studio.ts'
import { NoticeForm } from './notice-form.tsx'
import { BLANK_PLAN, planOf } from './plan-content.ts'
import { PlanEditor } from './plan-editor.tsx'
import { RecentNotices } from './recent-notices.tsx'

const NOTICE = 'notice'

/** Words to every desk, and what is prepared for an incident (L5). */
export function NoticesPage() {
  const { t } = useTranslation()
  const desk = useDesk()
  const { view, error } = useStudio('incident_plan')
  const openId = useStudioState(state => state.open['notices']) ?? NOTICE
  if (!view) return error ? <div className='p-4'><Problem text={t('rules.failed')} /></div> : <Busy text={t('common.loading')} />
  const plans = view.items.map(item => ({ item, content: planOf((item.drafts.find(({ mine }) => mine) ?? item.drafts[0])?.content ?? item.live ?? {}), since: (item.live as IncidentPlan | null)?.activeSinceMs ?? null }))
    .sort((a, b) => Number(b.since !== null) - Number(a.since !== null) || a.content.title.localeCompare(b.content.title, 'zh'))
  const open = plans.find(({ item }) => item.id === openId)
  const entry = (current: boolean) => `flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left ${current ? 'bg-brand-soft text-brand' : 'hover:bg-hover'}`
  return (
    <div className='flex min-h-0 flex-1'>
      <section aria-label={t('notices.title')} className='flex w-[280px] shrink-0 flex-col overflow-y-auto border-r border-line bg-panel p-2 max-[1280px]:w-[220px]'>
        <button type='button' aria-current={openId === NOTICE} className={entry(openId === NOTICE)} onClick={() => { openItem('notices', null) }}>
          <Megaphone size={15} aria-hidden='true' /><span className='flex-1'>{t('notices.notice.title')}</span>
        </button>
        <div className='mt-4 mb-1 flex items-center gap-2 px-2'>
          <h2 className='min-w-0 flex-1 text-sm font-semibold text-ink-2'>{t('notices.plans')}</h2>
          <Button small look='quiet' onClick={() => { openItem('notices', startNew(desk, 'incident_plan', BLANK_PLAN)) }}><Plus size={14} aria-hidden='true' />{t('notices.add')}</Button>
        </div>
        {plans.length === 0 && <><p className='px-2 text-sm text-ink-2'>{t('notices.plansNone')}</p><p className='px-2 text-sm text-ink-3'>{t('notices.plansLead')}</p></>}
        <ul>
          {plans.map(({ item, content, since }) => (
            <li key={item.id}>
              <button type='button' data-plan={item.id} aria-current={openId === item.id} className={entry(openId === item.id)} onClick={() => { openItem('notices', item.id) }}>
                <Siren size={15} aria-hidden='true' className={since !== null ? 'shrink-0 text-late' : 'shrink-0 text-ink-3'} />
                <span className='min-w-0 flex-1 truncate'>{content.title || t('notices.untitled')}</span>
                {since !== null ? <Tag tone='late'>{t('notices.switch.live')}</Tag> : item.drafts.length > 0 && <Tag tone='brand'>{t('rules.drafts')}</Tag>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {openId === NOTICE ? (
        <section aria-label={t('notices.notice.title')} className='grid min-w-0 flex-1 content-start gap-4 overflow-y-auto p-4 min-[1280px]:grid-cols-2' tabIndex={-1}>
          <NoticeForm />
          <RecentNotices releases={view.releases} />
        </section>
      ) : (
        <section aria-label={t('notices.plans')} className='flex min-w-0 flex-1 flex-col'>
          {open ? <PlanEditor key={open.item.id} item={open.item} onGone={() => { openItem('notices', null) }} /> : <Empty icon={<Siren size={28} />} title={t('notices.choose')} />}
        </section>
      )}
    </div>
  )
}
