import type { Order } from '../entities/customer.ts'

const DAY_MS = 86_400_000

/** K13: 7 days from delivery, until a team keeps its own figure. */
export const RETURN_DAYS = 7

/**
 * Days left to return the goods of an order, begun days counted whole. (K13)
 * @param nowMs server time
 * @returns null when nothing was delivered, or the order is refunded or cancelled; 0 when the time is over
 */
export function returnDaysLeft(order: Pick<Order, 'state' | 'deliveredAtMs'>, nowMs: number, days = RETURN_DAYS): number | null {
  if (order.deliveredAtMs === null || order.state === 'refunded' || order.state === 'cancelled') return null
  return Math.max(0, Math.ceil((order.deliveredAtMs + days * DAY_MS - nowMs) / DAY_MS))
}
