import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import { clockText, secondsFigure } from '../../format/clock-text.ts'
import { useLive } from '../../state/live-store.ts'

/** From here on in minutes: 820 seconds say nothing to anybody. */
const LONG_MS = 100_000

/** First reply, average reply and misses of my day. Colour only where something was missed. */
export function TodayFigures() {
  const { t, i18n } = useTranslation()
  const today = useLive(state => state.today)
  const seconds = (ms: number | null) => {
    if (ms !== null && ms >= LONG_MS) return clockText(ms)
    const value = secondsFigure(ms, i18n.language)
    return value === null ? t('today.none') : t('today.seconds', { value })
  }
  const missed = today?.missed ?? 0
  return (
    <dl className='flex shrink-0 items-center gap-4' title={t('today.explain')}>
      <Figure name={t('today.first')} value={seconds(today?.firstReplyMs ?? null)} />
      <Figure name={t('today.average')} value={seconds(today?.averageReplyMs ?? null)} />
      <Figure name={t('today.missed')} value={String(missed)} bad={missed > 0} />
    </dl>
  )
}

function Figure({ name, value, bad = false }: { name: string; value: string; bad?: boolean }) {
  return (
    <div className='flex items-baseline gap-1.5'>
      <dt className='text-ink-2'>{name}</dt>
      <dd className={clsx('font-semibold tabular-nums', bad ? 'text-late' : 'text-ink')}>{value}</dd>
    </div>
  )
}
