import { demoConversations } from './demo-conversations.ts'
import { bareCustomers } from './demo-customers.ts'
import type { BareCustomer } from './demo-customers.ts'
import { demoNotes } from './demo-notes.ts'
import { demoOrders } from './demo-orders.ts'
import { DEMO_PRODUCTS } from './demo-products.ts'
import { DAY_MS, seededFaker } from './demo-random.ts'
import { DEMO_CHANNELS, DEMO_PEOPLE, DEMO_SHOP, DEMO_TEAMS } from './demo-shop.ts'
import type { DemoConversation, DemoCustomer, DemoData, DemoOrder } from './demo-types.ts'

const SEED = 20_261_120
const CUSTOMERS = 500
const CONVERSATIONS = 300

const GOLD_FROM_FEN = 200_000
const SILVER_FROM_FEN = 90_000
const NEW_FOR_MS = 30 * DAY_MS
const DORMANT_AFTER_MS = 180 * DAY_MS
const PAID_STATES = new Set<DemoOrder['state']>(['paid', 'shipped', 'in_transit', 'delivered', 'completed'])

function spentFen(orders: readonly DemoOrder[]): number {
  return orders.reduce((sum, order) => sum + (PAID_STATES.has(order.state) ? order.totalFen : 0), 0)
}

function tierOf(orders: readonly DemoOrder[]): DemoCustomer['tier'] {
  const fen = spentFen(orders)
  if (fen >= GOLD_FROM_FEN) return 'gold'
  return fen >= SILVER_FROM_FEN ? 'silver' : 'normal'
}

/** The tags of P2 that follow from orders and talks, before the shop's own. */
function tagged(
  customer: DemoCustomer, orders: readonly DemoOrder[], talks: readonly DemoConversation[], nowMs: number,
): DemoCustomer {
  const lastOrderMs = Math.max(...orders.map((order) => order.placedAtMs))
  const complaints = talks.filter(({ enquiryClass }) => enquiryClass.startsWith('complaint_')).length
  const tags = [
    ...(customer.tier === 'gold' ? ['高价值会员'] : []),
    ...(nowMs - customer.sinceMs < NEW_FOR_MS ? ['新客户'] : []),
    ...(complaints >= 2 ? ['经常投诉'] : []),
    ...(nowMs - lastOrderMs > DORMANT_AFTER_MS ? ['沉睡客户'] : []),
  ]
  return { ...customer, tags: [...tags, ...customer.tags] }
}

function grouped<T extends { readonly customerKey: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.customerKey, [...(groups.get(row.customerKey) ?? []), row])
  return groups
}

/**
 * The whole trial shop: staff, products, customers with orders, past conversations and notes. The same for the
 * same time.
 * Goes in: the time in epoch ms. Comes out: plain data; every time in it is at or before the given one.
 */
export function demoData(nowMs: number): DemoData {
  const faker = seededFaker(SEED)
  const bare: readonly BareCustomer[] = bareCustomers(faker, CUSTOMERS, nowMs)
  const orders = demoOrders(faker, bare, nowMs)
  const ordersOf = grouped(orders)
  const tiered = bare.map((customer): DemoCustomer => (
    { ...customer, tier: tierOf(ordersOf.get(customer.key) ?? []) }
  ))
  const conversations = demoConversations(faker, tiered, orders, CONVERSATIONS, nowMs)
  const talksOf = grouped(conversations)
  return {
    shop: DEMO_SHOP,
    teams: DEMO_TEAMS,
    channels: DEMO_CHANNELS,
    people: DEMO_PEOPLE,
    products: DEMO_PRODUCTS,
    customers: tiered.map((customer) => (
      tagged(customer, ordersOf.get(customer.key) ?? [], talksOf.get(customer.key) ?? [], nowMs)
    )),
    orders,
    conversations,
    notes: demoNotes(faker, conversations),
  }
}

/** Customers whom the trial lets one write as: of each tier one with orders and past talks, so that the sidebar has something to show. */
export function linkedCustomers(data: DemoData): DemoCustomer[] {
  const buyers = new Set(data.orders.map(({ customerKey }) => customerKey))
  const talkers = new Set(data.conversations.map(({ customerKey }) => customerKey))
  return (['gold', 'silver', 'normal'] as const).flatMap((tier) => {
    const fitting = data.customers.filter((customer) => customer.tier === tier && buyers.has(customer.key))
    return fitting.find(({ key }) => talkers.has(key)) ?? fitting[0] ?? []
  })
}
