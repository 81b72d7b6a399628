import { allTeams, peopleNames } from '../../../db/roster.ts'
import { offeredTransfers } from '../../../db/transfers.ts'
import type { TransfersView } from '../../../protocol/shift-views.ts'
import type { QueryContext } from '../context.ts'

/** @returns transfers that wait for a yes: this agent's own answer, or a colleague's (M5-M8) */
export function transfersView({ db, me }: QueryContext): TransfersView {
  const offered = offeredTransfers(db)
  if (offered.length === 0) return { incoming: [], outgoing: [] }
  const names = peopleNames(db)
  const teams = new Map(allTeams(db).map(({ id, name }) => [id, name]))
  const rows = offered.map(transfer => {
    const { target } = transfer
    const toName = target.kind === 'agent' ? names.get(target.personId) : target.kind === 'team' ? teams.get(target.teamId) : target.skill
    return { ...transfer, fromName: names.get(transfer.fromPersonId) ?? '', toName: toName ?? '' }
  })
  return {
    incoming: rows.filter(({ target }) => target.kind === 'agent' && target.personId === me.personId),
    outgoing: rows.filter(({ fromPersonId }) => fromPersonId === me.personId),
  }
}
