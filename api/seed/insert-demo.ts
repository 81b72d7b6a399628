import { must } from './must.ts'
import type { PasswordHasher } from '../auth/password-hash.ts'
import { storePassword } from '../auth/person-rows.ts'
import type { ApiContext } from '../context.ts'
import { storeChatSettings } from '../channels/chat-settings.ts'
import { keepExternal } from '../channels/external-ref.ts'
import { signIdentity } from '../channels/identity.ts'
import { storeChannelKey } from '../setup/channel-keys.ts'
import { putNewPerson } from '../setup/people.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readChannelSecret } from '../store/channel-secrets.ts'
import { storeCustomerSecrets, storeTrackingNumbers } from '../store/customer-secrets.ts'
import { GRANT_EXPIRY_JOB } from '../store/grants.ts'
import { createTenant, findTenant } from '../store/tenants.ts'
import { inTransaction } from '../store/transaction.ts'
import { demoData, linkedCustomers } from './demo-data.ts'
import { DEMO_KNOWLEDGE } from './demo-knowledge.ts'
import { demoMeals, demoShifts } from './demo-roster.ts'
import { DEMO_SHOP } from './demo-shop.ts'
import type { DemoData } from './demo-types.ts'
import {
  channelRow, conversationRows, customerRow, knowledgeRow, noteRow, orderRow, personId, personRow, scriptRow, teamRow,
} from './insert-rows.ts'
import { insertLanguageRules } from './language-rules/insert.ts'
import { allSeedScripts } from './scripts/all-scripts.ts'

/** An account of the ready line; a password stands there in the trial only. */
export interface ReadyAccount {
  readonly account: string
  readonly password: string
  readonly name: string
  readonly roles: readonly string[]
}

/** A customer of the ready line, and the fragment that makes the web chat know them. */
export interface ReadyCustomer {
  readonly name: string
  readonly tier: string
  readonly fragment: string
}

/** Known to everybody: the trial listens on loopback only. */
const DEMO_PASSWORD = 'shiftdesk-demo'
/** Change rows a transaction may have: 100; people whose grants change count too. */
const CHUNK_WEIGHT = 80
const AT_ONCE = 4
/** How long a printed link is good. */
const LINK_SEC = 86_400

function chunked<T>(items: readonly T[], weightOf: (item: T) => number): T[][] {
  const chunks: T[][] = []
  let weight = Infinity
  for (const item of items) {
    if (weight + weightOf(item) > CHUNK_WEIGHT) {
      chunks.push([])
      weight = 0
    }
    chunks.at(-1)?.push(item)
    weight += weightOf(item)
  }
  return chunks
}

/** Writes items in transactions of a bounded size, a few at a time; a later call may refer to what an earlier one wrote. */
async function writeAll<T>(
  context: ApiContext, tenant: string, items: readonly T[], write: (changes: ChangeSet, chunk: T[]) => Promise<void>,
  weightOf: (item: T) => number = () => 1,
): Promise<void> {
  const chunks = chunked(items, weightOf)
  const worker = async (): Promise<void> => {
    for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
      const work = chunk
      await inTransaction(context, tenant, (changes) => write(changes, work))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function insertShop(context: ApiContext, tenant: string, data: DemoData, passwordHash: string, nowMs: number): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    for (const team of data.teams) await changes.put('team', teamRow(team, data.shop.timeZone))
    for (const channel of data.channels) {
      await changes.put('channel', channelRow(channel, data.shop.timeZone))
      if (channel.inEnglish) await storeChatSettings(changes, channel.key, { frameAncestors: null, replies: { zh: null, en: channel.inEnglish } })
      await storeChannelKey(changes, { channelId: channel.key, kind: channel.kind, publicKey: channel.publicKey }, nowMs)
    }
    for (const person of data.people) {
      const id = personId(person.account)
      await putNewPerson(changes, personRow(person), nowMs)
      await storePassword(changes.tx, tenant, id, passwordHash, nowMs)
    }
  })
  await writeAll(context, tenant, allSeedScripts(nowMs).map((script, index) => scriptRow(script, index, nowMs)), (changes, scripts) => (
    changes.putMany('script', scripts)
  ))
  await insertLanguageRules(context, tenant, (key) => `rule-${key}`)
  await inTransaction(context, tenant, (changes) => (
    changes.putMany('knowledge', DEMO_KNOWLEDGE.map((entry, index) => knowledgeRow(entry, index, nowMs)))
  ))
}

async function insertCustomers(context: ApiContext, tenant: string, data: DemoData, nowMs: number): Promise<void> {
  const orderCounts = new Map<string, number>()
  for (const { customerKey } of data.orders) orderCounts.set(customerKey, (orderCounts.get(customerKey) ?? 0) + 1)
  await writeAll(context, tenant, data.customers, async (changes, customers) => {
    await changes.putMany('customer', customers.map((customer) => customerRow(customer, orderCounts.get(customer.key) ?? 0)))
    await storeCustomerSecrets(changes, customers.map((customer) => ({ ...customer, customerId: customer.key })))
  })
  const { key: channelId } = must(data.channels.find(({ kind }) => kind === 'web_chat'), 'web chat of the trial')
  await inTransaction(context, tenant, async (changes) => {
    for (const { key } of linkedCustomers(data)) await keepExternal(changes, channelId, 'customer', key, key, nowMs)
  })
  await writeAll(context, tenant, data.orders, async (changes, orders) => {
    await changes.putMany('order_head', orders.map(orderRow))
    await storeTrackingNumbers(changes, orders.flatMap(({ key, parcel }) => (
      parcel ? [{ orderId: key, number: parcel.trackingNumber }] : []
    )))
  })
}

async function insertHistory(context: ApiContext, tenant: string, data: DemoData): Promise<void> {
  const customers = new Map(data.customers.map((customer) => [customer.key, customer]))
  const channels = new Map(data.channels.map((channel) => [channel.key, channel]))
  await writeAll(context, tenant, data.conversations, async (changes, talks) => {
    const rows = talks.map((talk) => conversationRows(
      talk, must(customers.get(talk.customerKey), 'customer of a talk'), must(channels.get(talk.channelKey), 'channel of a talk')))
    await changes.putMany('conversation', rows.map(({ conversation }) => conversation))
    await changes.putMany('message', rows.flatMap(({ messages }) => messages))
  }, (talk) => 3 + talk.messages.length)
  await writeAll(context, tenant, data.notes, (changes, notes) => changes.putMany('customer_note', notes.map(noteRow)))
  // What ended long ago is granted to nobody: no need to hand it to desks first and take it back by jobs.
  const nowMs = context.clock.now()
  await inTransaction(context, tenant, async ({ tx }) => {
    await tx`delete from scope_grant where tenant = ${tenant} and until_ms <= ${nowMs}`
    await tx`delete from job where tenant = ${tenant} and kind = ${GRANT_EXPIRY_JOB} and due_at_ms <= ${nowMs}`
  })
}

/** The trial's shifts and tomorrow's lunch. A shift goes to its team and to whoever has it. */
async function insertRoster(context: ApiContext, tenant: string, { shop }: DemoData, nowMs: number): Promise<void> {
  const shifts = demoShifts(nowMs, shop.timeZone)
  await writeAll(context, tenant, shifts, (changes, some) => changes.putMany('shift', some), () => 2)
  await inTransaction(context, tenant, (changes) => changes.putMany('meal_plan', demoMeals(shifts, nowMs, shop.timeZone)))
}

/** The trial's accounts in the order in which they are shown: agents first. */
function accountsOf(data: DemoData): ReadyAccount[] {
  const rank = (roles: readonly string[]): number => (roles.includes('admin') ? 3 : roles.includes('supervisor') ? 1 : roles.includes('agent') ? 0 : 2)
  return data.people
    .map(({ account, name, roles }) => ({ account, password: DEMO_PASSWORD, name, roles }))
    .sort((a, b) => rank(a.roles) - rank(b.roles))
}

async function customersOf(context: ApiContext, tenant: string, data: DemoData, chatKey: string): Promise<ReadyCustomer[]> {
  const { sql } = context
  const { key: channelId } = must(data.channels.find(({ kind }) => kind === 'web_chat'), 'web chat of the trial')
  const stored = await readChannelSecret({ tx: sql, tenant, keys: await context.keys.of(sql, tenant) }, channelId, 'web_chat')
  const secret = must(stored?.secret, 'identity secret of the trial')
  return Promise.all(linkedCustomers(data).map(async ({ key, nickname, tier }) => ({
    name: nickname, tier, fragment: `#identity=${await signIdentity(secret, chatKey, key, context.clock.now(), LINK_SEC)}`,
  })))
}

/**
 * Makes the trial shop, once: a start that was broken off goes on, since all ids are the same again. In: context, hasher.
 * Out: what the ready line tells.
 */
export async function insertDemo(
  context: ApiContext, hasher: PasswordHasher,
): Promise<{ shop: string, accounts: ReadyAccount[], chatKey: string, customers: ReadyCustomer[] }> {
  const { sql, clock, log } = context
  const startedAt = clock.monotonic()
  const { account: shop, name } = DEMO_SHOP
  const tenant = (await findTenant(sql, shop))?.tenant ?? await createTenant(context, { shop, name })
  const [made] = await sql<{ atMs: number, complete: boolean }[]>`
    select created_at_ms as "atMs", coalesce((settings->>'demoComplete')::boolean, false) as complete from tenant where tenant = ${tenant}`
  const { atMs, complete } = must(made, 'tenant of the trial')
  // The same ids stand for the same things only at the same time: whoever goes on, or names the linked customers, does it by that of the first start.
  const data = demoData(atMs)
  const chatKey = must(data.channels.find(({ kind }) => kind === 'web_chat'), 'web chat of the trial').publicKey
  if (!complete) {
    await insertShop(context, tenant, data, await hasher.hash(DEMO_PASSWORD), atMs)
    await insertCustomers(context, tenant, data, atMs)
    await insertHistory(context, tenant, data)
    await insertRoster(context, tenant, data, atMs)
    await sql`update tenant set settings = settings || '{"demoComplete": true}' where tenant = ${tenant}`
    log.info({ ms: Math.round(clock.monotonic() - startedAt) }, 'trial shop made')
  }
  return { shop, accounts: accountsOf(data), chatKey, customers: await customersOf(context, tenant, data, chatKey) }
}
