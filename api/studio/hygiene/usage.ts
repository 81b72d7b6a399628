import type { Sql } from '../../store/sql.ts'
import type { StudioHandler } from '../handler.ts'
import { figureOfPerson } from '../team-figures.ts'
import { inWorker } from '../files/in-worker.ts'
import { teamRules, teamScripts } from '../files/team-rows.ts'
import { shopZone } from '../shop-zone.ts'
import type { Use } from './find.ts'

const DAY_MS = 86_400_000
/** Longer ago than any figure of hygiene looks. */
const LOOKED_BACK_DAYS = 400

async function usesOf(sql: Sql, tenant: string, sinceMs: number): Promise<Use[]> {
  return sql<Use[]>`
    select script_id as "scriptId", count(*)::int as uses, avg(edited)::float8 as edited, max(at_ms) as "lastAtMs"
    from script_use where tenant = ${tenant} and at_ms >= ${sinceMs} group by script_id`
}

interface PersonUses { scriptId: string, personId: string, name: string, uses: number }

/** usage: every team script that is live, also one that nobody used, with who inserted it how often in the last `days`. */
export const usage: StudioHandler<'usage'> = async ({ sql, clock }, { tenant }, { days }) => {
  const sinceMs = clock.now() - days * DAY_MS
  const [scripts, uses, people] = await Promise.all([
    sql<{ id: string }[]>`select id from script where tenant = ${tenant} and person_id is null order by id`,
    usesOf(sql, tenant, sinceMs),
    sql<PersonUses[]>`
      select u.script_id as "scriptId", u.person_id as "personId", coalesce(p.name, '') as name, count(*)::int as uses
      from script_use u left join person p on p.tenant = u.tenant and p.id = u.person_id
      where u.tenant = ${tenant} and u.at_ms >= ${sinceMs} group by u.script_id, u.person_id, p.name order by count(*) desc, p.name`,
  ])
  const byScript = new Map(uses.map((use) => [use.scriptId, use]))
  const byPerson = Map.groupBy(people, ({ scriptId }) => scriptId)
  return scripts.map(({ id }) => {
    const use = byScript.get(id)
    return {
      scriptId: id, uses: use?.uses ?? 0, edited: use?.edited ?? null, lastAtMs: use?.lastAtMs ?? null,
      people: (byPerson.get(id) ?? []).map(({ personId, name, uses: count }) => ({ personId, name, uses: count })),
    }
  })
}

/** hygiene: what is worth a look (S5), found in a thread of its own. */
export const hygiene: StudioHandler<'hygiene'> = async ({ sql, clock, keys }, { tenant, personId }) => {
  const nowMs = clock.now()
  const db = { tx: sql, tenant, keys: await keys.of(sql, tenant) }
  const [scripts, rules, uses, timeZone, unusedDays] = await Promise.all([
    teamScripts(sql, tenant), teamRules(sql, tenant), usesOf(sql, tenant, nowMs - LOOKED_BACK_DAYS * DAY_MS), shopZone(sql, tenant),
    figureOfPerson(db, personId, 'unusedDays'),
  ])
  return inWorker<'hygiene'>(clock, { kind: 'hygiene', scripts, rules, uses: [...uses], nowMs, timeZone, unusedDays })
}
