import type { Notice } from '../../domain/entities/roster.ts'
import type { Ids } from '../../domain/ports.ts'
import type { TenantRead } from '../routing/candidates.ts'
import type { ChangeSet } from '../store/change-set.ts'

/** A notice that nobody has seen yet. */
export function newNotice(id: string, personId: string, kind: Notice['kind'], params: Notice['params'], nowMs: number): Notice {
  return { id, personId, kind, params, atMs: nowMs, seenAtMs: null, answer: null }
}

/** Puts the same notice before each of these people, once. `params` as domain/entities/roster.ts lists them by kind. */
export async function notify(
  changes: ChangeSet, ids: Ids, personIds: readonly string[], kind: Notice['kind'], params: Notice['params'], nowMs: number,
): Promise<void> {
  await changes.putMany('notice', [...new Set(personIds)].map((personId) => newNotice(ids.next(), personId, kind, params, nowMs)))
}

/** The people who lead a team, by id. */
export async function supervisorsOf({ tx, tenant }: TenantRead, teamId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from person where tenant = ${tenant} and active and team_ids ? ${teamId} and roles ? 'supervisor' order by id`
  return rows.map(({ id }) => id)
}
