import type { StudioOutput } from '../../../protocol/studio.ts'
import type { StudioHandler } from '../handler.ts'

const DAY_MS = 86_400_000

type Hits = StudioOutput<'rules.hits'>[number]

/** rules.hits: what the rules found in messages that went out all the same in the last `days`, the most found first (C6). */
export const ruleHits: StudioHandler<'rules.hits'> = async ({ sql, clock }, { tenant }, { days }) => {
  const sinceMs = clock.now() - days * DAY_MS
  const [found, people] = await Promise.all([
    sql<Omit<Hits, 'people'>[]>`
      select rule_id as name, rule, (array_agg(severity order by at_ms desc))[1] as severity, count(*)::int as hits,
        (count(*) filter (where insisted))::int as insisted, max(at_ms) as "lastAtMs"
      from language_hit where tenant = ${tenant} and at_ms >= ${sinceMs} group by rule_id, rule order by count(*) desc, rule_id`,
    sql<{ name: string, person: string, hits: number }[]>`
      select h.rule_id as name, coalesce(p.name, '') as person, count(*)::int as hits
      from language_hit h left join person p on p.tenant = h.tenant and p.id = h.person_id
      where h.tenant = ${tenant} and h.at_ms >= ${sinceMs} group by h.rule_id, h.person_id, p.name order by count(*) desc, p.name`,
  ])
  const byRule = Map.groupBy(people, ({ name }) => name)
  return found.map((row) => ({ ...row, people: (byRule.get(row.name) ?? []).map(({ person, hits }) => ({ name: person, hits })) }))
}
