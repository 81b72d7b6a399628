import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conflictsOf } from '../../../domain/roster/conflicts.ts'
import { addDays, zonedMs } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { errorText } from '../../state/actions.ts'
import { useQuery } from '../../state/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy, Problem } from '../../ui/states.tsx'
import { useDutyTeam } from '../use-team.ts'
import { ConflictBox } from './conflicts.tsx'
import { copiedWeek } from './roster-edit.ts'
import { useRosterEdit } from './use-roster-edit.ts'

/** Last week's shifts into this one; first shown is what would not fit. */
export function CopyWeekDialog({ view, monday, onClose }: { view: RosterView; monday: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { timeZone } = view
  const days = useDays(timeZone)
  const edit = useRosterEdit()
  const before = addDays(monday, -7)
  const { value: last, error } = useQuery('roster', { teamId: useDutyTeam()?.id ?? '', from: before, days: 7 })
  const [replace, setReplace] = useState(false)
  const people = useMemo(() => new Set(view.people.map(({ personId }) => personId)), [view.people])
  const copies = useMemo(() => copiedWeek((last?.shifts ?? []).filter(({ personId }) => people.has(personId)), monday, 7, timeZone), [last, people, monday, timeZone])
  const conflicts = useMemo(
    () => conflictsOf([...replace ? [] : view.shifts, ...copies.map((draft, at) => ({ ...draft, id: `copy-${at}` }))], view.people), [view, copies, replace])
  const count = copies.length
  const copy = async () => {
    if (await edit({ put: copies, remove: replace ? view.shifts : [], said: t('crew.roster.weekCopied', { count }) })) onClose()
  }
  const day = (date: string) => days.monthDay(zonedMs(date, 720, timeZone))
  return (
    <Dialog title={t('crew.roster.copy.title')} lead={t('crew.roster.copy.lead', { from: day(before), to: day(monday) })} onClose={onClose}>
      <div className='flex min-h-32 flex-col gap-3 overflow-y-auto p-5 pt-3'>
        {error && <Problem text={errorText(error)} />}
        {!last && !error && <Busy text={t('crew.roster.copy.loading')} />}
        {last && count === 0 && <p className='text-ink-2'>{t('crew.roster.copy.none')}</p>}
        {last && count > 0 && (
          <>
            <p>{t('crew.roster.copy.counts', { count, here: view.shifts.length })}</p>
            {view.shifts.length > 0 && <Switch label={t('crew.roster.copy.replace')} on={replace} onChange={setReplace} />}
            {conflicts.length === 0 ? <p className='text-sm text-ok'>{t('crew.roster.copy.clean')}</p> : <ConflictBox conflicts={conflicts} view={view} />}
          </>
        )}
      </div>
      <footer className='flex justify-end gap-2 border-t border-line px-5 py-3'>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look='brand' disabled={count === 0} onClick={() => { void copy() }}>{t('crew.roster.copy.confirm', { count })}</Button>
      </footer>
    </Dialog>
  )
}
