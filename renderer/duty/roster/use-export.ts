import { useTranslation } from 'react-i18next'
import { byTime } from '../../../domain/roster/shift-times.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { toast } from '../../state/window-store.ts'
import { rosterCsv } from './roster-csv.ts'

/** Saves the week as CSV where the supervisor says: the same columns that an import reads. */
export function useExport(view: RosterView | null): () => Promise<void> {
  const { t } = useTranslation()
  const { shell } = useDesk()
  const people = useLive(state => state.team?.people)
  return async () => {
    if (!view) return
    const account = (personId: string) => people?.find(({ id }) => id === personId)?.account ?? personId
    const bytes = new TextEncoder().encode(rosterCsv([...view.shifts].sort(byTime), account, view.timeZone))
    try {
      const saved = await shell.saveFile(t('crew.roster.fileName', { from: view.dates[0] ?? '' }), bytes)
      if (saved) toast(t('crew.roster.exported', { name: saved.name }))
    } catch {
      toast(t('crew.roster.notExported'), 'bad')
    }
  }
}
