import { randomBytes } from 'node:crypto'
import pino from 'pino'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Presence, Role } from '../../domain/entities/people.ts'
import { TimerPolicy } from '../../domain/entities/team.ts'
import type { Clock } from '../../domain/ports.ts'
import { NO_TIMERS } from '../../domain/timers/state.ts'
import type { ApiContext } from '../context.ts'
import { systemClock } from '../edge/clock.ts'
import { systemIds, systemRandom } from '../edge/ids.ts'
import { makeWakes } from '../jobs/wakes.ts'
import { startHub } from '../sync/hub.ts'
import { openKeyRing } from './crypto.ts'
import { connect } from './database.ts'
import type { TestDatabase } from './test-database.ts'
import { createTenant } from './tenants.ts'
import { inTransaction } from './transaction.ts'

/** A wall clock that stands where it is put; sleeping is real, so that waits for the database work. */
export function standingClock(startMs = 1_760_000_000_000): Clock & { set(ms: number): void } {
  let now = startMs
  return { ...systemClock, now: () => now, set: (ms) => { now = ms } }
}

/** A whole context on a test database; routing and channels note nothing. Two of them on one database are two nodes. */
export async function testContext(
  db: TestDatabase, overrides: Partial<ApiContext> & { masterKey?: string } = {},
): Promise<ApiContext & { end(): Promise<void> }> {
  const { masterKey = TEST_MASTER_KEY, ...rest } = overrides
  const listenSql = connect(db.url, 1)
  const base = {
    sql: db.sql, listenSql, clock: systemClock, ids: systemIds, random: systemRandom, keys: openKeyRing(masterKey),
    log: pino({ level: 'silent' }),
    config: { signingKey: Buffer.from('test-signing-key'), publicUrl: 'http://127.0.0.1', production: false, demo: false },
    routing: { wake: () => undefined }, channels: { deliver: () => Promise.resolve() }, jobs: makeWakes(), ...rest,
  }
  const hub = overrides.hub ?? await startHub(base)
  return {
    ...base, hub,
    end: async () => {
      await hub.close()
      await listenSql.end({ timeout: 1 })
    },
  }
}

/** A person's state by their own choice, heard of. */
export function presenceRow(id: string, state: Presence['state'], sinceMs: number): Presence {
  return { id, state, reason: null, sinceMs, cause: 'agent', byId: null, untilMs: null, reachable: true }
}

export const TEST_MASTER_KEY = Buffer.alloc(32, 7).toString('base64')

export interface TestShop {
  tenant: string
  teamId: string
  channelId: string
  /** Person ids by account. */
  people: Record<string, string>
  /** One active device each, by account. */
  devices: Record<string, string>
}

const DEFAULT_ROLES: Role[] = ['agent']

export interface TestPerson {
  roles?: Role[]
  limit?: number
  teams?: boolean
}

/** A shop with one team, one web chat channel, and people with one device each. */
export async function testShop(
  ctx: ApiContext, people: Record<string, TestPerson> = { xiaoan: {}, xiaolin: {} },
): Promise<TestShop> {
  const suffix = randomBytes(4).toString('hex')
  const tenant = await createTenant(ctx, { shop: `shop-${suffix}`, name: 'Test shop' })
  const shop: TestShop = { tenant, teamId: `team-${suffix}`, channelId: `channel-${suffix}`, people: {}, devices: {} }
  await inTransaction(ctx, tenant, async (changes) => {
    await changes.put('team', {
      id: shop.teamId, name: 'Pre-sale', linePatterns: [], returningHours: 24, timersBefore: [], timeZone: 'Asia/Shanghai',
      timers: TimerPolicy.parse({}),
    })
    await changes.put('channel', {
      id: shop.channelId, kind: 'web_chat', name: 'Web', teamId: shop.teamId, language: 'zh',
      openingHours: { timeZone: 'Asia/Shanghai', periods: [], holidays: [] }, automaticReply: null, closedNotice: null, skill: null,
      active: true,
    })
    for (const [account, { roles = DEFAULT_ROLES, limit = 20, teams = true }] of Object.entries(people)) {
      const id = `${account}-${suffix}`
      shop.people[account] = id
      await changes.put('person', {
        id, account, name: account, roles, teamIds: teams ? [shop.teamId] : [], seniority: 'junior', skills: [], languages: ['zh'],
        conversationLimit: limit, active: true,
      })
      await changes.put('presence', presenceRow(id, 'online', ctx.clock.now()))
      shop.devices[account] = `device-${id}`
      await changes.tx`insert into device ${changes.tx({
        tenant, id: `device-${id}`, person_id: id, name: account, status: 'active', created_at_ms: ctx.clock.now(),
      })}`
    }
  })
  return shop
}

/** A customer with one conversation, queued or with an owner. @returns the conversation */
export async function testConversation(ctx: ApiContext, shop: TestShop, ownerId: string | null = null): Promise<Conversation> {
  const now = ctx.clock.now()
  const customerId = ctx.ids.next()
  const conversation: Conversation = {
    id: ctx.ids.next(), customerId, customerName: 'Lan', channelId: shop.channelId, channelKind: 'web_chat', teamId: shop.teamId,
    state: ownerId ? 'open' : 'queued', ownerId, transferredFrom: [], language: 'zh', skill: null, tier: 'normal', priority: 0,
    startedAtMs: now, queuedAtMs: now, assignedAtMs: ownerId ? now : null, closedAtMs: null, lastPosition: 0, seenPosition: 0,
    snippet: '', lastMessageAtMs: now, lastAuthor: null, spam: false, enquiryClass: null, outcome: null,
    timers: NO_TIMERS,
  }
  await inTransaction(ctx, shop.tenant, async (changes) => {
    await changes.put('customer', {
      id: customerId, nickname: 'Lan', name: '王兰', gender: null, tier: 'normal', tags: [], sinceMs: now, phoneMasked: null,
      emailMasked: null, addressMasked: null, birthday: null, orderCount: 0, blocked: false,
    })
    await changes.put('conversation', conversation)
  })
  return conversation
}
