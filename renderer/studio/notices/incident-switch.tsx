import { Siren } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentPlan } from '../../../domain/entities/release.ts'
import type { DeskError } from '../../../protocol/desk-api.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Question } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/states.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { useOffline } from '../../state/use-offline.ts'

/** L5: the one switch of a plan, with a question before; since when it is on, and by whom. */
export function IncidentSwitch({ plan }: { plan: IncidentPlan | null }) {
  const { t } = useTranslation()
  const { client, ids } = useDesk()
  const offline = useOffline()
  const days = useDays()
  const team = useLive(state => state.team)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<DeskError | null>(null)
  const on = plan !== null && plan.activeSinceMs !== null
  const by = team?.people.find(({ id }) => id === plan?.activatedById)?.name ?? '—'
  const teams = (plan?.teamIds ?? []).map(id => team?.teams.find(one => one.id === id)?.name ?? '').filter(name => name !== '').join(t('palette.comma')) || t('notices.notice.allTeams')
  const turn = async () => {
    setAsking(false)
    if (!plan || busy) return
    setBusy(true)
    const answer = await askStudio(client, 'incident.switch', { id: plan.id, on: !on, releaseId: ids.next() })
    setBusy(false)
    setError(answer.ok ? null : answer.error)
    if (answer.ok) toast(on ? t('notices.switch.ended') : t('notices.switch.started'))
  }
  return (
    <div className={`flex flex-wrap items-center gap-3 border-b border-line px-5 py-2.5 ${on ? 'bg-late-soft text-late' : 'bg-panel'}`}>
      <Siren size={18} aria-hidden='true' className={on ? '' : 'text-ink-3'} />
      <p role='status' className='min-w-0 flex-1'>
        {on ? `${t('notices.switch.live')} · ${t('notices.switch.since', { when: days.full(plan.activeSinceMs ?? 0), name: by })}` : <span className='text-ink-2'>{plan ? t('notices.plansLead') : t('notices.switch.draftFirst')}</span>}
        {offline && <span className='block text-sm'>{t('notices.switch.offline')}</span>}
      </p>
      <Button look={on ? 'plain' : 'danger'} disabled={!plan || offline || busy} onClick={() => { setAsking(true) }}>{on ? t('notices.switch.off') : t('notices.switch.on')}</Button>
      {error && <div className='w-full'><Problem text={studioErrorText(error)} /></div>}
      {asking && plan && (
        <Question
          title={on ? t('notices.switch.offTitle', { title: plan.title }) : t('notices.switch.onTitle', { title: plan.title })} danger={!on}
          lead={on ? t('notices.switch.offLead') : t('notices.switch.onLead', { teams, reply: plan.autoReply ? t('notices.switch.withReply') : '' })}
          confirm={on ? t('notices.switch.off') : t('notices.switch.on')} cancel={t('common.cancel')} onConfirm={() => { void turn() }} onCancel={() => { setAsking(false) }}
        />
      )}
    </div>
  )
}
