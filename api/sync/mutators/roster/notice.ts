import { changePresence } from '../../../duty/change-presence.ts'
import { readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import type { Mutator } from '../mutator.ts'

/** "I know." Only a call for help wants an answer; a yes brings the helper online (L1). */
export const seeNotice: Mutator<'notice.seen'> = async ({ context, changes, person, nowMs, atMs }, { noticeId, answer }) => {
  const notice = await readEntity(changes, 'notice', noticeId)
  if (notice?.personId !== person.id) throw new Refusal('not_found')
  if (answer !== null && notice.kind !== 'help_call') throw new Refusal('invalid', 'answer')
  if (notice.seenAtMs !== null && (notice.answer !== null || answer === null)) return
  if (answer === 'yes') {
    const step = await changePresence(context, changes, person.id, {
      kind: 'set', by: 'help', to: 'online', reason: null, untilMs: null, atMs: Math.min(atMs, nowMs),
    }, nowMs)
    if (!step.ok) throw new Refusal(step.refused)
  }
  await changes.put('notice', { ...notice, seenAtMs: notice.seenAtMs ?? nowMs, answer })
}
