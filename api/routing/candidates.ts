import type { PresenceState, Seniority } from '../../domain/entities/people.ts'
import type { Language } from '../../domain/entities/scalars.ts'
import type { Candidate } from '../../domain/routing/route.ts'
import type { Sql, Tx } from '../store/sql.ts'

/** Where to read, and of which tenant. */
export interface TenantRead {
  readonly tx: Sql | Tx
  readonly tenant: string
}

/**
 * Locks agents, by id: whoever changes how many customers an agent holds does so under this lock, so that the limit holds.
 * After the conversation's lock, before everything else (ARCHITECTURE.md, Sync).
 */
export async function lockAgents({ tx, tenant }: TenantRead, personIds: readonly string[]): Promise<void> {
  await tx`select id from person where tenant = ${tenant} and id = any(${personIds as string[]}) order by id for no key update`
}

interface Row {
  id: string
  active: boolean
  seniority: Seniority
  skills: string[]
  languages: Language[]
  team_ids: string[]
  conversation_limit: number
  state: PresenceState | null
  reachable: boolean | null
  load: number
  last_assigned_at_ms: number | null
}

/** The agents and trainees of a team as they stand now, with the conversations they hold. */
export async function candidatesOf({ tx, tenant }: TenantRead, teamId: string): Promise<Candidate[]> {
  const rows = await tx<Row[]>`
    select p.id, p.active, p.seniority, p.skills, p.languages, p.team_ids, p.conversation_limit, r.state, r.reachable,
      (select count(*) from conversation c where c.tenant = p.tenant and c.owner_id = p.id and c.state = 'open') as load,
      (select max(c.assigned_at_ms) from conversation c where c.tenant = p.tenant and c.owner_id = p.id) as last_assigned_at_ms
    from person p left join presence r on r.tenant = p.tenant and r.id = p.id
    where p.tenant = ${tenant} and p.team_ids ? ${teamId} and p.roles ?| ${['agent', 'trainee']} and p.active
    order by p.id`
  return rows.map((row) => ({
    personId: row.id, active: row.active, state: row.state ?? 'off_duty', reachable: row.reachable ?? false, load: row.load,
    limit: row.conversation_limit, seniority: row.seniority, teamIds: row.team_ids, skills: row.skills, languages: row.languages,
    lastAssignedAtMs: row.last_assigned_at_ms,
  }))
}
