import { History, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import type { ShiftOutput } from '../../../protocol/shift.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { useOffline } from '../../state/use-offline.ts'
import { Select } from '../../studio/ui/fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { TabButton } from '../../ui/tab-row.tsx'
import { Tag } from '../../ui/tag.tsx'
import { shiftErrorText } from '../ask.ts'
import { DaySteps } from '../ui/day-steps.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useShiftAsked } from '../use-asked.ts'
import { useDutyTeam, useToday } from '../use-team.ts'

type Entry = ShiftOutput<'presence.log'>[number]
type Show = 'all' | 'late' | 'forced'
const DAY_MIN = 1_440
/** As many are drawn; a day of a large team has more than one reads. */
const SHOWN = 500

/** Who changed state when, who changed it, why; what came late from an offline desk is marked. Kept on the server. */
export function LogPage() {
  const { t } = useTranslation()
  const team = useDutyTeam()
  const timeZone = team?.timeZone ?? 'Asia/Shanghai'
  const today = useToday(timeZone)
  const offline = useOffline()
  const [chosen, setChosen] = useState<string | null>(null)
  const [personId, setPersonId] = useState<string | null>(null)
  const [show, setShow] = useState<Show>('all')
  const date = chosen ?? today
  const people = useLive(state => state.team?.people)
  const { value, error, busy, again } = useShiftAsked('presence.log', { teamId: team?.id ?? '', personId, fromMs: zonedMs(date, 0, timeZone), toMs: zonedMs(date, DAY_MIN, timeZone) })
  const entries = (value ?? []).filter(entry => show === 'all' || (show === 'late' ? entry.late : entry.cause === 'supervisor')).sort((a, b) => b.atMs - a.atMs)
  const toggle = (one: Show) => { setShow(show === one ? 'all' : one) }
  return (
    <>
      <PageHead title={t('crew.page.log')}>
        <DaySteps date={date} timeZone={timeZone} onChange={setChosen} />
        <Select
          label={t('crew.log.person')} hideLabel className='w-36' value={personId} none={t('crew.log.everybody')} onChange={setPersonId}
          options={(people ?? []).filter(({ teamIds }) => team && teamIds.includes(team.id)).map(({ id, name }) => ({ value: id, text: name }))}
        />
        <TabButton on={show === 'late'} onPress={() => { toggle('late') }}>{t('crew.log.onlyLate')}</TabButton>
        <TabButton on={show === 'forced'} onPress={() => { toggle('forced') }}>{t('crew.log.onlyForced')}</TabButton>
        <span className='flex-1' />
        {value && <span className='text-sm text-ink-2 tabular-nums'>{t('crew.log.count', { count: entries.length })}</span>}
      </PageHead>
      {body()}
    </>
  )

  function body() {
    if (!value && offline) return <Empty icon={<WifiOff size={28} />} title={t('crew.log.offline')} hint={t('crew.log.offlineHint')} />
    if (error && !busy) return <div className='p-4'><Problem text={shiftErrorText(error)}><Button small onClick={again}>{t('common.retry')}</Button></Problem></div>
    if (!value) return <Busy text={t('crew.log.loading')} />
    if (entries.length === 0) return <Empty icon={<History size={28} />} title={t('crew.log.empty')} hint={t('crew.log.lead')} />
    return <LogTable entries={entries} timeZone={timeZone} busy={busy} />
  }
}

function LogTable({ entries, timeZone, busy }: { entries: readonly Entry[]; timeZone: string; busy: boolean }) {
  const { t } = useTranslation()
  const days = useDays(timeZone)
  const head = 'border-b border-line px-3 py-1.5 font-normal'
  return (
    <div className='min-h-0 flex-1 overflow-auto bg-panel' aria-busy={busy} tabIndex={0} role='region' aria-label={t('crew.page.log')}>
      <table className='w-full table-fixed border-separate border-spacing-0 text-left'>
        <colgroup><col className='w-24' /><col className='w-36' /><col className='w-52' /><col className='w-40' /><col /></colgroup>
        <thead className='sticky top-0 bg-panel text-sm text-ink-2'>
          <tr>
            <th scope='col' className={head}>{t('crew.log.when')}</th><th scope='col' className={head}>{t('crew.log.who')}</th><th scope='col' className={head}>{t('crew.log.change')}</th>
            <th scope='col' className={head}>{t('crew.log.by')}</th><th scope='col' className={head}>{t('crew.log.why')}</th>
          </tr>
        </thead>
        <tbody className='[&_td]:border-b [&_td]:border-line [&_td]:px-3 [&_td]:py-1.5'>
          {entries.slice(0, SHOWN).map(entry => (
            <tr key={entry.id} data-log={entry.id}>
              <td className='tabular-nums'>{days.time(entry.atMs)}</td>
              <td className='truncate' title={entry.personName}>{entry.personName}</td>
              <td><span className='text-ink-2'>{t(`presence.${entry.from}`)}</span><span aria-hidden='true' className='px-1.5 text-ink-3'>→</span><span>{t(`presence.${entry.to}`)}</span></td>
              <td className='truncate'>{entry.byName ?? t(`crew.log.cause.${entry.cause}`)}</td>
              <td><span className='flex items-center gap-2'>{entry.late && <Tag tone='warn' title={t('crew.log.lateHint')}>{t('crew.log.late')}</Tag>}<span className='selectable min-w-0 truncate' title={entry.reason ?? undefined}>{entry.reason ?? ''}</span></span></td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > SHOWN && <p className='px-3 py-2 text-sm text-ink-2'>{t('crew.log.first', { count: SHOWN })}</p>}
    </div>
  )
}
