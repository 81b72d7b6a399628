import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ApiContext } from '../context.ts'
import { presenceRow, standingClock, testContext, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { Receipts } from '../sync/receipts.ts'
import { TestDesk } from '../sync/test-desk.ts'
import { scriptContent, TestSupervisor } from './test-studio.ts'

// Which desk has which release, who confirmed it, and the switch of an incident.
const db = await testDatabase(12)
const clock = standingClock()
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
let chen: TestSupervisor
beforeAll(async () => {
  ctx = await testContext(db, { clock })
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})
beforeEach(async () => {
  shop = await testShop(ctx, { chen: { roles: ['supervisor'] }, xiaoan: {}, xiaolin: {}, admin: { roles: ['admin'], teams: false } })
  chen = new TestSupervisor(ctx, shop, 'chen')
  await chen.ask('settings.write', { reviewRequired: false })
})

async function publish(more: Parameters<TestSupervisor['publish']>[1] = {}): Promise<string> {
  const out = await chen.publish([await chen.draft('script', ctx.ids.next(), 0, scriptContent('a', '您好'))], more)
  if (out.outcome !== 'released') throw new Error(out.outcome)
  return out.release.id
}
const head = async (): Promise<number> => {
  const [row] = await db.sql<{ seq: number }[]>`select seq from tenant_head where tenant = ${shop.tenant}`
  return row!.seq
}
const seen = async (account: string): Promise<void> => {
  await db.sql`update device set last_seen_at_ms = ${clock.now()} where tenant = ${shop.tenant} and id = ${shop.devices[account]!}`
}
async function board(id: string): Promise<Record<string, [state: string, atMs: number | null]>> {
  const { desks } = await chen.ask('release.board', { id })
  return Object.fromEntries(desks.map(({ personName, state, atMs }) => [personName, [state, atMs]]))
}

test('the board: has it since, behind, offline since; what a notice says and what a cookie proves count alike', async () => {
  const id = await publish()
  await seen('xiaolin')
  const receipts = new Receipts(ctx)
  receipts.note(shop.tenant, shop.devices['xiaoan']!, await head(), true)
  receipts.note(shop.tenant, shop.devices['chen']!, await head() - 1, true)
  await receipts.close()
  const at = clock.now()
  expect(await board(id)).toEqual({ admin: ['offline', null], chen: ['behind', at], xiaoan: ['has', at], xiaolin: ['behind', at] })
  clock.set(at + 60_000)
  expect((await board(id))['xiaolin']).toEqual(['offline', at])
  const proved = new Receipts(ctx)
  proved.note(shop.tenant, shop.devices['xiaolin']!, await head(), false)
  await proved.close()
  expect((await board(id))['xiaolin']).toEqual(['has', at + 60_000])
  // The next release is another one.
  const second = await publish()
  expect((await board(second))['xiaoan']?.[0]).toBe('offline')
  expect((await board(id))['xiaoan']).toEqual(['has', at])
})

test('a desk that claims to be ahead of the server has no release that comes later', async () => {
  const receipts = new Receipts(ctx)
  await publish()
  receipts.note(shop.tenant, shop.devices['xiaoan']!, Number('9'.repeat(19)), true)
  await receipts.close()
  const id = await publish()
  expect((await board(id))['xiaoan']?.[0]).toBe('offline')
})

test('five hundred at once are one statement; nothing is written while no release lies between', async () => {
  await db.sql`insert into device (tenant, id, person_id, name, status, created_at_ms)
    select ${shop.tenant}, 'many-' || n, ${shop.people['xiaoan']!}, 'many', 'active', ${clock.now()} from generate_series(1, 500) n`
  const id = await publish()
  let statements = 0
  const counting = new Proxy(db.sql, { apply: (target, self, args: unknown[]) => {
    statements += 1
    return Reflect.apply(target, self, args) as unknown
  } })
  const receipts = new Receipts({ ...ctx, sql: counting })
  const seq = await head()
  for (let n = 1; n <= 500; n++) receipts.note(shop.tenant, `many-${n}`, seq, true)
  await receipts.close()
  expect(statements).toBe(1)
  const { desks } = await chen.ask('release.board', { id })
  expect(desks.filter(({ state }) => state === 'has')).toHaveLength(500)
  const before = await db.sql<{ xmin: string }[]>`select xmin from desk_applied where device_id = 'many-1'`
  const later = new Receipts(ctx)
  await inTransaction(ctx, shop.tenant, (changes) => changes.put('presence', presenceRow(shop.people['xiaoan']!, 'hung_up', clock.now())))
  later.note(shop.tenant, 'many-1', await head(), true)
  await later.close()
  expect(await db.sql<{ xmin: string }[]>`select xmin from desk_applied where device_id = 'many-1'`).toEqual(before)
})

test('must read: who confirmed and who has not; of the teams it is for', async () => {
  const id = await publish({ mustRead: true })
  const agent = new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people['xiaoan']!, deviceId: shop.devices['xiaoan']! })
  await agent.do('release.read', { readId: ctx.ids.next(), releaseId: id })
  const { read, notRead } = await chen.ask('release.board', { id })
  expect(read).toEqual([{ personId: shop.people['xiaoan'], atMs: clock.now() }])
  expect(notRead.map(({ name }) => name)).toEqual(['xiaolin'])
  const elsewhere = await publish({ mustRead: true, teamIds: ['another-team'] })
  expect(await chen.ask('release.board', { id: elsewhere })).toEqual({ desks: [], read: [], notRead: [] })
})

test('L5: one switch puts the plan on with a notice to confirm; off, that notice is undone and another says so', async () => {
  const id = ctx.ids.next()
  const plan = { title: '支付故障', grade: 'major', notice: '支付暂时不可用，请安抚', scriptIds: [], autoReply: null, reportingPath: '先告知主管', teamIds: [] }
  await chen.publish([await chen.draft('incident_plan', id, 0, plan)])
  const [onId, offId] = [ctx.ids.next(), ctx.ids.next()]
  await chen.ask('incident.switch', { id, on: true, releaseId: onId })
  await chen.ask('incident.switch', { id, on: true, releaseId: ctx.ids.next() })
  const agent = new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people['xiaoan']!, deviceId: shop.devices['xiaoan']! })
  await agent.catchUp()
  expect(agent.rows.get(`incident_plan\n${id}`)?.row).toMatchObject({ activeSinceMs: clock.now(), activatedById: shop.people['chen'] })
  expect(agent.rows.get(`release\n${onId}`)?.row).toMatchObject({ kind: 'incident', mustRead: true, note: plan.notice, state: 'live' })
  // Edited while it is on, it stays on.
  await chen.publish([await chen.draft('incident_plan', id, 1, { ...plan, notice: '支付已部分恢复' })])
  await agent.catchUp()
  expect(agent.rows.get(`incident_plan\n${id}`)?.row).toMatchObject({ activeSinceMs: clock.now(), notice: '支付已部分恢复', version: 2 })
  await expect(chen.ask('release.undo', { id: ctx.ids.next(), releaseId: onId })).rejects.toMatchObject({ code: 'not_live' })
  await chen.ask('incident.switch', { id, on: false, releaseId: offId })
  await agent.catchUp()
  expect(agent.rows.get(`incident_plan\n${id}`)?.row).toMatchObject({ activeSinceMs: null, activatedById: null })
  expect(agent.rows.get(`release\n${onId}`)?.row).toMatchObject({ state: 'undone' })
  expect(agent.rows.get(`release\n${offId}`)?.row).toMatchObject({ kind: 'incident', undoes: onId, mustRead: true, state: 'live' })
  const actions = await db.sql<{ action: string }[]>`select action from audit where tenant = ${shop.tenant} and subject = ${id} order by action`
  expect(actions.map(({ action }) => action)).toEqual(['incident.off', 'incident.on'])
})
