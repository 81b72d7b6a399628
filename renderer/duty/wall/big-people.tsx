import { clsx } from 'clsx'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { isAlert, isOnDuty, shownRows } from './wall-rows.ts'
import type { WallPerson } from './wall-rows.ts'

const TONES: Record<WallPerson['state'], string> = { online: 'text-ok', hung_up: 'text-info', meal: 'text-warn', handover: 'text-info', training: 'text-warn', away: 'text-warn', off_duty: 'text-ink-3' }

/** Everybody on duty as a tile, those to look at first: readable from afar, as many as fit. */
export function BigPeople({ people }: { people: readonly WallPerson[] }) {
  const { t, i18n } = useTranslation()
  const second = useTime(nowMs => Math.floor(nowMs / 1_000))
  const collator = useMemo(() => new Intl.Collator(i18n.language, { numeric: true }), [i18n.language])
  const rows = useMemo(() => shownRows(people, 'duty', '', 'name', 0, collator), [people, collator])
  const alert = new Set(rows.filter(person => isAlert(person, second * 1_000)).map(({ personId }) => personId))
  const shown = [...rows.filter(({ personId }) => alert.has(personId)), ...rows.filter(({ personId }) => !alert.has(personId))]
  return (
    <section aria-label={t('crew.wall.table')} className='min-w-0 flex-1 overflow-hidden rounded-lg border border-line bg-panel p-4'>
      <ul className='grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2.5'>
        {shown.filter(isOnDuty).map(person => <Tile key={person.personId} person={person} alert={alert.has(person.personId)} />)}
      </ul>
    </section>
  )
}

const Tile = memo(function Tile({ person: { name, state, reachable, open, limit, waiting }, alert }: { person: WallPerson; alert: boolean }) {
  const { t } = useTranslation()
  return (
    <li className={clsx('rounded-md border px-3 py-2', alert ? 'border-late bg-late-soft' : 'border-line')}>
      <p className='flex items-baseline gap-2'><span className='min-w-0 flex-1 truncate font-medium'>{name}</span><span className='tabular-nums'>{t('crew.wall.loadOf', { open, limit })}</span></p>
      <p className='flex items-baseline gap-2 text-sm'>
        <span className={clsx('min-w-0 flex-1 truncate', !reachable ? 'font-medium text-late' : alert ? 'text-ink' : TONES[state])}>{reachable ? t(`presence.${state}`) : t('crew.wall.unreachable')}</span>
        {waiting > 0 && <span className={alert ? 'font-medium text-late tabular-nums' : 'text-ink-2 tabular-nums'}>{t('crew.wall.waitingOf', { count: waiting })}</span>}
      </p>
    </li>
  )
})
