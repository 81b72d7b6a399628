import { Agent, fetch } from 'undici'
import type { Conversation, Message } from '../../domain/entities/conversation.ts'
import type { WebhookMessage } from '../../protocol/rest.ts'
import type { ApiContext } from '../context.ts'
import { addDelivery } from '../jobs/deliveries.ts'
import type { Delivery, DeliveryHandler, DeliveryOutcome } from '../jobs/deliveries.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readChannelSecret } from '../store/channel-secrets.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { externalIdOf } from './external-ref.ts'
import { InsideAddress, lookupOutside, mustBeOutside } from './outside-address.ts'
import { signWebhook } from './webhook-signature.ts'

/** Kind of the delivery rows of webhooks. */
export const WEBHOOK_DELIVERY = 'webhook'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Waits between attempts: together a little over three days. */
const WAITS_MS = [5_000, 30_000, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS,
  24 * HOUR_MS, 24 * HOUR_MS]
const JITTER = 0.2
const ANSWER_LIMIT_MS = 15_000

const agents = {
  outside: new Agent({ connect: { lookup: lookupOutside, timeout: 5_000 }, keepAliveTimeout: 10_000 }),
  /** For trials: the shop's system runs on this machine. */
  anywhere: new Agent({ connect: { timeout: 5_000 }, keepAliveTimeout: 10_000 }),
}

/** Writes the delivery of a line that the customer of a webhook channel is to get, in the transaction that stored it. */
export async function deliverByWebhook(
  context: ApiContext, changes: ChangeSet, conversation: Conversation, message: Message,
): Promise<void> {
  if (conversation.channelKind !== 'webhook' || (message.author !== 'agent' && message.author !== 'automatic')) return
  const { channelId, customerId, id: conversationId } = conversation
  if (!await readChannelSecret(changes, channelId, 'webhook_out')) return
  const externalConversationId = await externalIdOf(changes, channelId, 'conversation', conversationId)
  const externalId = await externalIdOf(changes, channelId, 'customer', customerId)
  if (externalConversationId === null || externalId === null) return
  const agent = message.author === 'agent' && message.authorId ? await readEntity(changes, 'person', message.authorId) : null
  const body: WebhookMessage = {
    type: 'conversation.message',
    timestamp: new Date(message.acceptedAtMs).toISOString(),
    data: {
      externalConversationId, externalMessageId: message.id, from: message.author,
      customer: { externalId, nickname: conversation.customerName }, agentName: agent?.name ?? null,
      text: (message.body || '[图片]').slice(0, 4_000),
    },
  }
  await addDelivery(changes, context.ids, message.acceptedAtMs, {
    kind: WEBHOOK_DELIVERY, payload: JSON.stringify(body), channelId, conversationId, messageId: message.id,
  })
}

/** When to try again after this many attempts; null = never. */
export function nextAttemptAtMs(attempts: number, nowMs: number, random: () => number): number | null {
  const waitMs = WAITS_MS[attempts - 1]
  return waitMs === undefined ? null : Math.round(nowMs + waitMs * (1 - JITTER + 2 * JITTER * random()))
}

async function post(context: ApiContext, delivery: Delivery): Promise<{ status: number } | { error: string, forGood?: boolean }> {
  const { tenant, channelId, payload, id } = delivery
  const db = { tx: context.sql, tenant, keys: await context.keys.of(context.sql, tenant) }
  const target = channelId === null ? null : await readChannelSecret(db, channelId, 'webhook_out')
  if (!target?.url || !target.secret) return { error: 'the channel has no address any more', forGood: true }
  const body = Buffer.from(payload, 'utf8')
  const timestampSec = Math.floor(context.clock.now() / 1000)
  try {
    const url = new URL(target.url)
    if (!context.config.demo) mustBeOutside(url)
    const response = await fetch(url, {
      method: 'POST', redirect: 'manual', body, signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      dispatcher: context.config.demo ? agents.anywhere : agents.outside,
      headers: {
        'content-type': 'application/json', 'user-agent': 'Shiftdesk-Webhooks/1', 'webhook-id': id, 'webhook-timestamp': String(timestampSec),
        'webhook-signature': signWebhook(target.secret, id, timestampSec, body),
      },
    })
    // Nobody reads the answer; the connection is free for the next.
    await response.body?.cancel()
    return { status: response.status }
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause ?? error : error
    if (cause instanceof InsideAddress) return { error: cause.message, forGood: true }
    return { error: cause instanceof Error ? `${cause.name}: ${cause.message}`.slice(0, 200) : 'unknown' }
  }
}

async function markDelivered(context: ApiContext, { tenant, messageId }: Delivery): Promise<void> {
  if (messageId === null) return
  await inTransaction(context, tenant, async (changes) => {
    const message = await readEntity(changes, 'message', messageId, { lock: true })
    if (message?.author === 'agent' && message.deliveredAtMs === null) {
      await changes.put('message', { ...message, deliveredAtMs: context.clock.now() })
    }
  })
}

/** Sends one delivery. 2xx: done; 410: the receiver wants no more; else again, over three days, then a dead letter. */
export const sendWebhook: DeliveryHandler = async (context, delivery): Promise<DeliveryOutcome> => {
  const result = await post(context, delivery)
  if ('status' in result && result.status >= 200 && result.status < 300) {
    await markDelivered(context, delivery)
    return { kind: 'done', status: result.status }
  }
  const status = 'status' in result ? result.status : null
  const error = 'status' in result ? `HTTP ${result.status}` : result.error
  const atMs = nextAttemptAtMs(delivery.attempts, context.clock.now(), context.random)
  const forGood = status === 410 || ('error' in result && result.forGood === true)
  return forGood || atMs === null ? { kind: 'dead', status, error } : { kind: 'retry', atMs, status, error }
}
