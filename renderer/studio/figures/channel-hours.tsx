import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hoursFaults } from '../../../domain/calendar/hours-faults.ts'
import type { ContentOf } from '../../../domain/entities/release.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { Switch } from '../../ui/choice.tsx'
import { Field, inputLook } from '../../ui/field.tsx'
import { useWriting } from '../draft/use-writing.ts'
import { WritingBar } from '../draft/writing-bar.tsx'
import { Holidays } from './holidays.tsx'
import { WeekPeriods } from './week-periods.tsx'

type Hours = ContentOf<'hours'>
const MOST = 500
const BLANK: Hours = { openingHours: { timeZone: 'Asia/Shanghai', periods: [], holidays: [] }, automaticReply: null, closedNotice: null }
const hoursOf = (row: Record<string, unknown>): Hours => ({
  openingHours: { ...BLANK.openingHours, ...row['openingHours'] as Hours['openingHours'] | undefined },
  automaticReply: typeof row['automaticReply'] === 'string' ? row['automaticReply'] : null,
  closedNotice: typeof row['closedNotice'] === 'string' ? row['closedNotice'] : null,
})
/** From nine to six, to begin with. */
const WORKDAYS = [1, 2, 3, 4, 5].map(weekday => ({ weekday, fromMin: 540, toMin: 1080 }))

/** Opening hours of one channel: weekly periods, holidays, what is sent by itself. */
export function ChannelHours({ item, title }: { item: StudioItem; title: string }) {
  const { t } = useTranslation()
  const writing = useWriting('hours', item, hoursOf)
  const { content } = writing
  const { openingHours } = content
  const faults = hoursFaults(openingHours)
  const live = hoursOf(item.live ?? {})
  const changes = (['automaticReply', 'closedNotice'] as const).filter(key => live[key] !== content[key]).length
    + (['timeZone', 'periods', 'holidays'] as const).filter(key => JSON.stringify(live.openingHours[key]) !== JSON.stringify(openingHours[key])).length
  const change = (part: Partial<Hours>) => { writing.write({ ...content, ...part }) }
  const changeHours = (part: Partial<Hours['openingHours']>) => { change({ openingHours: { ...openingHours, ...part } }) }
  const always = openingHours.periods.length === 0
  return (
    <>
      <div className='grid min-h-0 flex-1 content-start gap-4 overflow-y-auto p-4 min-[1180px]:grid-cols-2' tabIndex={-1}>
        <Part title={t('hours.weekly')}>
          <Switch label={t('hours.always')} hint={t('hours.alwaysHint')} on={always} onChange={on => { changeHours({ periods: on ? [] : WORKDAYS }) }} />
          {!always && <WeekPeriods periods={openingHours.periods} faults={faults} onChange={periods => { changeHours({ periods }) }} />}
        </Part>
        <div className='flex flex-col gap-4'>
          <Part title={t('hours.holidays')}><Holidays days={openingHours.holidays} faults={faults} onChange={holidays => { changeHours({ holidays }) }} /></Part>
          <Part label={t('hours.timeZone')}>
            <Field
              label={t('hours.timeZone')} value={openingHours.timeZone} maxLength={60} onChange={event => { changeHours({ timeZone: event.target.value.trim() }) }}
              problem={faults.some(({ field }) => field === 'timeZone') ? t('hours.badZone') : null}
            />
          </Part>
          <Part title={t('hours.automaticReply')}>
            <Line label={t('hours.automaticReply')} hint={t('hours.automaticReplyHint')} text={content.automaticReply} onChange={automaticReply => { change({ automaticReply }) }} />
            <Line label={t('hours.closedNotice')} hint={t('hours.closedNoticeHint')} text={content.closedNotice} onChange={closedNotice => { change({ closedNotice }) }} />
          </Part>
        </div>
      </div>
      <WritingBar kind='hours' item={item} title={title} read={hoursOf} writing={writing} count={Math.max(1, changes)} blocked={faults.length > 0} />
    </>
  )
}

/** `label`: named by the field in it. */
function Part({ title, label, children }: { title?: string; label?: string; children: ReactNode }) {
  return (
    <section aria-label={title ?? label} className='h-fit rounded-lg border border-line bg-panel px-4 py-3'>
      {title && <h3 className='mb-2 text-sm font-semibold text-ink-2'>{title}</h3>}
      {children}
    </section>
  )
}

function Line({ label, hint, text, onChange }: { label: string; hint: string; text: string | null; onChange: (text: string | null) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className='mt-2 first:mt-0'>
      <div className='mb-1 flex items-baseline gap-3'>
        <label htmlFor={id} className='text-sm'>{label}</label>
        <span className='min-w-0 flex-1 text-xs text-ink-3'>{hint}</span>
        <span className='text-xs text-ink-3 tabular-nums'>{t('hours.chars', { count: text?.length ?? 0, max: MOST })}</span>
      </div>
      <textarea id={id} rows={3} maxLength={MOST} value={text ?? ''} onChange={event => { onChange(event.target.value === '' ? null : event.target.value) }} className={`${inputLook} block h-auto resize-y py-2`} />
    </div>
  )
}
