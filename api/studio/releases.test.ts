import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Release } from '../../domain/entities/release.ts'
import { MOST_IN_RELEASE } from '../../domain/entities/plain-lists.ts'
import { DRAFTS_AT_ONCE } from '../../protocol/mutations.ts'
import type { StudioOutput } from '../../protocol/studio.ts'
import type { ApiContext } from '../context.ts'
import { readEntity } from '../store/entities.ts'
import { standingClock, testContext, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { TestDesk } from '../sync/test-desk.ts'
import { RELEASE_JOB, STUDIO_JOBS, lockPublishing, makeRelease } from './go-out.ts'
import { runReleases, scriptContent, TestSupervisor } from './test-studio.ts'

// Drafts, reviews, releases and taking them back, on real PostgreSQL.
const db = await testDatabase(24)
const clock = standingClock()
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
let chen: TestSupervisor
let wu: TestSupervisor
let agent: TestDesk
beforeAll(async () => {
  ctx = await testContext(db, { clock })
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})
beforeEach(async () => {
  shop = await testShop(ctx, { chen: { roles: ['supervisor'] }, wu: { roles: ['supervisor'] }, xiaoan: {} })
  chen = new TestSupervisor(ctx, shop, 'chen')
  wu = new TestSupervisor(ctx, shop, 'wu')
  agent = new TestDesk(ctx, { tenant: shop.tenant, personId: shop.people['xiaoan']!, deviceId: shop.devices['xiaoan']! })
  await chen.ask('settings.write', { reviewRequired: false })
})

const released = (out: StudioOutput<'release.publish'>): Release => {
  if (out.outcome !== 'released') throw new Error(out.outcome)
  return out.release
}
const problem = (code: string) => expect.objectContaining({ name: 'ProblemError', code }) as Error
const onDesk = async (entity: string): Promise<Record<string, unknown>[]> => {
  await agent.catchUp()
  return [...agent.rows].filter(([key]) => key.startsWith(`${entity}\n`)).map(([, { row }]) => row as Record<string, unknown>)
}
const count = async (table: string): Promise<number> => {
  const [row] = await db.sql<{ n: number }[]>`select count(*)::int as n from ${db.sql(table)} where tenant = ${shop.tenant}`
  return row?.n ?? 0
}

test('a release brings every change to the desks together; its drafts are gone, versions and audit stand', async () => {
  const old = await chen.liveScript('tk', '马上为您退款')
  const [fresh, knowledge] = [ctx.ids.next(), ctx.ids.next()]
  const drafts = [
    await chen.draft('script', old, 1, scriptContent('tk', '这就为您办理退款')),
    await chen.draft('script', fresh, 0, scriptContent('fp', '发票在订单完成后开具')),
    await chen.draft('knowledge', knowledge, 0, {
      question: '怎么开发票', solution: '订单完成后在订单页申请', scene: null, language: 'zh', tags: [], cases: [], mistakes: [], pictureIds: [],
      autoAnswer: { on: false, phrases: [] }, validFromMs: null, validToMs: null, audience: { teamIds: [], channelIds: [], tiers: [] },
      ownerId: null, reviewAtMs: null,
    }),
  ]
  const release = released(await chen.publish(drafts, { title: '退款新说法', note: '请看', mustRead: true }))
  expect(release).toMatchObject({ state: 'live', kind: 'content', itemCount: 3, mustRead: true, publishedAtMs: clock.now() })
  const scripts = await onDesk('script')
  expect(scripts.map(({ id, body, version }) => [id, body, version]).sort()).toEqual([
    [old, '这就为您办理退款', 2], [fresh, '发票在订单完成后开具', 1],
  ].sort())
  expect(scripts.find(({ id }) => id === fresh)?.['pinyin']).toContain('fa piao')
  // S5: nothing is without an owner and a day of review, a quarter from now.
  expect(scripts.find(({ id }) => id === fresh)).toMatchObject({ ownerId: shop.people['chen'], reviewAtMs: clock.now() + 91 * 86_400_000 })
  expect((await onDesk('knowledge')).map(({ question, version }) => [question, version])).toEqual([['怎么开发票', 1]])
  expect((await onDesk('release')).map(({ title }) => title)).toContain('退款新说法')
  expect(await count('content_draft')).toBe(0)
  const versions = await chen.ask('content.versions', { kind: 'script', id: old })
  expect(versions.map(({ version, content, releaseTitle, personName }) => [version, content['body'], releaseTitle, personName])).toEqual([
    [2, '这就为您办理退款', '退款新说法', 'chen'], [1, '马上为您退款', 'A release', 'chen'],
  ])
  const actions = await db.sql<{ action: string }[]>`select action from audit where tenant = ${shop.tenant} and subject = ${release.id}`
  expect(actions.map(({ action }) => action).sort()).toEqual(['release.out', 'release.published'])
})

test('the same request again is the same release; nothing is written twice', async () => {
  const draft = await chen.draft('script', ctx.ids.next(), 0, scriptContent('a', '您好'))
  const id = ctx.ids.next()
  const first = released(await chen.publish([draft], { id }))
  expect(released(await chen.publish([draft], { id }))).toEqual(first)
  expect([await count('content_version'), await count('release')]).toEqual([1, 1])
  await expect(wu.publish([], { id })).rejects.toEqual(problem('id_taken'))
})

test('S: a review takes a second person; what was changed after it has to be reviewed again', async () => {
  await chen.ask('settings.write', { reviewRequired: true })
  const target = ctx.ids.next()
  const draft = await chen.draft('script', target, 0, scriptContent('a', '您好'))
  expect(await chen.publish([draft])).toEqual({ outcome: 'not_reviewed', draftIds: [draft] })
  await expect(wu.ask('draft.judge', { id: draft, approve: true, note: null })).rejects.toEqual(problem('not_in_review'))
  await expect(wu.ask('draft.submit', { id: draft })).rejects.toEqual(problem('not_allowed'))
  await chen.ask('draft.submit', { id: draft })
  await expect(chen.ask('draft.judge', { id: draft, approve: true, note: null })).rejects.toEqual(problem('own_draft'))
  await wu.ask('draft.judge', { id: draft, approve: false, note: '太短' })
  await wu.desk.catchUp()
  expect(wu.desk.rows.get(`content_draft\n${draft}`)?.row).toMatchObject({ state: 'draft', reviewNote: '太短', reviewerId: shop.people['wu'] })
  await chen.ask('draft.submit', { id: draft })
  await wu.ask('draft.judge', { id: draft, approve: true, note: null })
  await chen.desk.do('studio.draft_put', { draftId: draft, kind: 'script', targetId: target, baseVersion: 0, action: 'put', content: scriptContent('a', '您好呀') })
  expect(await wu.publish([draft])).toEqual({ outcome: 'not_reviewed', draftIds: [draft] })
  await chen.ask('draft.submit', { id: draft })
  await wu.ask('draft.judge', { id: draft, approve: true, note: null })
  expect(released(await wu.publish([draft])).state).toBe('live')
  expect((await onDesk('script')).map(({ body }) => body)).toEqual(['您好呀'])
})

test('what is unfinished goes neither to review nor out, and names its fields; with it nothing else goes', async () => {
  const good = await chen.draft('script', ctx.ids.next(), 0, scriptContent('a', '您好'))
  const bad = await chen.draft('script', ctx.ids.next(), 0, { ...scriptContent('b', ''), title: ' ' })
  const reversed = await chen.draft('script', ctx.ids.next(), 0, scriptContent('c', '活动', { validFromMs: 2_000, validToMs: 1_000 }))
  await expect(chen.ask('draft.submit', { id: bad })).rejects.toMatchObject({ code: 'unfinished', extra: { detail: 'title,body' } })
  expect(await chen.publish([good, bad, reversed])).toEqual({ outcome: 'unfinished', drafts: expect.arrayContaining([
    { draftId: bad, fields: ['title', 'body'] }, { draftId: reversed, fields: ['validToMs'] },
  ]) as unknown })
  expect([await count('script'), await count('release'), await count('content_draft')]).toEqual([0, 0, 3])
  await expect(chen.publish([good, ctx.ids.next()])).rejects.toEqual(problem('not_found'))
})

test('C6: a script whose words could not be sent does not go out; variables are no fault', async () => {
  const rule = {
    rule: 'C1', severity: 'block', language: 'zh', wordings: ['不归我管'], exceptions: [], positive: '我帮您联系同事', reason: null, active: true,
  }
  released(await chen.publish([await chen.draft('language_rule', ctx.ids.next(), 0, rule)]))
  const bad = await chen.draft('script', ctx.ids.next(), 0, scriptContent('a', '这个 不 归 我管'))
  await expect(chen.ask('draft.submit', { id: bad })).rejects.toMatchObject({ code: 'unfinished', extra: { detail: 'body' } })
  expect(await chen.publish([bad])).toEqual({ outcome: 'unfinished', drafts: [{ draftId: bad, fields: ['body'] }] })
  released(await chen.publish([await chen.draft('script', ctx.ids.next(), 0, scriptContent('b', '{{customer.name|亲}}，我帮您联系同事'))]))
})

test('two supervisors edit one script: the second is shown base and live, and loses nothing', async () => {
  const id = await chen.liveScript('tk', '一')
  const mineToo = await wu.draft('script', id, 1, scriptContent('tk', '三'))
  released(await chen.publish([await chen.draft('script', id, 1, scriptContent('tk', '二'))]))
  const out = await wu.publish([mineToo])
  expect(out).toMatchObject({ outcome: 'conflict', conflicts: [{
    draftId: mineToo, kind: 'script', targetId: id, liveVersion: 2, base: { body: '一' }, live: { body: '二' },
  }] })
  expect((await onDesk('script')).map(({ body }) => body)).toEqual(['二'])
  expect(await count('content_draft')).toBe(1)
  await wu.desk.do('studio.draft_put', { draftId: mineToo, kind: 'script', targetId: id, baseVersion: 2, action: 'put', content: scriptContent('tk', '二三') })
  released(await wu.publish([mineToo]))
  expect((await chen.read('script', id))).toMatchObject({ body: '二三', version: 3 })
})

test('race: of publishers of one script at the same time exactly one gets it, whatever else they carry', async () => {
  const ids = [await chen.liveScript('a', '一'), await chen.liveScript('b', '一'), await chen.liveScript('c', '一')]
  for (let round = 1; round <= 4; round++) {
    const writers = [chen, wu, chen, wu]
    const drafts: string[][] = []
    for (const [n, who] of writers.entries()) {
      const own: string[] = []
      for (const id of n % 2 === 0 ? ids : [...ids].reverse()) own.push(await who.draft('script', id, round, scriptContent('x', `${round}-${n}`)))
      drafts.push(own)
    }
    const outs = await Promise.all(writers.map((who, n) => who.publish(drafts[n]!)))
    for (const [n, who] of writers.entries()) if (outs[n]!.outcome === 'conflict') for (const draftId of drafts[n]!) await who.desk.do('studio.draft_drop', { draftId })
    expect(outs.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'conflict', 'released'])
    const bodies = (await Promise.all(ids.map((id) => chen.read('script', id)))).map((script) => `${script!.version} ${script!.body}`)
    expect(new Set(bodies).size).toBe(1)
    expect(bodies[0]).toMatch(`${round + 1} ${round}-`)
  }
})

test('undo brings back what was live before, as a release of its own; what somebody changed since stays and is named', async () => {
  const [a, b, gone] = [await chen.liveScript('a', '一'), await chen.liveScript('b', '一'), await chen.liveScript('g', '旧')]
  const fresh = ctx.ids.next()
  const release = released(await chen.publish([
    await chen.draft('script', a, 1, scriptContent('a', '二')), await chen.draft('script', b, 1, scriptContent('b', '二')),
    await chen.draft('script', fresh, 0, scriptContent('f', '新')), await chen.draft('script', gone, 1, null),
  ]))
  expect(await chen.read('script', gone)).toBeNull()
  released(await wu.publish([await wu.draft('script', b, 2, scriptContent('b', '三'))]))
  const back = ctx.ids.next()
  const undone = await wu.ask('release.undo', { id: back, releaseId: release.id })
  expect(undone.release).toMatchObject({ undoes: release.id, state: 'live', itemCount: 3 })
  expect(undone.changedSince).toEqual([{ kind: 'script', id: b }])
  expect(await wu.ask('release.undo', { id: back, releaseId: release.id })).toEqual(undone)
  expect((await onDesk('script')).map(({ code, body, version }) => [code, body, version]).sort()).toEqual([['a', '一', 3], ['b', '三', 3], ['g', '旧', 3]])
  expect(agent.rows.get(`release\n${release.id}`)?.row).toMatchObject({ state: 'undone' })
  await expect(wu.ask('release.undo', { id: ctx.ids.next(), releaseId: release.id })).rejects.toEqual(problem('already_undone'))
  // And forward again.
  const again = await chen.ask('release.undo', { id: ctx.ids.next(), releaseId: back })
  expect(again.changedSince).toEqual([])
  expect((await onDesk('script')).map(({ code, body }) => [code, body]).sort()).toEqual([['a', '二'], ['b', '三'], ['f', '新']])
})

test('what was seeded or set up by a route has a first version, too: it is shown, conflicts and comes back', async () => {
  const id = ctx.ids.next()
  await inTransaction(ctx, shop.tenant, (changes) => changes.put('script', {
    ...scriptContent('s', '种子'), id, personId: null, version: 1, updatedAtMs: clock.now(), pinyin: '',
  }))
  expect((await chen.ask('content.versions', { kind: 'script', id })).map(({ version, content, personId }) => [version, content['body'], personId]))
    .toEqual([[1, '种子', null]])
  const release = released(await chen.publish([await chen.draft('script', id, 1, scriptContent('s', '新的'))]))
  expect((await wu.publish([await wu.draft('script', id, 0, scriptContent('s', '也是新的'))])).outcome).toBe('conflict')
  await chen.ask('release.undo', { id: ctx.ids.next(), releaseId: release.id })
  expect(await chen.read('script', id)).toMatchObject({ body: '种子', version: 3 })
})

test('opening hours: version 0 is how the shop was set up, and comes back', async () => {
  const hours = { openingHours: { timeZone: 'Asia/Shanghai', periods: [{ weekday: 1, fromMin: 540, toMin: 1080 }], holidays: [] }, automaticReply: '稍等', closedNotice: null }
  const draft = await chen.draft('hours', shop.channelId, 0, hours)
  const out = await chen.publish([draft])
  const release = released(out)
  expect(release.items).toEqual([{ kind: 'hours', id: shop.channelId, title: 'Web', action: 'put', version: 1 }])
  expect((await onDesk('channel'))[0]).toMatchObject({ automaticReply: '稍等', name: 'Web' })
  expect((await wu.publish([await wu.draft('hours', shop.channelId, 0, hours)])).outcome).toBe('conflict')
  await chen.ask('release.undo', { id: ctx.ids.next(), releaseId: release.id })
  expect((await onDesk('channel'))[0]).toMatchObject({ automaticReply: null, openingHours: { periods: [] } })
  const retiring = await chen.draft('hours', shop.channelId, 2, null)
  expect(await chen.publish([retiring])).toEqual({ outcome: 'unfinished', drafts: [{ draftId: retiring, fields: ['action'] }] })
})

test('figures keep who changed which of them when; undone, the standard ones hold again', async () => {
  const set = async (who: TestSupervisor, base: number, given: Record<string, number>) => (
    released(await who.publish([await who.draft('figures', shop.teamId, base, { given })])))
  const first = await set(chen, 0, { firstReplySec: 10 })
  clock.set(clock.now() + 60_000)
  await set(wu, 1, { firstReplySec: 10, averageReplySec: 25 })
  const [row] = await onDesk('figures')
  expect(row).toMatchObject({ id: shop.teamId, version: 2, given: { firstReplySec: 10, averageReplySec: 25 } })
  expect(row?.['changes']).toEqual({
    firstReplySec: { personId: shop.people['chen'], atMs: clock.now() - 60_000 },
    averageReplySec: { personId: shop.people['wu'], atMs: clock.now() },
  })
  expect((await chen.ask('release.undo', { id: ctx.ids.next(), releaseId: first.id })).changedSince).toEqual([{ kind: 'figures', id: shop.teamId }])
  expect((await onDesk('team'))[0]).toMatchObject({ timers: { firstReplySec: 10, averageReplySec: 25 } })
  const absurd = await chen.draft('figures', shop.teamId, 2, { given: { firstReplySec: -1, mood: 3 } })
  expect(await chen.publish([absurd])).toMatchObject({ outcome: 'unfinished', drafts: [{ draftId: absurd, fields: ['given.mood', 'given.firstReplySec'] }] })
  const elsewhere = await chen.draft('figures', 'no-team', 0, { given: {} })
  expect(await chen.publish([elsewhere])).toEqual({ outcome: 'unfinished', drafts: [{ draftId: elsewhere, fields: ['id'] }] })
})

test('personal scripts are touched by nobody else', async () => {
  const scriptId = ctx.ids.next()
  await agent.do('script.personal_put', { scriptId, code: 'p', stage: 'care', scene: null, title: 'Mine', body: '我的', language: 'zh', tags: [], pictureIds: [] })
  for (const content of [scriptContent('p', '不是'), null]) {
    const draft = await chen.draft('script', scriptId, 1, content)
    expect(await chen.publish([draft])).toEqual({ outcome: 'unfinished', drafts: [{ draftId: draft, fields: ['id'] }] })
  }
  expect(await chen.ask('content.versions', { kind: 'script', id: scriptId })).toEqual([])
  expect(await chen.read('script', scriptId)).toMatchObject({ body: '我的' })
})

test('scheduled: out at its time and not before; cancelled, never; a draft changed since stays', async () => {
  const target = ctx.ids.next()
  const draft = await chen.draft('script', target, 0, scriptContent('s', '周一起'))
  const atMs = clock.now() + 3_600_000
  const release = released(await chen.publish([draft], { publishAtMs: atMs }))
  const other = released(await chen.publish([await chen.draft('script', ctx.ids.next(), 0, scriptContent('x', '不会'))], { publishAtMs: atMs }))
  expect(release).toMatchObject({ state: 'scheduled', publishAtMs: atMs, publishedAtMs: null })
  expect(await onDesk('release')).toEqual([])
  await chen.desk.do('studio.draft_put', { draftId: draft, kind: 'script', targetId: target, baseVersion: 0, action: 'put', content: scriptContent('s', '再想想') })
  await wu.ask('release.cancel', { id: other.id })
  expect(await runReleases(ctx)).toBe(0)
  clock.set(atMs)
  expect(await runReleases(ctx)).toBe(1)
  expect((await onDesk('script')).map(({ body }) => body)).toEqual(['周一起'])
  expect((await onDesk('release')).map(({ state }) => state)).toEqual(['live'])
  expect(await count('content_draft')).toBe(1 + 1)
  await expect(chen.ask('release.cancel', { id: release.id })).rejects.toEqual(problem('already_out'))
})

test('scheduled over a version that somebody replaced meanwhile: it stops as a whole and says so', async () => {
  const [a, b] = [await chen.liveScript('a', '一'), await chen.liveScript('b', '一')]
  const drafts = [await chen.draft('script', a, 1, scriptContent('a', '二')), await chen.draft('script', b, 1, scriptContent('b', '二'))]
  const release = released(await chen.publish(drafts, { publishAtMs: clock.now() + 1_000 }))
  released(await wu.publish([await wu.draft('script', b, 1, scriptContent('b', '急'))]))
  clock.set(clock.now() + 1_000)
  await runReleases(ctx)
  await chen.desk.catchUp()
  expect(chen.desk.rows.get(`release\n${release.id}`)?.row).toMatchObject({ state: 'stopped' })
  expect((await onDesk('script')).map(({ body }) => body).sort()).toEqual(['一', '急'])
  expect(await count('content_draft')).toBe(2)
})

test('a version holds who looks through it and when, as its row does; what its author said stands', async () => {
  const [script, told] = [await chen.liveScript('tk', '马上为您退款'), ctx.ids.next()]
  released(await chen.publish([await chen.draft('script', told, 0, scriptContent('fp', '发票', { ownerId: 'wu', reviewAtMs: 5 }))]))
  for (const id of [script, told]) {
    const row = await chen.read('script', id)
    const [version] = await chen.ask('content.versions', { kind: 'script', id })
    expect(version?.content).toMatchObject({ ownerId: row?.ownerId, reviewAtMs: row?.reviewAtMs })
    expect(row?.ownerId).toBe(id === told ? 'wu' : chen.actor.personId)
    expect(row?.reviewAtMs).toBeGreaterThan(0)
  }
})

test('two thousand drafts, written eighty at a time, are one release; a part that somebody may not write is refused as a whole', async () => {
  const targets = Array.from({ length: MOST_IN_RELEASE }, () => ctx.ids.next())
  const drafts = targets.map((targetId, n) => ({
    draftId: ctx.ids.next(), kind: 'script' as const, targetId, baseVersion: 0, action: 'put' as const, content: scriptContent(`m${n}`, `正文${n}`),
  }))
  for (let from = 0; from < drafts.length; from += DRAFTS_AT_ONCE) {
    expect(await chen.desk.do('studio.drafts_put', { drafts: drafts.slice(from, from + DRAFTS_AT_ONCE) })).toMatchObject({ status: 'applied' })
  }
  const others = { ...drafts[0]!, draftId: ctx.ids.next() }
  expect(await wu.desk.do('studio.drafts_put', { drafts: [others, drafts[1]!] })).toMatchObject({ code: 'not_allowed' })
  expect(await wu.desk.do('studio.drafts_drop', { draftIds: [drafts[1]!.draftId] })).toMatchObject({ code: 'not_allowed' })
  expect(await chen.desk.do('studio.drafts_put', { drafts: [others, others] })).toMatchObject({ code: 'invalid' })
  expect(await agent.do('studio.drafts_put', { drafts: [others] })).toMatchObject({ code: 'not_allowed' })
  expect(await count('content_draft')).toBe(MOST_IN_RELEASE)
  expect(released(await chen.publish(drafts.map(({ draftId }) => draftId)))).toMatchObject({ state: 'publishing', itemCount: MOST_IN_RELEASE })
  await runReleases(ctx)
  expect(await count('script')).toBe(MOST_IN_RELEASE)
  expect(await count('content_draft')).toBe(0)
  expect(await chen.desk.do('studio.drafts_drop', { draftIds: [others.draftId] })).toMatchObject({ status: 'applied' })
})

test('a large release goes in parts, survives a crash in the middle, and what others publish meanwhile wins', async () => {
  const ids = Array.from({ length: 130 }, () => ctx.ids.next())
  const drafts: string[] = []
  for (const [n, id] of ids.entries()) drafts.push(await chen.draft('script', id, 0, scriptContent(`c${n}`, `正文${n}`)))
  const release = released(await chen.publish(drafts))
  expect(release).toMatchObject({ state: 'publishing', itemCount: 130 })
  expect(await onDesk('release')).toEqual([])
  // The process dies in the second part: whatever it had in hand is rolled back, and the job is taken again.
  let parts = 0
  const dying = { ...ctx, hub: { ...ctx.hub, committed: () => { if (++parts === 2) throw new Error('killed') } } }
  await runReleases(dying)
  expect(await count('script')).toBe(90)
  // Meanwhile another supervisor is already over one that has not come out yet.
  const late = ids.at(-1)!
  released(await wu.publish([await wu.draft('script', late, 1, scriptContent('late', '更新'))]))
  clock.set(clock.now() + 60_000)
  await runReleases(ctx)
  expect(await count('script')).toBe(130)
  expect(await chen.read('script', late)).toMatchObject({ body: '更新', version: 2 })
  expect((await onDesk('release')).map(({ state, itemCount }) => [state, itemCount])).toContainEqual(['live', 130])
  expect(await count('content_draft')).toBe(0)
  const undone = await chen.ask('release.undo', { id: ctx.ids.next(), releaseId: release.id })
  expect(undone).toMatchObject({ release: { state: 'publishing', itemCount: 129 }, changedSince: [{ kind: 'script', id: late }] })
  await runReleases(ctx)
  expect((await onDesk('script')).map(({ body }) => body)).toEqual(['更新'])
})

test('race: of two nodes with the same job each part goes out once, whoever is quicker, and one that stops leaves the rest', async () => {
  const ids = Array.from({ length: 400 }, () => ctx.ids.next())
  const releaseId = ctx.ids.next()
  await inTransaction(ctx, shop.tenant, async (changes) => {
    await lockPublishing(changes)
    await makeRelease(ctx, changes, {
      id: releaseId, kind: 'content', title: 'Many', note: '', mustRead: false, publishAtMs: clock.now(), authorId: shop.people['chen']!, undoes: null, teamIds: [],
    }, ids.map((id, n) => ({
      kind: 'script' as const, id, title: '', action: 'put' as const, baseVersion: 0, content: scriptContent(`m${n}`, `正文${n}`), draftId: null, draftSeq: null,
    })))
  })
  const nodes = await Promise.all([0, 1, 2].map(() => testContext(db, { clock })))
  const go = STUDIO_JOBS[RELEASE_JOB]!
  const stopped = new AbortController()
  stopped.abort()
  expect(await go(nodes[2]!, shop.tenant, releaseId, stopped.signal)).toBe('unfinished')
  expect(await count('script')).toBe(0)
  const on = new AbortController().signal
  expect(await Promise.all([go(nodes[0]!, shop.tenant, releaseId, on), go(nodes[1]!, shop.tenant, releaseId, on)])).toEqual([undefined, undefined])
  for (const node of nodes) await node.end()
  expect(await count('script')).toBe(400)
  const [parts] = await db.sql<{ rows: number, commits: number }[]>`
    select count(*)::int as rows, count(distinct seq)::int as commits from change where tenant = ${shop.tenant} and entity = 'script'`
  // 90 change rows a commit: nothing was written twice, by either of them.
  expect(parts).toEqual({ rows: 400, commits: 5 })
  expect(await db.sql`select 1 from release_out where tenant = ${shop.tenant} and release_id = ${releaseId}`).toHaveLength(1)
  await agent.catchUp()
  expect((await onDesk('script')).map(({ body, version }) => `${body as string} ${version as number}`).sort()).toEqual(ids.map((_, n) => `正文${n} 1`).sort())
})

test('a notice is a release without drafts; an agent confirms it once', async () => {
  const release = released(await chen.publish([], { title: '今晚班会', note: '20:00', mustRead: true }))
  expect(release).toMatchObject({ kind: 'notice', state: 'live', itemCount: 0 })
  expect((await onDesk('release')).map(({ title }) => title)).toEqual(['今晚班会'])
  await agent.do('release.read', { readId: ctx.ids.next(), releaseId: release.id })
  await agent.do('release.read', { readId: ctx.ids.next(), releaseId: release.id })
  expect(await count('release_read')).toBe(1)
  expect(await inTransaction(ctx, shop.tenant, (changes) => readEntity(changes, 'release', release.id))).toMatchObject({ state: 'live' })
})
