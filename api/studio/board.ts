import type { Release } from '../../domain/entities/release.ts'
import type { DeskReceipt, StudioOutput } from '../../protocol/studio.ts'
import { ProblemError } from '../routes/problem.ts'
import { readEntity } from '../store/entities.ts'
import type { Sql } from '../store/sql.ts'
import type { StudioHandler } from './handler.ts'

/** A desk is heard at least every 20 s by its stream, or every 15 s by its polling: silent for longer, it is offline. */
const SILENT_MS = 45_000
/** A desk nobody has started for so long is not waited for. */
const FORGOTTEN_MS = 30 * 86_400_000

interface DeskRow { deviceId: string, deviceName: string, personId: string, personName: string, seenAtMs: number | null, receivedAtMs: number | null, has: boolean }

/** Who is to have it: everybody who works, or those of its teams. */
function audience(sql: Sql, { teamIds }: Release) {
  return sql`p.active and (${teamIds.length === 0} or p.team_ids ?| ${teamIds})`
}

async function desks(sql: Sql, tenant: string, release: Release, nowMs: number): Promise<DeskReceipt[]> {
  const rows = await sql<DeskRow[]>`
    select d.id as "deviceId", d.name as "deviceName", p.id as "personId", p.name as "personName", d.last_seen_at_ms as "seenAtMs",
      c.at_ms as "receivedAtMs", coalesce(c.at_ms is not null or a.seq >= o.seq, false) as has
    from device d join person p on p.tenant = d.tenant and p.id = d.person_id
    left join release_out o on o.tenant = d.tenant and o.release_id = ${release.id}
    left join desk_applied a on a.tenant = d.tenant and a.device_id = d.id
    left join release_receipt c on c.tenant = d.tenant and c.release_id = ${release.id} and c.device_id = d.id
    where d.tenant = ${tenant} and d.status = 'active' and ${audience(sql, release)}
      and coalesce(d.last_seen_at_ms, d.created_at_ms) > ${nowMs - FORGOTTEN_MS}
    order by p.name, d.name, d.id`
  return rows.map(({ has, seenAtMs, receivedAtMs, ...desk }) => {
    if (has) return { ...desk, state: 'has', atMs: receivedAtMs }
    return { ...desk, state: seenAtMs !== null && seenAtMs > nowMs - SILENT_MS ? 'behind' : 'offline', atMs: seenAtMs }
  })
}

async function readers(
  sql: Sql, tenant: string, release: Release,
): Promise<Pick<StudioOutput<'release.board'>, 'read' | 'notRead'>> {
  const rows = await sql<{ personId: string, name: string, atMs: number | null }[]>`
    select p.id as "personId", p.name, r.at_ms as "atMs" from person p
    left join release_read r on r.tenant = p.tenant and r.person_id = p.id and r.release_id = ${release.id}
    where p.tenant = ${tenant} and (r.id is not null or (${audience(sql, release)} and p.id <> ${release.authorId}
      and p.roles ?| ${['agent', 'trainee', 'supervisor']}))
    order by p.name, p.id`
  return {
    read: rows.flatMap(({ personId, atMs }) => (atMs === null ? [] : [{ personId, atMs }])),
    notRead: rows.flatMap(({ personId, name, atMs }) => (atMs === null ? [{ personId, name }] : [])),
  }
}

/** release.board: per desk whether it has the release, and who confirmed it. Throws ProblemError 404. */
export const releaseBoard: StudioHandler<'release.board'> = async ({ sql, keys, clock }, { tenant }, { id }) => {
  const release = await readEntity({ tx: sql, tenant, keys: await keys.of(sql, tenant) }, 'release', id)
  if (!release) throw new ProblemError(404, 'not_found')
  const [list, people] = await Promise.all([desks(sql, tenant, release, clock.now()), readers(sql, tenant, release)])
  return { desks: list, ...people }
}
