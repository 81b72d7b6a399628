import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startBackground } from '../../background.ts'
import type { ApiContext } from '../../context.ts'
import { insertLanguageRules } from '../../seed/language-rules/insert.ts'
import { allSeedRules } from '../../seed/language-rules/all-rules.ts'
import { listEntities } from '../../store/entities.ts'
import { testContext, testShop } from '../../store/test-context.ts'
import type { TestShop } from '../../store/test-context.ts'
import { testDatabase } from '../../store/test-database.ts'
import { TestDesk } from '../../sync/test-desk.ts'
import { TestSupervisor } from '../test-studio.ts'
import { giveDefaultRules } from './default-rules.ts'

// Shops from before there were language rules, at the start of a newer release.
const db = await testDatabase(12)
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
beforeAll(async () => { ctx = await testContext(db) })
afterAll(async () => {
  await ctx.end()
  await db.close()
})
beforeEach(async () => { shop = await testShop(ctx, { chen: { roles: ['supervisor'] }, xiaoan: {} }) })

const rules = async () => listEntities({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) }, 'language_rule', {})
const releases = async () => listEntities({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) }, 'release', {})

test('a shop without rules gets the default set at a start, as one live release of the program, on every desk', async () => {
  const background = await startBackground(ctx)
  await background.stop()
  expect((await rules()).map(({ wordings }) => wordings[0]).sort()).toEqual(allSeedRules.map(({ wordings }) => wordings[0]).sort())
  expect(await releases()).toMatchObject([{ title: '用语规则：默认一套', authorId: 'shiftdesk', state: 'live', itemCount: allSeedRules.length, mustRead: false }])
  const desk = new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people['xiaoan']!, deviceId: shop.devices['xiaoan']! })
  await desk.catchUp()
  expect([...desk.rows.keys()].filter((key) => key.startsWith('language_rule\n'))).toHaveLength(allSeedRules.length)
})

test('two nodes that start at once give one set, and a shop that is being made meanwhile has one, too', async () => {
  await Promise.all([giveDefaultRules(ctx), insertLanguageRules(ctx, shop.tenant, () => ctx.ids.next()), giveDefaultRules(ctx)])
  expect(await rules()).toHaveLength(allSeedRules.length)
  expect((await releases()).length).toBeLessThanOrEqual(1)
})

test('a shop that took all of them away, or keeps one of its own, gets none at later starts', async () => {
  await giveDefaultRules(ctx)
  const boss = new TestSupervisor(ctx, shop, 'chen')
  const [given] = await releases()
  await boss.ask('release.undo', { id: ctx.ids.next(), releaseId: given!.id })
  expect(await rules()).toEqual([])
  await giveDefaultRules(ctx)
  expect(await rules()).toEqual([])

  shop = await testShop(ctx, { chen: { roles: ['supervisor'] } })
  const own = new TestSupervisor(ctx, shop, 'chen')
  await own.ask('settings.write', { reviewRequired: false })
  await own.publish([await own.draft('language_rule', ctx.ids.next(), 0, {
    rule: 'C1', severity: 'warn', language: 'zh', wordings: ['随便'], exceptions: [], positive: null, reason: null, active: true,
  })])
  await giveDefaultRules(ctx)
  expect(await rules()).toHaveLength(1)
})
