import type { Conversation } from '../../domain/entities/conversation.ts'
import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'
import type { Presence } from '../../domain/entities/people.ts'
import type { Clock } from '../../domain/ports.ts'
import { DUTY_JOBS } from '../duty/jobs.ts'
import type { ApiContext } from '../context.ts'
import { startJobs } from '../jobs/runner.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import type { Where } from '../store/entities.ts'
import { standingClock, testContext, testConversation, testShop } from '../store/test-context.ts'
import type { TestPerson, TestShop } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import { TestDesk } from './test-desk.ts'

interface DutyRig {
  ctx: ApiContext
  clock: Clock & { set(ms: number): void }
  shop: TestShop
  desk(account: string): TestDesk
  id(account: string): string
  /** An open conversation of this agent; `waits`: its customer has written and waits since now. */
  talk(account: string, options?: { waits?: boolean, customerId?: string }): Promise<Conversation>
  row<N extends EntityName>(name: N, id: string): Promise<EntityRow<N> | null>
  rows<N extends EntityName>(name: N, where?: Where<N>): Promise<EntityRow<N>[]>
  lines(conversationId: string): Promise<string[]>
  presence(account: string, fields: Partial<Presence>): Promise<void>
  /** Goes on by so many seconds and does what is due. */
  after(sec: number): Promise<void>
}

/** A shop on a real database with a clock that stands. @returns the rig, and how it ends */
export async function dutyRig(
  people: Record<string, TestPerson>, overrides: Partial<ApiContext> = {},
): Promise<DutyRig & { end(): Promise<void> }> {
  const db = await testDatabase(24)
  const clock = standingClock()
  const ctx = await testContext(db, { clock, ...overrides })
  const shop = await testShop(ctx, people)
  const jobs = startJobs(ctx, DUTY_JOBS, { loop: false })
  const id = (account: string) => shop.people[account]!
  const reader = async () => ({ tx: db.sql, tenant: shop.tenant, keys: await ctx.keys.of(db.sql, shop.tenant) })
  const desks = new Map<string, TestDesk>()
  return {
    ctx, clock, shop, id,
    desk: (account) => {
      const desk = desks.get(account) ?? new TestDesk(ctx, { tenant: shop.tenant, personId: id(account), deviceId: shop.devices[account]! })
      desks.set(account, desk)
      return desk
    },
    talk: async (account, { waits = false, customerId } = {}) => {
      const made = await testConversation(ctx, shop, id(account))
      const nowMs = clock.now()
      const timers = {
        ...made.timers, running: true, agentId: id(account), turnNo: 1,
        turn: waits ? { ...made.timers.turn, sinceMs: nowMs, greetingOnly: false, holdingAtMs: null, apologyAtMs: null } : null,
        first: { customerFromMs: nowMs, customerSettledAtMs: nowMs, agentFromMs: nowMs, agentSettledAtMs: waits ? null : nowMs },
      }
      const conversation = { ...made, timers, customerId: customerId ?? made.customerId }
      await inTransaction(ctx, shop.tenant, (changes) => changes.put('conversation', conversation))
      return conversation
    },
    row: async (name, rowId) => readEntity(await reader(), name, rowId),
    rows: async (name, where = {}) => listEntities(await reader(), name, where),
    lines: async (conversationId) => (await listEntities(await reader(), 'message', { conversationId }, { orderBy: 'position' }))
      .map(({ author, system, body }) => system?.kind ?? `${author}: ${body}`),
    presence: (account, fields) => inTransaction(ctx, shop.tenant, async (changes) => {
      const before = await readEntity(changes, 'presence', id(account))
      await changes.put('presence', { ...before!, sinceMs: clock.now(), ...fields })
    }),
    after: async (sec) => {
      clock.set(clock.now() + sec * 1_000)
      await jobs.runDue()
    },
    end: async () => {
      await jobs.stop()
      await ctx.end()
      await db.close()
    },
  }
}
