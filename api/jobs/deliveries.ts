import type { Ids } from '../../domain/ports.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { startRunner } from './run-due.ts'
import type { Runner } from './run-due.ts'

/** Something that has to leave the house: at least once, under a stable id by which the receiver knows a repeat. */
export interface Delivery {
  readonly tenant: string
  readonly id: string
  readonly kind: string
  readonly channelId: string | null
  readonly conversationId: string | null
  readonly messageId: string | null
  /** As given to addDelivery; encrypted at rest. */
  readonly payload: string
  /** This attempt's number, from 1. */
  readonly attempts: number
  readonly createdAtMs: number
}

/** done: it arrived. retry: again at `atMs`. dead: never again; shown as a dead letter. */
export type DeliveryOutcome =
  | { kind: 'done', status: number | null }
  | { kind: 'retry', atMs: number, status: number | null, error: string }
  | { kind: 'dead', status: number | null, error: string }

export type DeliveryHandler = (context: ApiContext, delivery: Delivery) => Promise<DeliveryOutcome>

const TAKEN_MS = 120_000

/** Writes a delivery in the transaction that causes it. @returns its id */
export async function addDelivery(
  changes: ChangeSet, ids: Ids, nowMs: number,
  { kind, payload, channelId = null, conversationId = null, messageId = null }:
  { kind: string, payload: string, channelId?: string | null, conversationId?: string | null, messageId?: string | null },
): Promise<string> {
  const { tx, tenant, keys } = changes
  const id = ids.next()
  await tx`insert into delivery ${tx({
    tenant, id, kind, channel_id: channelId, conversation_id: conversationId, message_id: messageId,
    payload_cipher: keys.encrypt(payload, `delivery:${id}`), state: 'pending', next_at_ms: nowMs, created_at_ms: nowMs,
  })}`
  return id
}

interface Raw extends Omit<Delivery, 'payload'> {
  cipher: Buffer
}

/**
 * Sends what is due, by kind, on any node. Deliveries of one conversation go out in the order they were written: a later one
 * waits while an earlier one is pending. A handler that throws counts as a retry in 30 s.
 */
export function startDeliveries(
  context: ApiContext, handlers: Readonly<Record<string, DeliveryHandler>>, { loop = true } = {},
): Runner {
  const { sql, clock, log, keys } = context
  const kinds = Object.keys(handlers)

  async function take(limit: number): Promise<Raw[]> {
    const nowMs = clock.now()
    return sql<Raw[]>`
      update delivery d set taken_until_ms = ${nowMs + TAKEN_MS}, attempts = d.attempts + 1 from (
        select o.tenant, o.id from delivery o
        where o.state = 'pending' and o.next_at_ms <= ${nowMs} and (o.taken_until_ms is null or o.taken_until_ms < ${nowMs})
          and o.kind = any(${kinds}) and not exists (
            select 1 from delivery e where e.tenant = o.tenant and e.conversation_id = o.conversation_id and e.state = 'pending'
              and e.kind = o.kind and (e.created_at_ms, e.id) < (o.created_at_ms, o.id))
        order by o.next_at_ms limit ${limit} for update skip locked
      ) due where d.tenant = due.tenant and d.id = due.id
      returning d.tenant, d.id, d.kind, d.channel_id as "channelId", d.conversation_id as "conversationId",
        d.message_id as "messageId", d.payload_cipher as cipher, d.attempts, d.created_at_ms as "createdAtMs"`
  }

  async function outcomeOf({ cipher, ...delivery }: Raw): Promise<DeliveryOutcome> {
    const handler = handlers[delivery.kind]
    try {
      const tenantKeys = await keys.of(sql, delivery.tenant)
      const payload = tenantKeys.decrypt(cipher, `delivery:${delivery.id}`)
      if (!handler) throw new TypeError(`no handler for ${delivery.kind}`)
      return await handler(context, { ...delivery, payload })
    } catch (error) {
      log.error({ err: error, kind: delivery.kind }, 'delivery failed')
      return { kind: 'retry', atMs: clock.now() + 30_000, status: null, error: error instanceof Error ? error.name : 'unknown' }
    }
  }

  async function run(raw: Raw): Promise<void> {
    const outcome = await outcomeOf(raw)
    const nowMs = clock.now()
    const settled = outcome.kind === 'retry' ? null : nowMs
    await sql`update delivery set taken_until_ms = null, state = ${outcome.kind === 'retry' ? 'pending' : outcome.kind},
        next_at_ms = ${outcome.kind === 'retry' ? outcome.atMs : nowMs}, settled_at_ms = ${settled}, last_status = ${outcome.status},
        last_error = ${outcome.kind === 'done' ? null : outcome.error}
      where tenant = ${raw.tenant} and id = ${raw.id} and state = 'pending'`
  }

  return startRunner({ context, loop, what: 'deliveries', take, run })
}
