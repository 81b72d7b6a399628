import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../api/routes/app-type.ts'
import { assembleApp } from '../../api/assemble.ts'
import type { ApiContext } from '../../api/context.ts'
import { testContext, testShop, type TestShop } from '../../api/store/test-context.ts'
import { testDatabase } from '../../api/store/test-database.ts'
import { scriptContent, TestSupervisor } from '../../api/studio/test-studio.ts'
import type { LightDesk } from '../bench/light-desk.ts'
import { makeDesks } from '../bench/make-desks.ts'

// The bench of five hundred desks, small: what it measures has to be right first. Every desk has each release, and the board knows.
const N = 40
const db = await testDatabase(20)
let ctx: ApiContext & { end(): Promise<void> }
let app: App
let shop: TestShop
let chen: TestSupervisor
let desks: LightDesk[] = []
beforeAll(async () => {
  ctx = await testContext(db)
  app = (await assembleApp(ctx, { log: ctx.log })).app
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  shop = await testShop(ctx, { chen: { roles: ['supervisor'] } })
  chen = new TestSupervisor(ctx, shop, 'chen')
  await chen.ask('settings.write', { reviewRequired: false })
  desks = await makeDesks({ store: ctx, tenant: shop.tenant, signingKey: ctx.config.signingKey, url }, N)
  for (const desk of desks) await desk.snapshot()
}, 60_000)
afterAll(async () => {
  for (const desk of desks) desk.cut()
  await app.close()
  await ctx.end()
  await db.close()
}, 60_000)

const publish = async (code: string): Promise<string> => {
  const out = await chen.publish([await chen.draft('script', ctx.ids.next(), 0, scriptContent(code, '您好，请稍等'))])
  if (out.outcome !== 'released') throw new Error(out.outcome)
  return out.release.id
}
const having = async (id: string): Promise<number> => (await chen.ask('release.board', { id })).desks.filter(({ state }) => state === 'has').length

test('a release is on forty desks and receipted; all forty come back at once over what they missed; nothing fails', async () => {
  await Promise.all(desks.map(desk => desk.goOnline()))
  const first = await publish('a')
  await expect.poll(() => having(first), { timeout: 20_000, interval: 100 }).toBe(N)
  for (const desk of desks) desk.cut()
  await Promise.all(desks.map(desk => desk.quiet()))
  const missed = [await publish('b'), await publish('c')]
  expect(await having(missed[1]!)).toBe(0)
  await Promise.all(desks.map(desk => desk.comeBack()))
  for (const id of missed) await expect.poll(() => having(id), { timeout: 20_000, interval: 100 }).toBe(N)
  for (const desk of desks) expect([...desk.times.applied.keys()].sort()).toEqual([first, ...missed].sort())
  expect(desks.flatMap(desk => desk.times.errors)).toEqual([])
}, 60_000)
