import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../api/edge/clock.ts'
import type { Sql } from '../../api/store/sql.ts'
import { TestDesk, serverRows } from '../../api/sync/test-desk.ts'
import { phraseFile } from '../fixtures/phrase-file.ts'
import { KillableHouse } from './killable-house.ts'
import type { Node } from './killable-house.ts'

// kill -9 in the middle of a large release: of the API, whose job another node takes over, and of PostgreSQL, which loses what was not on the disk.
// Nothing of it is lost or doubled, and a desk that pulled all the while equals the server.
const ROWS = 2_000
const KILLED_AT = 300
let house: KillableHouse
let ask: Awaited<ReturnType<KillableHouse['supervisor']>>
let desk: TestDesk
let first: Node
let second: Node
let sql: Sql

beforeAll(async () => {
  house = await KillableHouse.open()
  sql = house.context.sql
  ask = await house.supervisor()
  desk = new TestDesk(house.context, { tenant: house.shop.tenant, personId: house.shop.people['xiaoan']!, deviceId: house.shop.devices['xiaoan']! })
  ;[first, second] = await Promise.all([house.startNode(), house.startNode()])
}, 90_000)
afterAll(() => house?.close(), 60_000)

const file = (mark: string) => Buffer.from(new TextDecoder('gbk').decode(phraseFile(ROWS).bytes).replaceAll(/(\d)(号|）|就|减|元|码)/g, `$1$2${mark}`)).toString('base64')
const doneOf = async (node: Node, importId: string) => (await ask(node, 'import.status', { importId })).done
/** Pulls without end, as a desk does. @returns ends it */
function pulling(): () => Promise<void> {
  let going = true
  const done = (async () => {
    while (going) {
      // The server is away for a while: the next pull is another try.
      await desk.catchUp().catch((error: unknown) => { if (error instanceof Error && error.name === 'ProblemError') throw error })
      await systemClock.sleep(5)
    }
  })()
  return async () => {
    going = false
    await done
  }
}
async function begin(node: Node, mark: string): Promise<string> {
  const { importId, faultCount } = await ask(node, 'import.read', { name: 'a.csv', bytes: file(mark), mapping: null })
  expect(faultCount).toBe(0)
  await ask(node, 'import.apply', { importId, title: `File ${mark}` })
  return importId
}
/** @returns ms until the release is further than it was */
async function goesOn(node: Node, importId: string, than: number): Promise<number> {
  const startMs = systemClock.monotonic()
  await expect.poll(() => doneOf(node, importId).catch(() => 0), { timeout: 30_000, interval: 50 }).toBeGreaterThan(than)
  return systemClock.monotonic() - startMs
}
const isDone = (node: Node, importId: string) => expect.poll(async () => (await ask(node, 'import.status', { importId })).state, { timeout: 60_000, interval: 50 }).toBe('done')
async function deskEqualsServer(): Promise<void> {
  const { scopeSums } = await desk.catchUp()
  expect(desk.sums()).toEqual(Object.fromEntries(Object.entries(scopeSums ?? {}).filter(([, sum]) => sum !== '0')))
}
async function mustBeWhole(releaseId: string, version: number, bodies: (body: string) => boolean, changed: number): Promise<void> {
  const { tenant } = house.shop
  const rows = await sql<{ version: number, body: string, n: number }[]>`
    select s.version, s.body, (select count(*)::int from release_item i where i.tenant = s.tenant and i.release_id = ${releaseId} and i.target_id = s.id) as n
    from script s where s.tenant = ${tenant}`
  expect(rows).toHaveLength(ROWS)
  const touched = rows.filter(({ n }) => n === 1)
  expect(touched).toHaveLength(changed)
  expect(touched.every(row => row.version === version && bodies(row.body))).toBe(true)
  const [release] = await sql<{ state: string, outs: number }[]>`
    select r.state, (select count(*)::int from release_out o where o.tenant = r.tenant and o.release_id = r.id) as outs from release r where r.tenant = ${tenant} and r.id = ${releaseId}`
  expect(release).toEqual({ state: 'live', outs: 1 })
  // Each row went out in one commit, and each commit but the last was full: no part was done twice.
  const [log] = await sql<{ rows: number, commits: number }[]>`
    select count(*)::int as rows, count(distinct c.seq)::int as commits from change c join release_item i on i.tenant = c.tenant and i.target_id = c.entity_id and i.release_id = ${releaseId}
    where c.tenant = ${tenant} and c.entity = 'script' and c.seq > ${beganAt}`
  expect(log).toEqual({ rows: changed, commits: Math.ceil(changed / 90) })
  expect(await sql`select 1 from job where tenant = ${tenant} and kind = 'release.go'`).toHaveLength(0)
  await deskEqualsServer()
  expect(new Set(desk.rows.keys())).toEqual(new Set((await serverRows(house.context, desk.auth)).keys()))
}
let beganAt = 0
const head = async () => (await sql<{ seq: number }[]>`select seq from tenant_head where tenant = ${house.shop.tenant}`)[0]?.seq ?? 0

test('kill -9 of the API in the middle of a release: another node goes on within 10 s, and each part went out once', async () => {
  // The second node looks away, so that the first one has the job.
  second.child.kill('SIGSTOP')
  beganAt = await head()
  const stop = pulling()
  const importId = await begin(first, '')
  await goesOn(first, importId, KILLED_AT)
  await first.kill()
  second.child.kill('SIGCONT')
  const left = await doneOf(second, importId)
  expect(left).toBeGreaterThanOrEqual(KILLED_AT)
  expect(left).toBeLessThan(ROWS)
  expect(await goesOn(second, importId, left)).toBeLessThan(10_000)
  await isDone(second, importId)
  await stop()
  await mustBeWhole(importId, 1, () => true, ROWS)
}, 90_000)

test('kill -9 of PostgreSQL in the middle of a release: what a desk has pulled is still there, and the release goes on to its end', async () => {
  beganAt = await head()
  const stop = pulling()
  const importId = await begin(second, '甲')
  await goesOn(second, importId, KILLED_AT)
  expect(await doneOf(second, importId)).toBeLessThan(ROWS)
  house.killPostgres()
  await house.startPostgres()
  // The desk is not ahead of what came back: a part that it saw was on the disk.
  const pulledTo = Math.max(...[...desk.rows.values()].map(({ seq }) => Number(seq)))
  await expect.poll(() => head().catch(() => -1), { interval: 5 }).toBeGreaterThan(-1)
  expect(await head()).toBeGreaterThanOrEqual(pulledTo)
  await isDone(second, importId)
  await stop()
  const [changed] = await sql<{ n: number }[]>`select item_count as n from release where tenant = ${house.shop.tenant} and id = ${importId}`
  await mustBeWhole(importId, 2, body => body.includes('甲'), changed?.n ?? 0)
}, 90_000)

test('kill -9 of the API while an import is taken back: another node takes the rest back, and nothing of it is left', async () => {
  first = await house.startNode()
  const stop = pulling()
  const before = await sql<{ id: string, body: string, version: number }[]>`select id, body, version from script where tenant = ${house.shop.tenant} order by id`
  second.child.kill('SIGSTOP')
  const importId = await begin(first, '乙')
  await goesOn(first, importId, KILLED_AT)
  // The answer never comes: its node dies while it takes back.
  const cancelled = ask(first, 'import.cancel', { importId }).then(() => 'answered', () => 'lost')
  await expect.poll(async () => (await sql`select 1 from release where tenant = ${house.shop.tenant} and id = ${importId} and state = 'cancelled'`).length, { interval: 5 }).toBe(1)
  await first.kill()
  second.child.kill('SIGCONT')
  expect(await cancelled).toBe('lost')
  await expect.poll(async () => (await sql`select 1 from release where tenant = ${house.shop.tenant} and id = ${importId}`).length, { timeout: 30_000, interval: 50 }).toBe(0)
  await stop()
  expect([...await sql`select id, body, version from script where tenant = ${house.shop.tenant} order by id`]).toEqual([...before])
  expect(await sql`select 1 from release_item where tenant = ${house.shop.tenant} and release_id = ${importId}`).toHaveLength(0)
  await deskEqualsServer()
}, 90_000)
