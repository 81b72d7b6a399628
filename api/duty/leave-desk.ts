import { TimerPolicy } from '../../domain/entities/team.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity, readStored } from '../store/entities.ts'
import { changePresence } from './change-presence.ts'

const STANDARD = TimerPolicy.parse({})

/** As the sweep does: of their teams the most patient. */
async function unreachableMsOf(changes: ChangeSet, personId: string): Promise<number> {
  const teams = await readStored(changes, 'team', (await readEntity(changes, 'person', personId))?.teamIds ?? [])
  return Math.max(...teams.map(({ row }) => row.timers.unreachableSec), ...teams.length === 0 ? [STANDARD.unreachableSec] : []) * 1_000
}

/**
 * H5: somebody signs out at a desk. At another that is heard of nothing changes. Else they are off duty at once; with customers still theirs, which
 * the desk itself does not let happen, they are not there from now on, so that nobody new comes, and after the grace the sweep hands over for them.
 */
export async function leaveDesk(context: ApiContext, changes: ChangeSet, { personId, deviceId }: { personId: string, deviceId: string }, nowMs: number): Promise<void> {
  const { tx, tenant } = changes
  if (!await readEntity(changes, 'presence', personId)) return
  const silentSinceMs = nowMs - await unreachableMsOf(changes, personId) - 1
  const [other] = await tx`select 1 as one from device
    where tenant = ${tenant} and person_id = ${personId} and id <> ${deviceId} and status = 'active' and last_seen_at_ms > ${silentSinceMs}`
  if (other) return
  // As if last heard of that long ago: the sweep goes by it.
  await tx`update device set last_seen_at_ms = least(last_seen_at_ms, ${silentSinceMs}) where tenant = ${tenant} and id = ${deviceId}`
  await changePresence(context, changes, personId, { kind: 'system', to: 'off_duty', atMs: nowMs }, nowMs)
  await changePresence(context, changes, personId, { kind: 'heard', reachable: false, atMs: nowMs }, nowMs)
}
