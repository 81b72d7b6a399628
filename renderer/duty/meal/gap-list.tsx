import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MealGap } from '../../../domain/meal/check.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useAbilityName } from '../ability-name.ts'

/** M2: what these batches would leave without an agent, said while people are moved. */
export function GapList({ gaps, timeZone }: { gaps: readonly MealGap[]; timeZone: string }) {
  const { t } = useTranslation()
  const days = useDays(timeZone)
  const ability = useAbilityName()
  return (
    <div role='status' className={gaps.length === 0 ? 'rounded-md px-1 py-1 text-sm text-ok' : 'rounded-md bg-late-soft px-3 py-2 text-sm text-late'}>
      {gaps.length === 0 ? <p className='flex items-center gap-2'><CircleCheck size={14} aria-hidden='true' />{t('crew.plan.fine')}</p> : (
        <ul>
          {gaps.map(gap => {
            const values = { batch: gap.batch + 1, time: days.time(gap.fromMs), name: ability(gap.of, gap.name) }
            return <li key={`${gap.batch} ${gap.of} ${gap.name}`} className='flex items-center gap-2'><TriangleAlert size={14} aria-hidden='true' className='shrink-0' />{gap.of === 'language' ? t('crew.plan.gapLanguage', values) : t('crew.plan.gapSkill', values)}</li>
          })}
        </ul>
      )}
    </div>
  )
}
