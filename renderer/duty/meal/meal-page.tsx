import { Utensils } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Meal } from '../../../domain/entities/roster.ts'
import { isWork } from '../../../domain/roster/shift-times.ts'
import { errorText } from '../../state/actions.ts'
import { useQuery } from '../../state/use-query.ts'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { TabButton } from '../../ui/tab-row.tsx'
import { DaySteps } from '../ui/day-steps.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useDutyTeam, useToday } from '../use-team.ts'
import { MealPlanner } from './meal-planner.tsx'

const MEALS: readonly Meal[] = ['lunch', 'dinner']

/** M2: who eats when, of one day and meal. */
export function MealPage() {
  const { t } = useTranslation()
  const team = useDutyTeam()
  const timeZone = team?.timeZone ?? 'Asia/Shanghai'
  const today = useToday(timeZone)
  const [chosen, setChosen] = useState<string | null>(null)
  const [meal, setMeal] = useState<Meal>('lunch')
  const date = chosen ?? today
  const { value: view, error } = useQuery('roster', { teamId: team?.id ?? '', from: date, days: 1 })
  return (
    <>
      <PageHead title={t('crew.page.meal')}>
        <DaySteps date={date} timeZone={timeZone} onChange={setChosen} />
        <div role='group' aria-label={t('crew.page.meal')} className='flex gap-1'>
          {MEALS.map(one => <TabButton key={one} on={meal === one} onPress={() => { setMeal(one) }}>{t(`crew.meal.${one}`)}</TabButton>)}
        </div>
      </PageHead>
      {error && <div className='p-4'><Problem text={errorText(error)} /></div>}
      {!view ? !error && <Busy text={t('common.loading')} />
        : view.shifts.some(shift => shift.date === date && isWork(shift)) ? <MealPlanner key={`${date} ${meal}`} view={view} date={date} meal={meal} />
          : <Empty icon={<Utensils size={28} />} title={t('crew.plan.nobodyOn')} hint={t('crew.plan.nobodyOnHint')} />}
    </>
  )
}
