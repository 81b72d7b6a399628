import { FileUp } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RosterView } from '../../../protocol/shift-views.ts'
import type { ShiftOutput } from '../../../protocol/shift.ts'
import { personConflicts } from '../../../domain/roster/conflicts.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import { useDays } from '../../i18n/use-days.ts'
import { base64Of } from '../../studio/files/file-text.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useOffline } from '../../state/use-offline.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Problem } from '../../ui/states.tsx'
import { askShift, shiftErrorText } from '../ask.ts'
import { showWeekOf } from '../duty-store.ts'
import { useDutyTeam } from '../use-team.ts'
import { ConflictBox } from './conflicts.tsx'
import { useShiftWords } from './shift-words.ts'
import { useRosterEdit } from './use-roster-edit.ts'

type Read = ShiftOutput<'roster.read'>
type Step = { at: 'none'; problem: string | null } | { at: 'reading'; name: string } | { at: 'read'; name: string; read: Read }
/** Bytes: as base64 it stays below what the server reads. */
const LARGEST = 5 * 1024 * 1024
/** As many rows of the preview are drawn. */
const SHOWN = 60

/** Shifts out of a CSV or XLSX: what was read, what is wrong with it, and only then they are put into the roster. */
export function ImportDialog({ view, onClose }: { view: RosterView; onClose: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const offline = useOffline()
  const teamId = useDutyTeam()?.id ?? ''
  const input = useRef<HTMLInputElement>(null)
  const edit = useRosterEdit()
  const [step, setStep] = useState<Step>({ at: 'none', problem: null })

  const take = async (file: File | undefined) => {
    if (!file) return
    setStep({ at: 'reading', name: file.name })
    const bytes = file.size > LARGEST ? null : await base64Of(file).catch(() => null)
    if (bytes === null) return setStep({ at: 'none', problem: t('crew.roster.file.fault.unreadable') })
    const answer = await askShift(client, 'roster.read', { teamId, name: file.name.slice(0, 200), bytes })
    setStep(answer.ok ? { at: 'read', name: file.name, read: answer.value } : { at: 'none', problem: shiftErrorText(answer.error) })
  }
  const shifts = step.at === 'read' ? step.read.shifts : []
  const put = async () => {
    if (!await edit({ put: shifts.map(shift => ({ ...shift, id: null })), said: t('crew.roster.imported', { count: shifts.length }) })) return
    if (shifts[0]) showWeekOf(shifts[0].date)
    onClose()
  }
  return (
    <Dialog title={t('crew.roster.file.title')} lead={t('crew.roster.file.lead')} width='wide' onClose={onClose}>
      <div
        className='flex min-h-48 flex-col gap-3 overflow-y-auto p-5 pt-3'
        onDragOver={event => { event.preventDefault() }}
        onDrop={event => {
          event.preventDefault()
          if (!offline) void take(event.dataTransfer.files[0])
        }}
      >
        {step.at === 'none' && step.problem && <Problem text={step.problem} />}
        {step.at === 'none' && (
          <div className='flex flex-1 flex-col items-center justify-center gap-3 rounded-lg border border-dashed border-line-strong py-8'>
            <FileUp size={26} aria-hidden='true' className='text-ink-3' />
            <Button look='brand' disabled={offline} title={offline ? t('crew.needsNetwork') : undefined} onClick={() => input.current?.click()}>{t('crew.roster.file.choose')}</Button>
          </div>
        )}
        {step.at === 'reading' && <Busy text={t('crew.roster.file.reading', { name: step.name })} />}
        {step.at === 'read' && <ReadRoster view={view} read={step.read} />}
        <input
          ref={input} type='file' accept='.csv,.txt,.tsv,.xlsx' className='sr-only' tabIndex={-1} aria-label={t('crew.roster.file.choose')}
          onChange={event => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <footer className='flex justify-end gap-2 border-t border-line px-5 py-3'>
        {step.at === 'read' && <Button look='quiet' onClick={() => input.current?.click()}>{t('crew.roster.file.another')}</Button>}
        <span className='flex-1' />
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look='brand' disabled={shifts.length === 0} onClick={() => { void put() }}>{t('crew.roster.file.confirm', { count: shifts.length })}</Button>
      </footer>
    </Dialog>
  )
}

/** What came out of the file: faults first, then the shifts, and what would not fit with them. */
function ReadRoster({ view, read }: { view: RosterView; read: Read }) {
  const { t } = useTranslation()
  const days = useDays(view.timeZone)
  const words = useShiftWords(view.timeZone)
  const name = (personId: string) => view.people.find(one => one.personId === personId)?.name ?? personId
  const conflicts = useMemo(() => {
    const dates = new Set(read.shifts.map(({ date }) => date))
    return personConflicts([...view.shifts, ...read.shifts]).filter(({ date }) => dates.has(date))
  }, [view, read])
  return (
    <>
      {read.faults.length > 0 && (
        <section aria-labelledby='roster-faults'>
          <h3 id='roster-faults' className='mb-1 text-sm font-semibold text-late'>{t('crew.roster.file.faults', { count: read.faults.length })}</h3>
          <ol tabIndex={0} aria-labelledby='roster-faults' className='max-h-36 overflow-y-auto rounded-md border border-line px-3 text-sm'>
            {read.faults.map(({ line, code, value }, at) => (
              <li key={at} className='flex gap-3 border-b border-line py-1 last:border-0'>
                <span className='w-20 shrink-0 text-ink-2 tabular-nums'>{line === null ? t('crew.roster.file.whole') : t('crew.roster.file.line', { line })}</span>
                <span className='selectable min-w-0 break-words'>{t(`crew.roster.file.fault.${code}`, { value })}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <h3 className='text-sm font-semibold'>{read.shifts.length > 0 ? t('crew.roster.file.found', { count: read.shifts.length }) : t('crew.roster.file.none')}</h3>
      {read.shifts.length > 0 && (
        <ul tabIndex={0} aria-label={t('crew.roster.file.found', { count: read.shifts.length })} className='max-h-56 overflow-y-auto rounded-md border border-line px-3 text-sm'>
          {read.shifts.slice(0, SHOWN).map(shift => (
            <li key={shift.id} className='grid grid-cols-[8rem_7rem_1fr] gap-3 border-b border-line py-1 last:border-0'>
              <span className='truncate'>{name(shift.personId)}</span>
              <span className='text-ink-2 tabular-nums'>{days.weekday(zonedMs(shift.date, 720, view.timeZone))}</span>
              <span className='tabular-nums'>{words(shift).text}</span>
            </li>
          ))}
          {read.shifts.length > SHOWN && <li className='py-1 text-ink-2'>{t('crew.roster.file.more', { count: read.shifts.length - SHOWN })}</li>}
        </ul>
      )}
      {conflicts.length > 0 && <ConflictBox conflicts={conflicts} view={view} />}
    </>
  )
}
