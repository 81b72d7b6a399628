import type { Presence } from '../../domain/entities/people.ts'
import { dutyOf } from '../../domain/presence/presence.ts'
import type { ApiContext } from '../context.ts'
import { setJob } from '../jobs/schedule.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { figureOfPerson } from '../studio/team-figures.ts'
import { notify, supervisorsOf } from './notices.ts'

/** Kind of the job that tells supervisors who is back late (M9); key = the person's id. */
export const LATE_BACK_JOB = 'presence.late_back'

/** When supervisors hear of it, epoch ms; null: there is nobody to wait for. */
async function lateAtMs(changes: ChangeSet, presence: Presence): Promise<number | null> {
  if (presence.untilMs === null || presence.state === 'off_duty' || !dutyOf(presence).autoReply) return null
  return presence.untilMs + await figureOfPerson(changes, presence.id, 'lateBackMin') * 60_000
}

/** M9: leaves the job for somebody who said until when they are away; the agent's own desk shows it at that time already. */
export async function watchForLateBack(changes: ChangeSet, presence: Presence): Promise<void> {
  const atMs = await lateAtMs(changes, presence)
  if (atMs !== null) await setJob(changes.tx, changes.tenant, LATE_BACK_JOB, presence.id, atMs)
}

/** The job: tells the supervisors of the person's teams, unless they are back by now. */
export async function runLateBack(context: ApiContext, tenant: string, personId: string): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    const presence = await readEntity(changes, 'presence', personId, { lock: true })
    const atMs = presence && await lateAtMs(changes, presence)
    if (!presence?.untilMs || atMs === null) return
    const nowMs = context.clock.now()
    if (nowMs < atMs) return setJob(changes.tx, tenant, LATE_BACK_JOB, personId, atMs)
    const person = await readEntity(changes, 'person', personId)
    const told = await Promise.all((person?.teamIds ?? []).map((teamId) => supervisorsOf(changes, teamId)))
    await notify(changes, context.ids, told.flat().filter((id) => id !== personId), 'late_back', { personId, untilMs: presence.untilMs }, nowMs)
  })
}
