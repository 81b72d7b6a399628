import { UtensilsCrossed } from 'lucide-react'
import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { ShiftView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'

/** From here on a countdown is worth its place. */
const NEAR_MS = 3_600_000

/** My shift, my meal batch and what the clock says of it (M1-M3, M9). */
export function ShiftInfo() {
  const { t } = useTranslation()
  const days = useDays()
  const shift = useLive(state => state.shift)
  const away = useLive(state => {
    const mine = state.team?.mine
    return mine && (mine.state === 'meal' || mine.state === 'away') ? mine.untilMs : null
  })
  const later = useTime(nowMs => shift?.current ? shift.current.fromMs > nowMs : false)
  if (!shift) return null
  const { current } = shift
  const span = current && { kind: t(`duty.kind.${current.kind}`), from: days.time(current.fromMs), to: days.time(current.toMs) }
  const marks = [shift.isDuty && t('duty.isDuty'), shift.lastOfDay && t('duty.last')].filter(Boolean).join(' · ')
  return (
    <div className='flex min-w-0 items-center gap-4' data-shift>
      <span className='min-w-0 shrink-[4] truncate text-ink-2 tabular-nums max-xl:hidden' title={marks || undefined}>
        {span ? t(later ? 'duty.next' : 'duty.now', span) : t('duty.none')}
      </span>
      {span && <span className='shrink-0 text-ink-2 tabular-nums xl:hidden' title={[t(later ? 'duty.next' : 'duty.now', span), marks].filter(Boolean).join(' · ')}>{span.from}–{span.to}</span>}
      {away !== null ? <Back untilMs={away} /> : shift.meal && <MealTime meal={shift.meal} />}
    </div>
  )
}

function MealTime({ meal }: { meal: NonNullable<ShiftView['meal']> }) {
  const { t } = useTranslation()
  const days = useDays()
  const clearMs = meal.clearAtMs
  const left = useTime(nowMs => nowMs < clearMs ? (clearMs - nowMs < NEAR_MS ? clockText(clearMs - nowMs) : '') : nowMs < meal.fromMs ? clockText(meal.fromMs - nowMs) : '')
  const clearing = useTime(nowMs => nowMs >= clearMs)
  const words = t('duty.batch', { time: days.time(meal.fromMs), batch: meal.batch + 1, meal: t(`duty.meal.${meal.meal}`) })
  return (
    <span className='flex min-w-0 items-center gap-1.5 text-warn tabular-nums'>
      <UtensilsCrossed size={15} className='shrink-0' aria-hidden='true' />
      <span className='truncate max-xl:hidden'>{words}</span>
      <span className='shrink-0 xl:hidden' title={words}>{days.time(meal.fromMs)}</span>
      {left && <span className='shrink-0 font-semibold'>· {t(clearing ? 'duty.mealIn' : 'duty.clearIn', { left })}</span>}
    </span>
  )
}

/** M9: the agent sees first that they are late. */
function Back({ untilMs }: { untilMs: number }) {
  const { t } = useTranslation()
  const days = useDays()
  const late = useTime(nowMs => nowMs > untilMs)
  const left = useTime(nowMs => clockText(untilMs - nowMs))
  return (
    <span className={clsx('flex shrink-0 items-center gap-1.5 tabular-nums', late ? 'text-late' : 'text-warn')}>
      {t('duty.backAt', { time: days.time(untilMs) })} · <span className='font-semibold'>{t(late ? 'duty.backLate' : 'duty.backLeft', { left })}</span>
    </span>
  )
}
