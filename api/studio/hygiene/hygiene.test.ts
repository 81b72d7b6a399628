import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../store/transaction.ts'
import { standingClock, testContext, testShop } from '../../store/test-context.ts'
import { testDatabase } from '../../store/test-database.ts'
import type { TestDatabase } from '../../store/test-database.ts'
import { TestSupervisor, scriptContent } from '../test-studio.ts'
import { nearPairs } from './near-duplicates.ts'
import { pastDate } from './past-dates.ts'

const DAY_MS = 86_400_000
const zone = 'Asia/Shanghai'
const nowMs = Date.parse('2026-11-22T03:00:00Z')

describe('a time that is past', () => {
  it.each([
    ['活动到11月11日24点结束', '11月11日24点'], ['2025年12月1日前有效', '2025年12月1日'], ['截止2026.11.20', '2026.11.20'], ['our sale ends Nov 20, 2026', 'Nov 20, 2026'],
    ['ends on 1st November', '1st November'], ['后天上午10点上架', '后天上午10点'], ['11月22日 10:30 开抢', '11月22日 10:30'],
    ['11月22日有效', null], ['11月30日前有效', null], ['今天18点前下单今天发', null], ['版本 1.2.3，价格 20.5', null], ['双11', null], ['2026年1月31日', '2026年1月31日'],
    ['1月5日开始', null], ['13月40日', null],
  ])('%s', (text, words) => {
    expect(pastDate(text, nowMs - 5 * DAY_MS, nowMs, zone)?.words ?? null).toBe(words)
  })
})

describe('nearly the same', () => {
  it('finds what differs by punctuation, width or a word, and nothing else', () => {
    const pairs = nearPairs([
      { id: 'a', text: '您好，这款现在有货，今天下单今天发出，请放心' }, { id: 'b', text: '您好！这款现在有货～今天下单今天发出，请放心哦' },
      { id: 'c', text: '请问您的身高体重是多少，我帮您看尺码' }, { id: 'd', text: '您好{{customer.name|亲}}，这款现在有货，今天下单今天发出，请您放心' }, { id: 'e', text: '好的' }, { id: 'f', text: '好的' },
    ], 0.8)
    expect(pairs.map(({ id, otherId }) => [id, otherId].sort().join()).sort()).toEqual(['a,b', 'a,d'])
  })

  it('compares 4,000 that are all alike in a moment', () => {
    const texts = Array.from({ length: 4_000 }, (_, at) => ({ id: `s${at}`, text: `您好，这款是现货，今天下单明天就能发出，支持七天无理由退换货${at}` }))
    const before = process.threadCpuUsage()
    expect(nearPairs(texts, 0.8).length).toBeGreaterThan(3_950)
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(5_000)
  })
})

describe('over the scripts of a shop', () => {
  let db: TestDatabase
  let context: Awaited<ReturnType<typeof testContext>>
  beforeAll(async () => {
    db = await testDatabase()
    context = await testContext(db, { clock: standingClock(nowMs) })
  })
  afterAll(async () => {
    await context.end()
    await db.close()
  })

  it('names each kind once, with what is meant; usage counts by person', async () => {
    const shop = await testShop(context, { zhuguan: { roles: ['supervisor'] }, xiaoan: {}, xiaolin: {} })
    const boss = new TestSupervisor(context, shop, 'zhuguan')
    const put = (id: string, body: string, more = {}, daysOld = 10) => inTransaction(context, shop.tenant, (changes) => changes.put('script', {
      ...scriptContent(id, body, more), id: `${shop.tenant}-${id}`, personId: null, version: 1, updatedAtMs: nowMs - daysOld * DAY_MS, pinyin: '',
    }))
    await put('fresh', '昨天刚写好的一条话术，没有人来得及用它')
    await put('old', '很久以前写的一条话术，从来没有人用过它', {}, 200)
    await put('used', '以前常用的一条话术，三个月里没有人用它了', {}, 200)
    await put('promise', '预售的宝贝11月20日前都会发出')
    await put('broken', '您的订单{{order.numbr}}已经在路上了')
    await put('ended', '秋天的活动还有三天，快来看看吧', { validToMs: nowMs - 3 * DAY_MS })
    await put('edited', '这条话术每次都被客服改成别的样子')
    await put('twin', '这条话术每次都被客服改成别的样子呢')
    const use = (message: string, script: string, person: string, edited: number, daysAgo: number) => context.sql`insert into script_use ${context.sql({
      tenant: shop.tenant, message_id: message, script_id: `${shop.tenant}-${script}`, person_id: shop.people[person] ?? '', edited, at_ms: nowMs - daysAgo * DAY_MS,
    })}`
    await use('m0', 'used', 'xiaoan', 0, 120)
    for (let n = 1; n <= 6; n++) await use(`m${n}`, 'edited', n < 3 ? 'xiaolin' : 'xiaoan', 0.5, n)

    const found = (await boss.ask('hygiene', {})).map(({ kind, scriptId, otherId, words, value }) => (
      [kind, scriptId.slice(shop.tenant.length + 1), otherId?.slice(shop.tenant.length + 1) ?? words, value === null ? null : Math.round(value * 100) / 100]))
    expect(found).toHaveLength(7)
    expect(found).toEqual(expect.arrayContaining([
      ['expired_promise', 'promise', '11月20日', 1], ['broken_variable', 'broken', 'order.numbr', null], ['expired_campaign', 'ended', null, 3],
      ['near_duplicate', 'twin', 'edited', 0.94], ['most_edited', 'edited', null, 0.5], ['unused', 'old', null, null], ['unused', 'used', null, 120],
    ]))
    const usage = await boss.ask('usage', { days: 30 })
    expect(usage).toHaveLength(8)
    expect(usage.find(({ scriptId }) => scriptId.endsWith('-edited'))).toMatchObject({
      uses: 6, edited: 0.5, lastAtMs: nowMs - DAY_MS, people: [{ name: 'xiaoan', uses: 4 }, { name: 'xiaolin', uses: 2 }],
    })
    expect(usage.find(({ scriptId }) => scriptId.endsWith('-used'))).toMatchObject({ uses: 0, edited: null, lastAtMs: null, people: [] })
  })
})
