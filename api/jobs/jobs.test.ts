import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiContext } from '../context.ts'
import { standingClock, testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { addDelivery, startDeliveries } from './deliveries.ts'
import { startJobs } from './runner.ts'
import { setJob } from './schedule.ts'

const db = await testDatabase(12)
const clock = standingClock()
const START = clock.now()
let ctx: ApiContext & { end(): Promise<void> }
let shop: TestShop
beforeAll(async () => {
  ctx = await testContext(db, { clock })
  shop = await testShop(ctx)
})
afterAll(async () => {
  await ctx.end()
  await db.close()
})

test('a job runs once, whichever of two nodes takes it, and not before its time', async () => {
  const ran: string[] = []
  const nodes = [0, 1].map(() => startJobs(ctx, { ring: async (_context, _tenant, key) => { ran.push(key) } }, { loop: false }))
  for (let i = 0; i < 40; i++) await setJob(db.sql, shop.tenant, 'ring', `k${i}`, START + 1_000)
  await Promise.all(nodes.map((node) => node.runDue()))
  expect(ran).toEqual([])
  clock.set(START + 1_000)
  await Promise.all(nodes.map((node) => node.runDue()))
  expect(ran.length).toBe(40)
  expect(new Set(ran).size).toBe(40)
  expect(await db.sql`select 1 from job where kind = 'ring'`).toHaveLength(0)
})

test('a job that throws comes again later; one set anew while it runs stays for its new time', async () => {
  let runs = 0
  const node = startJobs(ctx, {
    flaky: async () => {
      runs += 1
      if (runs === 1) throw new Error('not yet')
      if (runs === 2) await setJob(db.sql, shop.tenant, 'flaky', 'a', clock.now() + 500)
    },
  }, { loop: false })
  await setJob(db.sql, shop.tenant, 'flaky', 'a', clock.now())
  expect(await node.runDue()).toBe(1)
  expect(await node.runDue()).toBe(0)
  clock.set(clock.now() + 1_000)
  expect(await node.runDue()).toBe(1)
  expect(await db.sql`select 1 from job where kind = 'flaky'`).toHaveLength(1)
  clock.set(clock.now() + 500)
  expect(await node.runDue()).toBe(1)
  expect(await db.sql`select 1 from job where kind = 'flaky'`).toHaveLength(0)
  expect(runs).toBe(3)
})

/** By the database's clock, as leases are. */
const leaseOf = async (kind: string): Promise<{ leftMs: number, takenBy: string | null } | undefined> => {
  const [row] = await db.sql<{ leftMs: number, takenBy: string | null }[]>`
    select taken_until_ms - (extract(epoch from clock_timestamp()) * 1000)::bigint as "leftMs", taken_by as "takenBy" from job where kind = ${kind}`
  return row
}
/** As if its node were not heard any more. */
const forget = (kind: string) => db.sql`update job set taken_until_ms = taken_until_ms - 8001 where kind = ${kind}`
const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => { open = resolve })
  return { open, opened }
}

test('a job of a node that died is taken by another within 8 s; whose clock is wrong by a day changes nothing', async () => {
  await setJob(db.sql, shop.tenant, 'dead', 'a', clock.now())
  const { opened, open } = gate()
  const died = startJobs(ctx, { dead: () => opened }, { loop: false })
  const dying = died.runDue()
  await expect.poll(() => leaseOf('dead')).toMatchObject({ takenBy: expect.any(String) as unknown })
  expect((await leaseOf('dead'))!.leftMs).toBeLessThanOrEqual(8_000)
  let ran = 0
  const early = startJobs({ ...ctx, clock: { ...clock, now: () => clock.now() + 86_400_000 } }, { dead: async () => { ran += 1 } }, { loop: false })
  expect(await early.runDue()).toBe(0)
  await forget('dead')
  expect(await early.runDue()).toBe(1)
  expect(ran).toBe(1)
  open()
  await dying
})

test('a running job is held for as long as it runs, and one that was taken by another neither ends it nor sets it back', async () => {
  await setJob(db.sql, shop.tenant, 'long', 'a', clock.now())
  const beats: (() => void)[] = []
  const beating = { ...clock, sleep: (_ms: number, signal?: AbortSignal) => new Promise<void>((resolve, reject) => {
    beats.push(resolve)
    signal?.addEventListener('abort', () => { reject(new Error('over')) })
  }) }
  const first = gate()
  const second = gate()
  const signals: AbortSignal[] = []
  const node = startJobs({ ...ctx, clock: beating }, {
    long: async (_context, _tenant, _key, signal) => {
      signals.push(signal)
      await first.opened
      throw new Error('late')
    },
  }, { loop: false })
  const running = node.runDue()
  const beat = async () => {
    await expect.poll(() => beats.length).toBeGreaterThan(0)
    for (const next of beats.splice(0)) next()
  }
  await expect.poll(() => signals.length).toBe(1)
  await db.sql`update job set taken_until_ms = taken_until_ms - 5000 where kind = 'long'`
  await expect.poll(async () => {
    await beat()
    return (await leaseOf('long'))!.leftMs > 5_000
  }).toBe(true)
  expect(signals[0]!.aborted).toBe(false)

  await forget('long')
  const other = startJobs(ctx, { long: () => second.opened }, { loop: false })
  const others = other.runDue()
  await expect.poll(async () => (await leaseOf('long'))!.leftMs > 0).toBe(true)
  const taken = (await leaseOf('long'))!.takenBy
  await expect.poll(async () => {
    await beat()
    return signals[0]!.aborted
  }).toBe(true)
  first.open()
  await running
  // It failed on the first node, late: the second still has it, on its own terms.
  expect(await leaseOf('long')).toMatchObject({ takenBy: taken })
  second.open()
  await others
  expect(await leaseOf('long')).toBeUndefined()
})

test('a node that ends leaves a long job where it stands, and another goes on at once', async () => {
  await setJob(db.sql, shop.tenant, 'parts', 'a', clock.now())
  const parts: string[] = []
  const work = (name: string) => async (_context: ApiContext, _tenant: string, _key: string, signal: AbortSignal) => {
    while (parts.length < 1_000) {
      if (signal.aborted) return 'unfinished' as const
      parts.push(name)
      if (parts.length > 5 && name === 'second') return undefined
      await clock.sleep(1)
    }
    return undefined
  }
  const first = startJobs(ctx, { parts: work('first') })
  await expect.poll(() => parts.length).toBeGreaterThan(2)
  await first.stop()
  const left = parts.length
  const second = startJobs(ctx, { parts: work('second') }, { loop: false })
  expect(await second.runDue()).toBe(1)
  expect(parts.slice(left)).toContain('second')
  expect(await leaseOf('parts')).toBeUndefined()
})

test('a job that fails because the database is away is taken again as soon as it is there, by the same node', async () => {
  await setJob(db.sql, shop.tenant, 'cut', 'a', clock.now())
  let away = false
  // Statements fail as on a lost connection, until it is there again; parts of statements are never sent by themselves.
  const fails = () => Promise.reject(Object.assign(new Error('cut'), { code: 'CONNECTION_CLOSED' }))
  const cutting = new Proxy(db.sql, { apply: (target, self, args) => (
    away ? { then: (...hear: []) => fails().then(...hear), catch: (...hear: []) => fails().catch(...hear) } : Reflect.apply(target, self, args) as unknown) })
  let runs = 0
  const node = startJobs({ ...ctx, sql: cutting }, {
    cut: async () => {
      runs += 1
      if (runs > 1) return
      away = true
      throw new Error('lost in the middle')
    },
  }, { loop: false })
  await expect(node.runDue()).rejects.toThrow('cut')
  away = false
  // Another node has to wait for the end of the lease.
  expect(await startJobs(ctx, { cut: async () => { runs += 10 } }, { loop: false }).runDue()).toBe(0)
  expect(await node.runDue()).toBe(1)
  expect(runs).toBe(2)
  expect(await leaseOf('cut')).toBeUndefined()
})

test('a long job keeps none of the others waiting', async () => {
  const { opened, open } = gate()
  const ran: string[] = []
  const node = startJobs(ctx, { slow: () => opened, quick: async (_context, _tenant, key) => { ran.push(key) } })
  await setJob(db.sql, shop.tenant, 'slow', 'a', clock.now())
  await expect.poll(() => leaseOf('slow')).toMatchObject({ takenBy: expect.any(String) as unknown })
  await setJob(db.sql, shop.tenant, 'quick', 'b', clock.now())
  await expect.poll(() => ran).toEqual(['b'])
  open()
  await node.stop()
})

test('deliveries of one conversation leave in order, at least once, and dead ones stay to be seen', async () => {
  const conversation = await testConversation(ctx, shop)
  const ids = await inTransaction(ctx, shop.tenant, async (changes) => {
    const list: string[] = []
    for (const payload of ['first', 'second', 'third']) {
      list.push(await addDelivery(changes, ctx.ids, clock.now(), { kind: 'post', payload, conversationId: conversation.id }))
    }
    return list
  })
  const [raw] = await db.sql<{ cipher: Buffer }[]>`select payload_cipher as cipher from delivery where id = ${ids[0]!}`
  expect(raw?.cipher.includes(Buffer.from('first'))).toBe(false)
  const sent: string[] = []
  const node = startDeliveries(ctx, {
    post: async (_context, { payload, attempts }) => {
      if (payload === 'second' && attempts === 1) return { kind: 'retry', atMs: clock.now() + 5_000, status: 503, error: 'busy' }
      if (payload === 'third') return { kind: 'dead', status: 410, error: 'gone' }
      sent.push(payload)
      return { kind: 'done', status: 200 }
    },
  }, { loop: false })
  await node.runDue()
  expect(sent).toEqual(['first'])
  clock.set(clock.now() + 5_000)
  await node.runDue()
  expect(sent).toEqual(['first', 'second'])
  const states = await db.sql`select state, last_status from delivery where tenant = ${shop.tenant} order by created_at_ms, id`
  expect(states.map((row) => `${row['state']} ${row['last_status']}`)).toEqual(['done 200', 'done 200', 'dead 410'])
})
