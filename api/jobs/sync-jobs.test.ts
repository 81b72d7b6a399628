import { afterAll, expect, test } from 'vitest'
import { storeAttachment } from '../channels/attachment-bytes.ts'
import { readEntity } from '../store/entities.ts'
import { grantedScopes } from '../store/grants.ts'
import { testConversation, testShop } from '../store/test-context.ts'
import { inTransaction } from '../store/transaction.ts'
import { TestDesk } from '../sync/test-desk.ts'
import { dutyRig } from '../sync/test-duty.ts'
import { addDelivery, startDeliveries } from './deliveries.ts'
import { startJobs } from './runner.ts'
import { SYNC_JOBS, trimDone, trimLog } from './sync-jobs.ts'

const rig = await dutyRig({ xiaoan: {} })
const { ctx, clock, shop } = rig
afterAll(() => rig.end())

test('a closed conversation leaves the desk after 4 hours, a reopened one stays', async () => {
  const owner = shop.people['xiaoan']!
  const [gone, stays] = [await testConversation(ctx, shop, owner), await testConversation(ctx, shop, owner)]
  const desk = rig.desk('xiaoan')
  for (const { id } of [gone, stays]) {
    await desk.do('conversation.close', { conversationId: id, withoutReply: true, enquiryClass: null, outcome: null })
  }
  await desk.do('conversation.reopen', { conversationId: stays.id })
  await desk.catchUp()
  clock.set(clock.now() + 4 * 3_600_000)
  const node = startJobs(ctx, SYNC_JOBS, { loop: false })
  await node.runDue()
  const scopes = await grantedScopes(ctx.sql, shop.tenant, owner)
  expect(scopes).not.toContain(`conversation:${gone.id}`)
  expect(scopes).toContain(`conversation:${stays.id}`)
  await desk.catchUp()
  expect(desk.rows.has(`conversation\n${gone.id}`)).toBe(false)
  expect(desk.rows.has(`conversation\n${stays.id}`)).toBe(true)
})

test('the log is cut below a floor: a desk above it goes on, one below it takes a snapshot', async () => {
  const fresh = await testShop(ctx)
  const conversation = await testConversation(ctx, fresh, fresh.people['xiaoan'])
  const auth = (name: string) => ({ tenant: fresh.tenant, personId: fresh.people[name]!, deviceId: fresh.devices[name]! })
  const [near, far] = [new TestDesk(ctx, auth('xiaoan')), new TestDesk(ctx, auth('xiaolin'))]
  await far.catchUp()
  const change = () => inTransaction(ctx, fresh.tenant, async (changes) => {
    const row = await readEntity(changes, 'conversation', conversation.id, { lock: true })
    await changes.put('conversation', { ...row!, priority: row!.priority + 1 })
  })
  for (let i = 0; i < 10; i++) await change()
  await near.catchUp()
  for (let i = 0; i < 5; i++) await change()
  await trimLog(ctx, fresh.tenant, 8)
  await near.catchUp()
  expect(near.rows.get(`conversation\n${conversation.id}`)?.row).toMatchObject({ priority: 15 })
  await expect(far.page()).rejects.toMatchObject({ status: 410, code: 'resync' })
})

test('what left the house goes after two weeks, a dead letter after a quarter; of pictures the bytes that no line holds', async () => {
  const fresh = await testShop(ctx)
  const conversation = await testConversation(ctx, fresh, fresh.people['xiaoan'])
  const [held, dropped] = [ctx.ids.next(), ctx.ids.next()]
  await inTransaction(ctx, fresh.tenant, async (changes) => {
    for (const id of [held, dropped]) {
      const picture = { id, name: 'a.png', mime: 'image/png' as const, size: 3, sha256: 'a'.repeat(64), width: 1, height: 1, bytes: Uint8Array.of(1, 2, 3) }
      await storeAttachment(changes, conversation.id, picture, clock.now())
    }
    await changes.put('message', {
      id: ctx.ids.next(), conversationId: conversation.id, position: 1, author: 'agent', authorId: fresh.people['xiaoan']!, lineKind: 'answer', scriptId: null,
      body: '', system: null, attachmentIds: [held], quoteId: null, mentions: [], clientAtMs: clock.now(), acceptedAtMs: clock.now(), deliveredAtMs: null,
    })
    for (const kind of ['arrives', 'dies', 'waits']) await addDelivery(changes, ctx.ids, clock.now(), { kind, payload: '{}' })
  })
  const node = startDeliveries(ctx, {
    arrives: () => Promise.resolve({ kind: 'done', status: 200 }), dies: () => Promise.resolve({ kind: 'dead', status: 410, error: 'gone' }),
  }, { loop: false })
  await node.runDue()
  const left = async () => {
    await trimDone(ctx, fresh.tenant)
    const kinds = await ctx.sql<{ kind: string }[]>`select kind from delivery where tenant = ${fresh.tenant} order by kind`
    const bytes = await ctx.sql<{ id: string }[]>`select attachment_id as id from attachment_chunk where tenant = ${fresh.tenant}`
    return { kinds: kinds.map(({ kind }) => kind), bytes: bytes.map(({ id }) => id).sort() }
  }
  expect(await left()).toEqual({ kinds: ['arrives', 'dies', 'waits'], bytes: [held, dropped].sort() })
  clock.set(clock.now() + 15 * 86_400_000)
  expect(await left()).toEqual({ kinds: ['dies', 'waits'], bytes: [held] })
  clock.set(clock.now() + 80 * 86_400_000)
  expect(await left()).toEqual({ kinds: ['waits'], bytes: [held] })
})

test('states and quarters of the wall are kept for 400 days', async () => {
  const fresh = await testShop(ctx)
  const atMs = clock.now()
  await ctx.sql`insert into presence_log (tenant, id, person_id, cause, from_state, to_state, at_ms, accepted_at_ms, late)
    values (${fresh.tenant}, 'one', ${fresh.people['xiaoan']!}, 'agent', 'off_duty', 'online', ${atMs}, ${atMs}, false)`
  await ctx.sql`insert into wall_quarter (tenant, team_id, quarter_ms) values (${fresh.tenant}, ${fresh.teamId}, ${atMs})`
  const left = async () => {
    await trimDone(ctx, fresh.tenant)
    const [rows] = await ctx.sql<{ n: number }[]>`select ((select count(*) from presence_log where tenant = ${fresh.tenant})
      + (select count(*) from wall_quarter where tenant = ${fresh.tenant}))::int as n`
    return rows?.n
  }
  clock.set(atMs + 399 * 86_400_000)
  expect(await left()).toBe(2)
  clock.set(atMs + 401 * 86_400_000)
  expect(await left()).toBe(0)
})
