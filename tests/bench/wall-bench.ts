import { systemClock } from '../../api/edge/clock.ts'
import { inTransaction } from '../../api/store/transaction.ts'
import { putNewPerson } from '../../api/setup/people.ts'
import { listEntities } from '../../api/store/entities.ts'
import { dayPart, wallOf } from '../../api/wall/snapshot.ts'
import type { Team } from '../../domain/entities/team.ts'
import { NO_TIMERS } from '../../domain/timers/state.ts'
import { figure, median, percentile, round } from './figure.ts'
import type { Figure } from './figure.ts'
import type { House } from './house.ts'

const AGENTS = 200
const OPEN_EACH = 6
const OUTCOMES_EACH = 150
const LOOKS = 40

/** Two hundred agents at a busy hour: 1,200 conversations, every second customer waits, and a day of replies behind them. */
async function fill({ store, sql, tenant }: House, team: Team, nowMs: number): Promise<void> {
  const agents = Array.from({ length: AGENTS }, (_, n) => `wall-person-${n}`)
  for (let from = 0; from < AGENTS; from += 20) await inTransaction(store, tenant, async changes => {
    for (const id of agents.slice(from, from + 20)) {
      await putNewPerson(changes, { id, account: id, name: id, roles: ['agent'], teamIds: [team.id], seniority: 'junior', skills: [], languages: ['zh'], conversationLimit: 8, active: true }, nowMs)
    }
  })
  const waiting = {
    ...NO_TIMERS, running: true, turnNo: 1, turn: { sinceMs: nowMs - 20_000, greetingOnly: false, holdingAtMs: null, apologyAtMs: null },
    first: { customerFromMs: nowMs - 60_000, customerSettledAtMs: nowMs, agentFromMs: nowMs - 60_000, agentSettledAtMs: nowMs - 50_000 },
  }
  const fresh = sql.json({ team_id: team.id, state: 'open', started_at_ms: nowMs - 60_000, closed_at_ms: null, spam: false })
  await sql`
    insert into conversation select (jsonb_populate_record(c, ${fresh} || jsonb_build_object('id', 'wall-' || a.n || '-' || o.n, 'owner_id', a.id,
      'timers', case when o.n % 2 = 0 then ${sql.json(waiting)}::jsonb else ${sql.json(NO_TIMERS)}::jsonb end))).*
    from conversation c, unnest(${agents}::text[]) with ordinality a (id, n), generate_series(1, ${OPEN_EACH}::int) o (n)
    where c.tenant = ${tenant} and c.id = (select min(id) from conversation where tenant = ${tenant})`
  await sql`
    insert into timer_outcome (tenant, id, conversation_id, agent_id, rule, started_at_ms, due_at_ms, settled_at_ms, hit)
    select ${tenant}, 'wall-' || a.n || ':' || o.n, 'wall-' || a.n || '-1', a.id, case when o.n % 3 = 0 then 'T1' else 'T2' end, ${nowMs}::bigint - o.n, ${nowMs}::bigint, ${nowMs}::bigint + 9000, true
    from unnest(${agents}::text[]) with ordinality a (id, n), generate_series(1, ${OUTCOMES_EACH}::int) o (n)`
  await sql`vacuum analyze`
}

/** The wall of a team of 200 (L1, L4): one look, as every second has one, against reading the same conversations alone; the day's part beside it. */
export async function wall(house: House): Promise<Figure[]> {
  const { sql, store, tenant } = house
  const db = { tx: sql, tenant, keys: await store.keys.of(sql, tenant) }
  const [team] = await listEntities(db, 'team', {}, { limit: 1 })
  if (!team) throw new Error('the shop has no team')
  await fill(house, team, systemClock.now())
  const took = { look: [] as number[], bare: [] as number[], day: [] as number[] }
  const timed = async <T>(list: number[], work: () => PromiseLike<T>): Promise<T> => {
    const startedAt = systemClock.monotonic()
    const value = await work()
    list.push(systemClock.monotonic() - startedAt)
    return value
  }
  let people = 0
  for (let look = 0; look < LOOKS; look++) {
    const day = await timed(took.day, () => dayPart(db, team, systemClock.now()))
    people = (await timed(took.look, () => wallOf(db, team, day, systemClock.now()))).people.length
    await timed(took.bare, () => sql`select id, owner_id, customer_name, state, timers from conversation where tenant = ${tenant} and team_id = ${team.id} and state <> 'closed'`)
  }
  const lookMs = median(took.look)
  return [
    figure('wall-look', lookMs, 'ms', 50, LOOKS, { people, p95Ms: round(percentile(took.look, 0.95)), bareMs: round(median(took.bare)), ratio: round(lookMs / median(took.bare)), dayPartMs: round(median(took.day)) }),
  ]
}
