import { useTranslation } from 'react-i18next'
import type { Presence } from '../../../domain/entities/people.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'

/** Who or what set my state, since when and why; an unheard desk is said for itself and never taken for the agent's choice. */
export function PresenceWhy({ mine }: { mine: Presence }) {
  const { t } = useTranslation()
  const days = useDays()
  const by = useLive(state => state.team?.people.find(person => person.id === mine.byId)?.name)
  const cause = t(`duty.cause.${mine.cause}`, { name: by ?? t('system.someone') })
  return (
    <div className='max-w-64 px-2.5 pb-1.5 text-xs text-ink-2'>
      <p>{cause} · {t('duty.since', { time: days.time(mine.sinceMs) })}</p>
      {mine.reason && <p className='[overflow-wrap:anywhere]'>{t('duty.reason', { reason: mine.reason })}</p>}
      {!mine.reachable && <p className='mt-1 text-late'>{t('duty.unreachable')}</p>}
    </div>
  )
}
