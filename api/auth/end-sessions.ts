import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { endFamiliesOf, endFamily } from './refresh-tokens.ts'

/** Ends one sign-in, and after the commit the streams that live by it. */
export async function endSession(
  context: ApiContext, changes: ChangeSet, { deviceId, familyId }: { deviceId: string, familyId: string }, nowMs: number,
): Promise<void> {
  await endFamily(changes.tx, changes.tenant, familyId, nowMs)
  changes.afterCommit(() => context.hub.standingChanged(changes.tenant, deviceId))
}

/** Ends all sign-ins of a person (new password, switched off), and after the commit the streams that live by them. */
export async function endSessionsOf(context: ApiContext, changes: ChangeSet, personId: string, nowMs: number): Promise<void> {
  const deviceIds = await endFamiliesOf(changes.tx, changes.tenant, personId, nowMs)
  changes.afterCommit(() => {
    for (const deviceId of deviceIds) context.hub.standingChanged(changes.tenant, deviceId)
  })
}
