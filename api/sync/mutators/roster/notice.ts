import { readEntity } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import type { Mutator } from '../mutator.ts'

/** "I know." Only a call for help wants an answer (L1). */
export const seeNotice: Mutator<'notice.seen'> = async ({ changes, person, nowMs }, { noticeId, answer }) => {
  const notice = await readEntity(changes, 'notice', noticeId, { lock: true })
  if (notice?.personId !== person.id) throw new Refusal('not_found')
  if (answer !== null && notice.kind !== 'help_call') throw new Refusal('invalid', 'answer')
  if (notice.seenAtMs !== null && (notice.answer !== null || answer === null)) return
  await changes.put('notice', { ...notice, seenAtMs: notice.seenAtMs ?? nowMs, answer })
}
