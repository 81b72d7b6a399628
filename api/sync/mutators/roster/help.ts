import { newNotice } from '../../../duty/notices.ts'
import { listEntities, readStored } from '../../../store/entities.ts'
import { Refusal } from '../../refusal.ts'
import { leads } from '../mutator.ts'
import type { Mutator } from '../mutator.ts'

/** L1: a supervisor asks colleagues of the team to help out. Each is asked once a call; their answer is `notice.seen`. */
export const callHelp: Mutator<'help.call'> = async ({ changes, person, nowMs }, { teamId, asks }) => {
  if (!leads(person, { teamId })) throw new Refusal('not_allowed')
  const people = new Map((await readStored(changes, 'person', asks.map(({ personId }) => personId))).map(({ row }) => [row.id, row]))
  const known = new Map((await listEntities(changes, 'notice', { id: asks.map(({ noticeId }) => noticeId) })).map((notice) => [notice.id, notice]))
  for (const { noticeId, personId } of asks) {
    const asked = people.get(personId)
    if (!asked?.active || !asked.teamIds.includes(teamId)) throw new Refusal('invalid', 'person')
    const before = known.get(noticeId)
    if (before && (before.personId !== personId || before.kind !== 'help_call')) throw new Refusal('invalid', 'notice id')
  }
  const fresh = new Map(asks.filter(({ noticeId }) => !known.has(noticeId)).map((ask) => [ask.personId, ask]))
  await changes.putMany('notice', [...fresh.values()].map(({ noticeId, personId }) => (
    newNotice(noticeId, personId, 'help_call', { teamId, byId: person.id }, nowMs))))
}
