import { useTranslation } from 'react-i18next'
import type { ShiftOutput } from '../../../../protocol/shift.ts'
import { clockText, secondsFigure } from '../../../format/clock-text.ts'
import { useDays } from '../../../i18n/use-days.ts'

/** The charts' numbers for whoever reads rather than looks. */
export function QuarterTable({ quarters, timeZone }: { quarters: ShiftOutput<'wall.history'>; timeZone: string }) {
  const { t, i18n } = useTranslation()
  const days = useDays(timeZone)
  const seconds = (ms: number | null) => secondsFigure(ms, i18n.language) ?? t('crew.wall.none')
  const heads = ['time', 'started', 'queueMax', 'longest', 'openMax', 'onlineMax', 'first', 'average', 'missed'] as const
  return (
    <div className='min-h-0 flex-1 overflow-auto bg-panel' tabIndex={0} role='region' aria-label={t('crew.history.title')}>
      <table className='w-full border-separate border-spacing-0 text-right tabular-nums'>
        <thead className='sticky top-0 bg-panel text-sm text-ink-2'>
          <tr>{heads.map(head => <th key={head} scope='col' className='border-b border-line px-3 py-1.5 font-normal first:text-left'>{t(`crew.history.${head}`)}</th>)}</tr>
        </thead>
        <tbody className='[&_td]:border-b [&_td]:border-line [&_td]:px-3 [&_td]:py-1'>
          {quarters.map(quarter => (
            <tr key={quarter.quarterMs}>
              <th scope='row' className='border-b border-line px-3 py-1 text-left font-normal'>{days.time(quarter.quarterMs)}</th>
              <td>{quarter.started}</td><td>{quarter.queueMax}</td><td>{clockText(quarter.longestWaitMs)}</td><td>{quarter.openMax}</td><td>{quarter.onlineMax}</td>
              <td>{seconds(quarter.firstReplyMs)}</td><td>{seconds(quarter.averageReplyMs)}</td><td>{quarter.missed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
