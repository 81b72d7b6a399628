import { ChevronDown, ChevronUp, Siren } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentPlan } from '../../../domain/entities/release.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { useWindow } from '../../state/window-store.ts'
import { Tag } from '../../ui/tag.tsx'
import { askPaletteFor } from '../composer/palette-at.ts'

/** L5: an incident that is on. It stays in sight for as long as it lasts, and says what to do when it is opened. */
export function IncidentStrip() {
  const incidents = useLive(state => state.briefing?.incidents)
  if (!incidents || incidents.length === 0) return null
  return <div className='shrink-0 border-b border-late/40'>{incidents.map(plan => <One key={plan.id} plan={plan} />)}</div>
}

function One({ plan }: { plan: IncidentPlan }) {
  const { t } = useTranslation()
  const days = useDays()
  const [open, setOpen] = useState(false)
  const since = useTime(nowMs => plan.activeSinceMs === null ? '' : days.brief(plan.activeSinceMs, nowMs))
  const Chevron = open ? ChevronUp : ChevronDown
  return (
    <section aria-label={`${t('briefing.incident')} ${plan.title}`} className='bg-late-soft text-ink' data-incident={plan.id}>
      <button type='button' aria-expanded={open} className='flex min-h-9 w-full items-center gap-2.5 px-3 py-1 text-left hover:brightness-98' onClick={() => { setOpen(!open) }}>
        <Siren size={16} className='shrink-0 text-late' aria-hidden='true' />
        <strong className='shrink-0 font-semibold text-late'>{t('briefing.incident')}</strong>
        <span className='shrink-0 font-medium'>{plan.title}</span>
        <Tag tone='late' className='border-late/40 bg-transparent'>{t(`briefing.grade.${plan.grade}`)}</Tag>
        <span className='min-w-0 flex-1 truncate text-ink-2'>{open ? '' : plan.notice}</span>
        <span className='shrink-0 text-sm text-ink-2 tabular-nums'>{t('briefing.since', { when: since })}</span>
        <Chevron size={15} className='shrink-0 text-ink-2' role='img' aria-label={open ? t('briefing.fold') : t('briefing.details')} />
      </button>
      {open && (
        <div className='grid max-h-[30vh] grid-cols-[3fr_2fr] gap-x-8 gap-y-2 overflow-y-auto px-10 pb-3 max-[1180px]:grid-cols-1'>
          <div>
            <h2 className='text-xs font-semibold text-ink-2'>{t('briefing.notice')}</h2>
            <p className='selectable [overflow-wrap:anywhere] whitespace-pre-wrap'>{plan.notice}</p>
          </div>
          {plan.reportingPath !== '' && (
            <div>
              <h2 className='text-xs font-semibold text-ink-2'>{t('briefing.path')}</h2>
              <p className='selectable [overflow-wrap:anywhere] whitespace-pre-wrap'>{plan.reportingPath}</p>
            </div>
          )}
          {plan.scriptIds.length > 0 && <Scripts />}
        </div>
      )}
    </section>
  )
}

/** They stand first in the palette while it lasts. */
function Scripts() {
  const { t } = useTranslation()
  const selectedId = useWindow(state => state.selectedId)
  if (selectedId === null) return null
  return (
    <button type='button' className='justify-self-start text-sm font-medium text-brand underline-offset-2 hover:underline' onClick={() => { askPaletteFor(selectedId) }}>
      {t('briefing.scripts')}
    </button>
  )
}
