import { CalendarRange, CopyPlus, FileDown, FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { weekOf } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { errorText } from '../../state/actions.ts'
import { useQuery } from '../../state/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { useDutyState } from '../duty-store.ts'
import { PageHead } from '../ui/page-head.tsx'
import { WeekSteps } from '../ui/week-steps.tsx'
import { useDutyTeam, useToday } from '../use-team.ts'
import { Conflicts } from './conflicts.tsx'
import { CopyWeekDialog } from './copy-week-dialog.tsx'
import { EditedGrid } from './edited-grid.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useExport } from './use-export.ts'
import { ShiftDialog } from './shift-dialog.tsx'
import type { OpenShift } from './shift-dialog.tsx'

/** The team's week, for supervisors: made, moved, copied, brought in from a file; what does not fit is shown and forbids nothing. */
export function RosterPage() {
  const { t } = useTranslation()
  const team = useDutyTeam()
  const today = useToday(team?.timeZone ?? 'Asia/Shanghai')
  const from = weekOf(useDutyState(state => state.rosterDate) ?? today)[0] ?? today
  const { value: view, error } = useQuery('roster', { teamId: team?.id ?? '', from, days: 7 })
  const [dialog, setDialog] = useState<'copy' | 'import' | null>(null)
  const [open, setOpen] = useState<OpenShift | null>(null)
  const exportWeek = useExport(view ?? null)
  const close = () => { setDialog(null) }
  return (
    <>
      <PageHead title={t('crew.page.roster')}>
        <WeekSteps from={from} timeZone={team?.timeZone ?? 'Asia/Shanghai'} />
        <span className='flex-1' />
        {view?.mayEdit && (
          <>
            <Button small onClick={() => { setDialog('copy') }}><CopyPlus size={14} aria-hidden='true' />{t('crew.roster.copyWeek')}</Button>
            <Button small onClick={() => { setDialog('import') }}><FileUp size={14} aria-hidden='true' />{t('crew.roster.importFile')}</Button>
          </>
        )}
        <Button small disabled={!view || view.shifts.length === 0} onClick={() => { void exportWeek() }}><FileDown size={14} aria-hidden='true' />{t('crew.roster.exportFile')}</Button>
      </PageHead>
      {error && <div className='p-3'><Problem text={errorText(error)} /></div>}
      {view ? week(view) : view === null ? <Empty icon={<CalendarRange size={28} />} title={t('crew.noTeam')} /> : !error && <Busy text={t('crew.roster.loading')} />}
      {view && dialog === 'copy' && <CopyWeekDialog view={view} monday={from} onClose={close} />}
      {view && dialog === 'import' && <ImportDialog view={view} onClose={close} />}
      {view && open && <ShiftDialog key={open.shift?.id ?? `${open.personId} ${open.date}`} view={view} open={open} onClose={() => { setOpen(null) }} />}
    </>
  )

  function week(view: RosterView) {
    return (
      <>
        {view.shifts.length === 0 && <p className='border-b border-line bg-info-soft px-4 py-2 text-sm text-info'>{t('crew.roster.empty')} {view.mayEdit && t('crew.roster.emptyHint')}</p>}
        <EditedGrid key={from} view={view} onOpen={setOpen} />
        <Conflicts view={view} />
      </>
    )
  }
}
