import { changePresence } from '../../../duty/change-presence.ts'
import { notify } from '../../../duty/notices.ts'
import { readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { leads } from '../mutator.ts'
import type { Mutator } from '../mutator.ts'

/**
 * M4: a supervisor lets somebody of a team they lead go past the gate, or calls them back, with a reason; the person is told. Never off duty with
 * something open (H5).
 */
export const putPresenceFor: Mutator<'presence.put_for'> = async ({ context, changes, person, nowMs }, { personId, state, reason, untilMs }) => {
  const other = await readEntity(changes, 'person', personId)
  if (!other?.active || !other.teamIds.some((teamId) => leads(person, { teamId }))) throw new Refusal('not_allowed')
  const step = await changePresence(context, changes, personId, { kind: 'set_for', byId: person.id, to: state, reason, untilMs, atMs: nowMs }, nowMs)
  if (!step.ok) throw new Refusal(step.refused)
  if (step.changed) await notify(changes, context.ids, [personId], 'let_go', { state, reason, byId: person.id }, nowMs)
}
