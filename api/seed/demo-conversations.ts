import type { Faker } from '@faker-js/faker'
import { GRANT_AFTER_CLOSE_MS } from '../store/grants.ts'
import { DEMO_CHANNELS, DEMO_PEOPLE, OPEN_FROM_MIN, OPEN_TO_MIN, SHIFT_CHANGE_MIN } from './demo-shop.ts'
import { DEMO_PRODUCTS } from './demo-products.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, minuteOfDay } from './demo-random.ts'
import type { Talk, Turn } from './demo-talk.ts'
import { AFTER_SALE_TALKS } from './demo-talk-after-sale.ts'
import { PRE_SALE_TALKS } from './demo-talk-pre-sale.ts'
import type {
  DemoChannel, DemoConversation, DemoCustomer, DemoMessage, DemoOrder, DemoOrderItem, DemoPerson,
} from './demo-types.ts'

export const TALKS: readonly Talk[] = [...PRE_SALE_TALKS, ...AFTER_SALE_TALKS]
const MAX_MESSAGES = 14
/** The longest talk; one that starts this long before closing time is over in time. */
const ROOM_MS = 75 * MINUTE_MS

/** Which moment of the order the talk follows; null where it has not come. */
function followedMs(talk: Talk, order: DemoOrder): number | null {
  switch (talk.follows) {
    case 'placed': return order.placedAtMs
    case 'shipped': return order.shippedAtMs
    case 'delivered': return order.deliveredAtMs
    case 'refundAsked': return order.refundAskedAtMs
    case null: return null
  }
}

/** Talks are about things that come in sizes. */
function isClothing(item: DemoOrderItem): boolean {
  return item.size !== '均码'
}

/** Moves a time into opening hours, with room for the talk, never earlier. */
function inOpeningHours(faker: Faker, atMs: number): number {
  const minute = minuteOfDay(atMs)
  const lastMin = OPEN_TO_MIN - ROOM_MS / MINUTE_MS
  if (minute >= OPEN_FROM_MIN && minute < lastMin) return atMs
  const untilOpenMin = minute < OPEN_FROM_MIN ? OPEN_FROM_MIN - minute : 24 * 60 - minute + OPEN_FROM_MIN
  return atMs + (untilOpenMin + faker.number.int({ min: 1, max: 240 })) * MINUTE_MS
}

function agentFor(faker: Faker, talk: Talk, atMs: number): DemoPerson {
  const shift = minuteOfDay(atMs) < SHIFT_CHANGE_MIN ? 'day' : 'late'
  const fitting = DEMO_PEOPLE.filter((person) => (
    person.roles.includes('agent') && person.shift === shift && person.teamKeys.includes(talk.team)
  ))
  return faker.helpers.arrayElement(fitting)
}

/** The turns of one telling: optional ones thrown for, never over the limit. */
function chosenTurns(faker: Faker, talk: Talk): readonly Turn[] {
  let spare = MAX_MESSAGES - talk.turns.filter((step) => 'author' in step).length
  return talk.turns.flatMap((step) => {
    if ('author' in step) return [step]
    if (step.length > spare || !faker.datatype.boolean({ probability: 0.55 })) return []
    spare -= step.length
    return step
  })
}

function pauseMs(faker: Faker, turn: Turn, first: boolean): number {
  if (turn.author === 'customer') return faker.number.int({ min: 8_000, max: 110_000 })
  if (first) return faker.number.int({ min: 5_000, max: 34_000 })
  const answer = turn.lineKind === 'answer'
  return faker.number.int(answer ? { min: 12_000, max: 75_000 } : { min: 6_000, max: 40_000 })
}

function filled(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replace(/\{(\w+)\}/gu, (_all, name: string) => values[name] ?? '')
}

type Setting = {
  readonly key: string
  readonly talk: Talk
  readonly customer: DemoCustomer
  readonly order: DemoOrder | null
  readonly startedAtMs: number
}

function tell(faker: Faker, { key, talk, customer, order, startedAtMs }: Setting): DemoConversation {
  const agent = agentFor(faker, talk, startedAtMs)
  const channel: DemoChannel | undefined = DEMO_CHANNELS.find(({ teamKey, kind }) => teamKey === talk.team && kind !== 'companion')
  const product = faker.helpers.arrayElement(DEMO_PRODUCTS.filter(({ sizes }) => sizes.length > 1))
  const item = order?.items.find(isClothing)
  const values = {
    nick: customer.nickname,
    surname: customer.name.slice(0, 1),
    agent: agent.name,
    city: customer.city.replace('市', ''),
    item: item?.title ?? product.title,
    size: item?.size ?? faker.helpers.arrayElement(product.sizes),
    color: item?.color ?? faker.helpers.arrayElement(product.colors),
    order: order?.number ?? '',
    carrier: order?.parcel?.carrier ?? '快递',
    amount: ((order?.totalFen ?? 0) / 100).toFixed(2),
  }
  const messages: DemoMessage[] = []
  let atMs = startedAtMs
  let replied = false
  let asked = 0
  for (const turn of chosenTurns(faker, talk)) {
    if (messages.length > 0) atMs += pauseMs(faker, turn, turn.author === 'agent' && !replied)
    replied ||= turn.author === 'agent'
    const chosen = turn.aligned ? asked : faker.number.int({ min: 0, max: turn.wordings.length - 1 })
    if (turn.author === 'customer') asked = chosen
    messages.push({
      key: `${key}-message-${String(messages.length + 1).padStart(2, '0')}`,
      author: turn.author,
      lineKind: turn.lineKind,
      body: filled(turn.wordings[chosen] ?? '', values),
      atMs,
    })
  }
  return {
    key,
    customerKey: customer.key,
    agentAccount: agent.account,
    teamKey: talk.team,
    channelKey: channel?.key ?? 'channel-web',
    orderKey: order?.key ?? null,
    topic: talk.topic,
    enquiryClass: talk.enquiryClass,
    outcome: faker.helpers.arrayElement(talk.outcomes),
    startedAtMs,
    assignedAtMs: startedAtMs + faker.number.int({ min: 200, max: 2_500 }),
    closedAtMs: atMs + faker.number.int({ min: 15_000, max: 4 * MINUTE_MS }),
    messages,
  }
}

/**
 * Tells past, closed conversations: topics in turn, wordings varied, each with its class and outcome.
 * Goes in: the seeded source, customers and their orders, how many, the time in epoch ms. Comes out: conversations,
 * oldest first, all inside opening hours and so long over that no desk holds them any more. (D1, D2, D18)
 */
export function demoConversations(
  faker: Faker, customers: readonly DemoCustomer[], orders: readonly DemoOrder[], count: number, nowMs: number,
): readonly DemoConversation[] {
  const byKey = new Map(customers.map((customer) => [customer.key, customer]))
  const told: Omit<Setting, 'key'>[] = []
  // Bounded: a throw whose time would lie ahead of now is thrown again.
  for (let tries = 0; told.length < count && tries < count * 50; tries += 1) {
    const talk = TALKS[told.length % TALKS.length] ?? PRE_SALE_TALKS[0]
    if (talk === undefined) break
    const fitting = orders.filter((order) => talk.orderStates.includes(order.state)
      && order.items.some(isClothing) && followedMs(talk, order) !== null)
    const order = talk.follows === null ? null : faker.helpers.arrayElement(fitting)
    const customer = order === null ? faker.helpers.arrayElement(customers) : byKey.get(order.customerKey)
    if (customer === undefined) continue
    const followed = order === null ? null : followedMs(talk, order)
    const earliestMs = followed ?? Math.max(customer.sinceMs, nowMs - 180 * DAY_MS)
    const afterOrderMs = (talk.follows === 'placed' ? 2 : 40) * HOUR_MS
    const spreadMs = followed === null ? Math.max(nowMs - earliestMs, HOUR_MS) : afterOrderMs
    const startedAtMs = inOpeningHours(faker, earliestMs + faker.number.int({ min: 5 * MINUTE_MS, max: spreadMs }))
    // What is just over still stands on its agent's desk: a trial begins with empty desks at every hour.
    if (startedAtMs > nowMs - GRANT_AFTER_CLOSE_MS - ROOM_MS) continue
    told.push({ talk, customer, order, startedAtMs })
  }
  const inOrder = told.sort((a, b) => a.startedAtMs - b.startedAtMs)
  return inOrder.map((setting, at) => (
    tell(faker, { ...setting, key: `conversation-${String(at + 1).padStart(4, '0')}` })
  ))
}
