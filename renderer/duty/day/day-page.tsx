import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../domain/entities/roster.ts'
import { byTime } from '../../../domain/roster/shift-times.ts'
import { weekOf } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { errorText } from '../../state/actions.ts'
import { useLive } from '../../state/live-store.ts'
import { useQuery } from '../../state/use-query.ts'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { useDutyState } from '../duty-store.ts'
import { WeekGrid } from '../roster/week-grid.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { WeekSteps } from '../ui/week-steps.tsx'
import { useDutyTeam, useToday } from '../use-team.ts'
import { DayCard } from './day-card.tsx'
import { SwapDialog } from './swap-dialog.tsx'
import { SwapList } from './swap-list.tsx'

/** My shifts and meal, swaps, and the team's week to look at. A swap is asked for from one's own shift. */
export function DayPage() {
  const { t } = useTranslation()
  const team = useDutyTeam()
  const me = useLive(state => state.session?.me?.personId)
  const timeZone = team?.timeZone ?? 'Asia/Shanghai'
  const today = useToday(timeZone)
  const from = weekOf(useDutyState(state => state.rosterDate) ?? today)[0] ?? today
  const { value: view, error } = useQuery('roster', { teamId: team?.id ?? '', from, days: 7 })
  const [swapping, setSwapping] = useState<Shift | null>(null)
  return (
    <>
      <PageHead title={t('crew.page.day')} />
      <DayCard />
      <SwapList view={view ?? null} />
      <div className='flex items-center gap-3 border-y border-line bg-panel px-4 py-1.5'>
        <h3 className='text-sm font-semibold text-ink-2'>{t('crew.myDay.roster')}</h3>
        <WeekSteps from={from} timeZone={timeZone} />
        <span className='min-w-0 flex-1 truncate text-right text-xs text-ink-3'>{t('crew.myDay.rosterHint')}</span>
      </div>
      {error && <div className='p-3'><Problem text={errorText(error)} /></div>}
      {!view ? !error && <Busy text={t('crew.myDay.loading')} /> : week(view)}
      {view && swapping && <SwapDialog view={view} shift={swapping} onClose={() => { setSwapping(null) }} />}
    </>
  )

  function week(view: RosterView) {
    if (view.shifts.length === 0) return <Empty icon={<CalendarDays size={28} />} title={t('crew.myDay.empty')} hint={t('crew.myDay.emptyHint')} />
    return (
      <WeekGrid
        key={from} view={view} first={me} label={t('crew.myDay.roster')}
        acts={{
          onKey: () => false, onAdd: null, onDrop: () => undefined,
          onOpen: ({ personId, date, index }) => {
            const shift = view.shifts.filter(one => one.personId === personId && one.date === date).sort(byTime)[index]
            if (shift && personId === me && shift.kind !== 'off') setSwapping(shift)
          },
        }}
      />
    )
  }
}
