import { z } from 'zod'
import { Fen, Id, Millis } from './scalars.ts'

export const Tier = z.enum(['normal', 'silver', 'gold'])
export type Tier = z.infer<typeof Tier>

/** What a desk holds of a customer (P4): names in clear, everything else masked. */
export const Customer = z.object({
  id: Id,
  nickname: z.string(),
  name: z.string().nullable(),
  gender: z.enum(['female', 'male']).nullable(),
  tier: Tier,
  /** P2 and the team's own. */
  tags: z.array(z.string()),
  sinceMs: Millis,
  /** e.g. 138****1386 */
  phoneMasked: z.string().nullable(),
  emailMasked: z.string().nullable(),
  addressMasked: z.string().nullable(),
  /** MM-DD: birthday signal (P3). */
  birthday: z.string().nullable(),
  orderCount: z.number().int().nonnegative(),
  blocked: z.boolean(),
})
export type Customer = z.infer<typeof Customer>

/** D3, P1. Removed notes keep their row (undo). */
export const CustomerNote = z.object({
  id: Id,
  customerId: Id,
  authorId: Id,
  body: z.string().max(2_000),
  atMs: Millis,
  removed: z.boolean(),
})
export type CustomerNote = z.infer<typeof CustomerNote>

export const OrderState = z.enum([
  'unpaid', 'paid', 'shipped', 'in_transit', 'delivered', 'completed', 'refunding', 'refunded', 'cancelled',
])
export type OrderState = z.infer<typeof OrderState>

export const OrderItem = z.object({
  sku: z.string(),
  title: z.string(),
  variant: z.string(),
  quantity: z.number().int().positive(),
  priceFen: Fen,
})

/** Named purchase_order in SQL would part the names; the table is "order_head". */
export const Order = z.object({
  id: Id,
  customerId: Id,
  number: z.string(),
  state: OrderState,
  placedAtMs: Millis,
  paidAtMs: Millis.nullable(),
  deliveredAtMs: Millis.nullable(),
  totalFen: Fen,
  items: z.array(OrderItem),
  carrier: z.string().nullable(),
  /** Masked but for the last four. */
  trackingMasked: z.string().nullable(),
})
export type Order = z.infer<typeof Order>
