import { changePresence } from '../../duty/change-presence.ts'
import { lockOpenOf, putWindow } from '../../duty/handover-list.ts'
import { readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import type { Mutator } from './mutator.ts'

/**
 * M, H: the agent's own choice, or an idle screen that tells of it. Refused with the rule that spoke: M4 (somebody waits), H5 (something is open).
 * What an offline desk did keeps its own time.
 */
export const setPresence: Mutator<'presence.set'> = async ({ context, changes, person, nowMs, atMs }, { state, reason, untilMs = null, cause = 'agent' }) => {
  // T5: who comes back from a handover closes its window; their conversations are locked before they are.
  const leaving = (await readEntity(changes, 'presence', person.id))?.state === 'handover'
  const open = leaving && state !== 'handover' ? await lockOpenOf(changes, person.id) : []
  const step = await changePresence(context, changes, person.id, {
    kind: 'set', by: cause, to: state, reason, untilMs, atMs: Math.min(atMs, nowMs),
  }, nowMs)
  if (!step.ok) throw new Refusal(step.refused)
  if (step.changed) for (const conversation of open) await putWindow(changes, conversation, false, nowMs)
}
