import type { WebhookMessage } from '../../protocol/rest.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { internalIdOf, keepExternal } from './external-ref.ts'
import { takeIn } from './intake.ts'

export type WebhookTaken = 'accepted' | 'repeated' | 'blocked'

/** The customer of the shop IM, made at their first message. */
async function customerOf(
  context: ApiContext, changes: ChangeSet, channelId: string, { externalId, nickname }: WebhookMessage['data']['customer'], nowMs: number,
): Promise<string> {
  const { tx, tenant } = changes
  // Two first messages at once make one customer.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`external\n${tenant}\n${channelId}\n${externalId}`}, 0))`
  const known = await internalIdOf(changes, channelId, 'customer', externalId)
  if (known !== null) {
    const customer = await readEntity(changes, 'customer', known)
    if (customer && customer.nickname !== nickname) await changes.put('customer', { ...customer, nickname })
    return known
  }
  const id = context.ids.next()
  await changes.put('customer', {
    id, nickname, name: null, gender: null, tier: 'normal', tags: [], sinceMs: nowMs, phoneMasked: null, emailMasked: null,
    addressMasked: null, birthday: null, orderCount: 0, blocked: false,
  })
  await keepExternal(changes, channelId, 'customer', externalId, id, nowMs)
  return id
}

/**
 * Takes in a message that was signed by the shop's system. The webhook id and the IM's message id each count once: a replay
 * or a second sending changes nothing.
 */
export async function takeInWebhook(
  context: ApiContext, tenant: string, channelId: string, webhookId: string, message: WebhookMessage,
): Promise<WebhookTaken> {
  return inTransaction(context, tenant, async (changes) => {
    const { tx } = changes
    const nowMs = context.clock.now()
    const first = await tx`insert into webhook_inbox (tenant, channel_id, webhook_id, received_at_ms)
      values (${tenant}, ${channelId}, ${webhookId}, ${nowMs}) on conflict do nothing returning 1 as one`
    if (first.length === 0) return 'repeated'
    const { data } = message
    const customerId = await customerOf(context, changes, channelId, data.customer, nowMs)
    if (await internalIdOf(changes, channelId, 'message', data.externalMessageId) !== null) return 'repeated'
    const channel = await readEntity(changes, 'channel', channelId)
    const taken = await takeIn(context, changes, {
      channelId, customerId, messageId: context.ids.next(), body: data.text, attachments: [], quoteId: null,
      language: channel?.language ?? 'zh', clientAtMs: Date.parse(message.timestamp) || nowMs,
      beforeReply: (conversationId) => keepExternal(changes, channelId, 'conversation', data.externalConversationId, conversationId, nowMs),
    })
    if (taken.kind !== 'accepted') return taken.kind
    await keepExternal(changes, channelId, 'message', data.externalMessageId, taken.message.id, nowMs)
    return 'accepted'
  })
}
