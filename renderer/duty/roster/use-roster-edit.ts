import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../domain/entities/roster.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import type { ShiftDraft } from './roster-edit.ts'

export type RosterChange = {
  /** Kept or made. */
  put?: readonly ShiftDraft[]
  remove?: readonly Shift[]
  /** What the shifts with an id in `put` were before: undo puts them back. */
  before?: readonly Shift[]
  /** What has been done, in words. */
  said: string
}

/** Changes the roster, and offers to undo all of it. Refused or without the core nothing has changed, and the window says why. */
export function useRosterEdit(): (change: RosterChange) => Promise<boolean> {
  const { t } = useTranslation()
  const { client, actions } = useDesk()

  return async ({ put = [], remove = [], before = [], said }) => {
    let made: string[] = []
    if (put.length > 0) {
      const answer = await actions.value(client.call('roster.put', { shifts: [...put] }))
      if (!answer) return false
      made = answer.shiftIds.filter((_, at) => put[at]?.id === null)
    }
    if (remove.length > 0 && !await actions.done(client.call('roster.remove', { shiftIds: remove.map(({ id }) => id) }))) return false
    toast(said, 'plain', () => { void undo(made, [...before, ...remove]) })
    return true
  }

  async function undo(made: string[], restored: readonly Shift[]): Promise<void> {
    if (restored.length > 0 && !await actions.done(client.call('roster.put', { shifts: [...restored] }))) return
    if (made.length > 0 && !await actions.done(client.call('roster.remove', { shiftIds: made }))) return
    toast(t('crew.undone'))
  }
}
