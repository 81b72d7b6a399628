import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LanguageRuleContent } from '../../../domain/entities/language-rule.ts'
import { appendLine } from '../../channels/thread.ts'
import type { ApiContext } from '../../context.ts'
import { allSeedRules } from '../../seed/language-rules/all-rules.ts'
import { insertLanguageRules } from '../../seed/language-rules/insert.ts'
import { readEntity } from '../../store/entities.ts'
import { standingClock, testContext, testConversation, testShop } from '../../store/test-context.ts'
import type { TestShop } from '../../store/test-context.ts'
import { testDatabase } from '../../store/test-database.ts'
import { inTransaction } from '../../store/transaction.ts'
import { TestSupervisor } from '../test-studio.ts'

const DAY_MS = 86_400_000
const db = await testDatabase(6)
const clock = standingClock()
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
let boss: TestSupervisor
beforeAll(async () => {
  ctx = await testContext(db, { clock })
  shop = await testShop(ctx, { xiaoan: {}, boss: { roles: ['supervisor'] } })
  boss = new TestSupervisor(ctx, shop, 'boss')
  await insertLanguageRules(ctx, shop.tenant, (key) => `rule-${key}`)
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

const rule = (given: Partial<LanguageRuleContent>): LanguageRuleContent => (
  { rule: 'C1', severity: 'warn', language: 'zh', wordings: ['不知道'], exceptions: [], positive: null, reason: null, active: true, ...given })
async function says(author: 'agent' | 'customer', conversationId: string, body: string, atMs = clock.now()) {
  await inTransaction(ctx, shop.tenant, async (changes) => {
    const now = await readEntity(changes, 'conversation', conversationId, { lock: true })
    const said = await appendLine(changes, now!, { id: ctx.ids.next(), author, authorId: shop.people['xiaoan']!, body }, atMs)
    await changes.put('conversation', said.conversation)
  })
}
const file = (text: string) => ({ name: 'rules', bytes: Buffer.from(text).toString('base64') })
const drafts = () => db.sql<{ target_id: string, base_version: number, content: LanguageRuleContent }[]>`
  select target_id, base_version, content from content_draft where tenant = ${shop.tenant} order by target_id`

test('the bench shows what a rule would have found in the last days, numbers masked, customers left out', async () => {
  const { id } = await testConversation(ctx, shop, shop.people['xiaoan'])
  await says('agent', id, '我不知道', clock.now() - 9 * DAY_MS)
  await says('customer', id, '我也不知道')
  await says('agent', id, '您的电话13800138000我不 知道')
  await says('agent', id, '还有其他可以帮到您的吗')
  await says('agent', id, '还有其他可以帮到您的吗')
  const tried = await boss.ask('rules.try', { days: 7, rules: [rule({}), rule({ rule: 'D5', wordings: ['还有其他可以帮'] })] })
  expect(tried).toMatchObject({ looked: 3, hit: 2 })
  const [later, first] = tried.hits
  expect(first).toMatchObject({ personName: 'xiaoan', body: '您的电话138****8000我不 知道', findings: [{ rule: 'C1', words: '不 知道' }] })
  expect(first?.body.slice(...(first.findings[0]?.span ?? [0, 0]))).toBe('不 知道')
  expect(later?.findings).toMatchObject([{ rule: 'D5' }])
})

test('what was exported comes in again as nothing new; what was changed and added becomes drafts', async () => {
  for (const format of ['csv', 'json'] as const) {
    const out = await boss.ask('rules.export', { format })
    expect(await boss.ask('rules.import', { name: out.name, bytes: out.bytes }), format).toEqual({ drafts: 0, faults: [] })
  }
  const { bytes } = await boss.ask('rules.export', {})
  const text = Buffer.from(bytes, 'base64').toString()
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const key = allSeedRules[0]?.key ?? ''
  const changed = text.replace(/(rule-c1-bu-zhi-dao,C1),block/, '$1,warn')
  expect(await boss.ask('rules.import', file(`${changed},C3,提醒,,"绝无仅有的\n百年一遇",,难得,,1\r\n`))).toEqual({ drafts: 2, faults: [] })
  const made = await drafts()
  expect(made.find(({ target_id }) => target_id === `rule-${key}`)).toMatchObject({ base_version: 1, content: { severity: 'warn' } })
  expect(made.find(({ base_version }) => base_version === 0)?.content).toEqual(rule({ rule: 'C3', wordings: ['绝无仅有的', '百年一遇'], positive: '难得' }))
  // Again: the own draft of that rule is written over, not doubled.
  await boss.ask('rules.import', file(text.replace(/(rule-c1-bu-zhi-dao,C1),block/, '$1,note')))
  expect((await drafts()).filter(({ target_id }) => target_id === `rule-${key}`).map(({ content }) => content.severity)).toEqual(['note'])
})

test('a broken row is named with its line and keeps the whole file back', async () => {
  const before = (await drafts()).length
  const csv = 'rule,severity,language,wordings\nC1,warn,zh,可以的\nC9,warn,zh,x\nC1,loud,zh,x\nC1,warn,fr,x\nC1,warn,zh,\nC1,warn,zh,' + '长'.repeat(61)
  const { faults } = await boss.ask('rules.import', file(csv))
  expect(faults.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
    '3 rule unknown_value', '4 severity unknown_value', '5 language unknown_language', '6 wordings missing', '7 wordings too_long'])
  expect((await boss.ask('rules.import', file('[{"rule":'))).faults).toMatchObject([{ code: 'bad_json' }])
  expect((await boss.ask('rules.import', file('[1, null, "x", {"rule": "C1"}]'))).faults.length).toBeGreaterThan(3)
  expect((await boss.ask('rules.import', file(''))).faults).toMatchObject([{ code: 'empty_file' }])
  expect((await boss.ask('rules.import', file('a,b\n1,2'))).faults).toMatchObject([{ code: 'wrong_columns' }])
  expect((await boss.ask('rules.import', { name: 'x', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]).toString('base64') })).faults.length).toBe(1)
  expect((await drafts()).length).toBe(before)
})

test('what rules found in what went out is counted by rule and person, with what was insisted on; longer ago it does not count', async () => {
  const at = (daysAgo: number) => clock.now() - daysAgo * DAY_MS
  const hit = (message: string, name: string, severity: string, insisted: boolean, person: string, daysAgo: number) => ctx.sql`insert into language_hit ${ctx.sql({
    tenant: shop.tenant, message_id: message, rule_id: name, rule: name === 'phone' ? 'phone' : 'C3', severity, insisted, person_id: shop.people[person]!, at_ms: at(daysAgo),
  })}`
  await hit('h1', 'rule-sure', 'note', false, 'xiaoan', 3)
  await hit('h2', 'rule-sure', 'warn', true, 'xiaoan', 2)
  await hit('h3', 'rule-sure', 'warn', false, 'boss', 1)
  await hit('h4', 'phone', 'warn', true, 'boss', 1)
  await hit('h5', 'phone', 'warn', true, 'boss', 40)
  expect(await boss.ask('rules.hits', { days: 30 })).toEqual([
    { name: 'rule-sure', rule: 'C3', severity: 'warn', hits: 3, insisted: 1, lastAtMs: at(1), people: [{ name: 'xiaoan', hits: 2 }, { name: 'boss', hits: 1 }] },
    { name: 'phone', rule: 'phone', severity: 'warn', hits: 1, insisted: 1, lastAtMs: at(1), people: [{ name: 'boss', hits: 1 }] },
  ])
})
