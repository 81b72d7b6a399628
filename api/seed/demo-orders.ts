import type { Faker } from '@faker-js/faker'
import type { BareCustomer } from './demo-customers.ts'
import { DEMO_PRODUCTS } from './demo-products.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, shopDate } from './demo-random.ts'
import type { DemoOrder, DemoOrderItem, DemoOrderState, DemoParcel, DemoParcelEvent } from './demo-types.ts'

const CARRIERS = [
  { name: '中通快递', prefix: '786' }, { name: '圆通速递', prefix: 'YT88' }, { name: '韵达快递', prefix: '463' },
  { name: '顺丰速运', prefix: 'SF14' },
] as const
const REMARKS = ['请发顺丰', '送人的，不要放价格单', '周末在家', '放驿站就好', '麻烦检查一下线头', '请尽快，周五要穿'] as const
const FREE_POSTAGE_FEN = 19_900
const POSTAGE_FEN = 1_000
const DISCOUNT_FROM_FEN = 29_900
const DISCOUNT_FEN = 3_000
/** After this from delivery an order is done (K13: the return window). */
export const RETURN_WINDOW_MS = 7 * DAY_MS

function itemsOf(faker: Faker): DemoOrderItem[] {
  const products = faker.helpers.arrayElements(DEMO_PRODUCTS, { min: 1, max: 3 })
  return products.map((product) => {
    const size = faker.helpers.arrayElement(product.sizes)
    const color = faker.helpers.arrayElement(product.colors)
    const variant = `${product.sizes.indexOf(size) + 1}${product.colors.indexOf(color) + 1}`
    const quantity = faker.datatype.boolean({ probability: 0.12 }) ? 2 : 1
    return { sku: `${product.sku}-${variant}`, title: product.title, size, color, quantity, priceFen: product.priceFen }
  })
}

/** What happens to an order and when, also what lies ahead of now. Null: never happens. */
type Fate = {
  readonly paidAtMs: number | null
  readonly cancelledAtMs: number | null
  readonly shippedAtMs: number | null
  readonly movingAtMs: number | null
  readonly deliveredAtMs: number | null
  readonly completedAtMs: number | null
  readonly refundAskedAtMs: number | null
  readonly refundedAtMs: number | null
}

function fateOf(faker: Faker, placedAtMs: number, abandoned: boolean): Fate {
  const after = (fromMs: number, minMs: number, maxMs: number) => fromMs + faker.number.int({ min: minMs, max: maxMs })
  if (abandoned) {
    return {
      paidAtMs: null, cancelledAtMs: placedAtMs + DAY_MS, shippedAtMs: null, movingAtMs: null, deliveredAtMs: null,
      completedAtMs: null, refundAskedAtMs: null, refundedAtMs: null,
    }
  }
  const paidAtMs = after(placedAtMs, 20_000, 35 * MINUTE_MS)
  const shippedAtMs = after(paidAtMs, 3 * HOUR_MS, 40 * HOUR_MS)
  const movingAtMs = after(shippedAtMs, 4 * HOUR_MS, 12 * HOUR_MS)
  const deliveredAtMs = after(movingAtMs, 20 * HOUR_MS, 76 * HOUR_MS)
  const refund = faker.datatype.boolean({ probability: 0.14 })
  const refundAskedAtMs = refund ? after(deliveredAtMs, 5 * HOUR_MS, 6 * DAY_MS) : null
  return {
    paidAtMs, shippedAtMs, movingAtMs, deliveredAtMs, refundAskedAtMs,
    cancelledAtMs: null,
    completedAtMs: refund ? null : deliveredAtMs + RETURN_WINDOW_MS,
    refundedAtMs: refundAskedAtMs === null ? null : after(refundAskedAtMs, 2 * DAY_MS, 5 * DAY_MS),
  }
}

function stateAt(fate: Fate, nowMs: number): DemoOrderState {
  const past = (atMs: number | null) => atMs !== null && atMs <= nowMs
  if (past(fate.cancelledAtMs)) return 'cancelled'
  if (past(fate.refundedAtMs)) return 'refunded'
  if (past(fate.refundAskedAtMs)) return 'refunding'
  if (past(fate.completedAtMs)) return 'completed'
  if (past(fate.deliveredAtMs)) return 'delivered'
  if (past(fate.movingAtMs)) return 'in_transit'
  if (past(fate.shippedAtMs)) return 'shipped'
  return past(fate.paidAtMs) ? 'paid' : 'unpaid'
}

function parcelOf(faker: Faker, fate: Fate, city: string, nowMs: number): DemoParcel | null {
  const carrier = faker.helpers.arrayElement(CARRIERS)
  const trackingNumber = carrier.prefix + faker.string.numeric(11)
  if (fate.shippedAtMs === null || fate.shippedAtMs > nowMs) return null
  const movingAtMs = fate.movingAtMs ?? fate.shippedAtMs
  const deliveredAtMs = fate.deliveredAtMs ?? movingAtMs
  const onTheWay = (share: number) => movingAtMs + Math.floor((deliveredAtMs - movingAtMs) * share)
  const events: DemoParcelEvent[] = [
    { atMs: fate.shippedAtMs, text: `【桐乡市】${carrier.name}已揽收` },
    { atMs: movingAtMs, text: '【嘉兴转运中心】已发出' },
    { atMs: onTheWay(0.55), text: `【${city}转运中心】已到达` },
    { atMs: onTheWay(0.85), text: `【${city}】快件正在派送，请保持手机畅通` },
    { atMs: deliveredAtMs, text: `【${city}】已签收，感谢使用${carrier.name}` },
  ]
  return { carrier: carrier.name, trackingNumber, events: events.filter(({ atMs }) => atMs <= nowMs) }
}

function placedAt(faker: Faker, sinceMs: number, nowMs: number): number {
  const recent = faker.datatype.boolean({ probability: 0.35 })
  const spanMs = Math.min(nowMs - sinceMs, (recent ? 14 : 400) * DAY_MS)
  return nowMs - faker.number.int({ min: 10 * MINUTE_MS, max: spanMs })
}

/**
 * Invents one to eight orders for each customer, after the customer's first day and before now.
 * Goes in: the seeded source, customers, the time in epoch ms. Comes out: orders by customer, oldest first; a time
 * that lies ahead of now is null, and the state is the last thing that has happened.
 */
export function demoOrders(faker: Faker, customers: readonly BareCustomer[], nowMs: number): readonly DemoOrder[] {
  const numbers = new Set<string>()
  const happened = (atMs: number | null) => (atMs !== null && atMs <= nowMs ? atMs : null)
  return customers.flatMap((customer) => {
    const count = faker.helpers.weightedArrayElement([
      { value: 1, weight: 30 }, { value: 2, weight: 24 }, { value: 3, weight: 16 }, { value: 4, weight: 11 },
      { value: 5, weight: 8 }, { value: 6, weight: 5 }, { value: 7, weight: 3 }, { value: 8, weight: 3 },
    ])
    const times = Array.from({ length: count }, () => placedAt(faker, customer.sinceMs, nowMs)).sort((a, b) => a - b)
    return times.map((placedAtMs, at): DemoOrder => {
      const items = itemsOf(faker)
      const goodsFen = items.reduce((sum, item) => sum + item.priceFen * item.quantity, 0)
      const postageFen = goodsFen >= FREE_POSTAGE_FEN ? 0 : POSTAGE_FEN
      const discountFen = goodsFen >= DISCOUNT_FROM_FEN ? DISCOUNT_FEN : 0
      const fresh = nowMs - placedAtMs < DAY_MS
      const fate = fateOf(faker, placedAtMs, faker.datatype.boolean({ probability: fresh ? 0.3 : 0.04 }))
      let number = shopDate(placedAtMs) + faker.string.numeric(8)
      while (numbers.has(number)) number = shopDate(placedAtMs) + faker.string.numeric(8)
      numbers.add(number)
      return {
        key: `order-${customer.key.slice('customer-'.length)}-${at + 1}`,
        customerKey: customer.key,
        number,
        state: stateAt(fate, nowMs),
        items, goodsFen, postageFen, discountFen,
        totalFen: goodsFen + postageFen - discountFen,
        placedAtMs,
        paidAtMs: happened(fate.paidAtMs),
        shippedAtMs: happened(fate.shippedAtMs),
        deliveredAtMs: happened(fate.deliveredAtMs),
        completedAtMs: happened(fate.completedAtMs),
        refundAskedAtMs: happened(fate.refundAskedAtMs),
        refundedAtMs: happened(fate.refundedAtMs),
        parcel: parcelOf(faker, fate, customer.city, nowMs),
        remark: faker.helpers.maybe(() => faker.helpers.arrayElement(REMARKS), { probability: 0.12 }) ?? null,
      }
    })
  })
}
