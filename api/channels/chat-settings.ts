import { z } from 'zod'
import type { Channel } from '../../domain/entities/team.ts'
import type { Language } from '../../domain/entities/scalars.ts'
import { audit } from '../auth/audit.ts'
import { requireRole } from '../auth/authenticate.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import type { Sql, Tx } from '../store/sql.ts'
import { inTransaction } from '../store/transaction.ts'

/** A source of a frame-ancestors list; anything else would break out of the header. */
const Ancestor = z.string().max(200).regex(/^(?:\*|'self'|'none'|https?:\/\/[\w.*:-]+)$/)
const Texts = z.object({ automaticReply: z.string().max(500).nullable(), closedNotice: z.string().max(500).nullable() })

/** PUT /v1/channels/:id/chat: what concerns the customer's side alone, and therefore does not sync to desks. */
export const ChatSettings = z.object({
  /** Sites that may show the chat in a frame; null = only this server's own pages (in the trial: every site). */
  frameAncestors: z.array(Ancestor).max(50).nullable(),
  /** The channel's two texts in the customer's language; what is null is the channel's own text. */
  replies: z.object({ zh: Texts.nullable(), en: Texts.nullable() }),
})
export type ChatSettings = z.infer<typeof ChatSettings>

const NONE: ChatSettings = { frameAncestors: null, replies: { zh: null, en: null } }

/** @returns a channel's settings; the empty ones when there are none, or when what is stored cannot be read */
export async function readChatSettings(sql: Sql | Tx, tenant: string, channelId: string): Promise<ChatSettings> {
  const [row] = await sql<{ chat: unknown }[]>`select settings->'chat'->${channelId} as chat from tenant where tenant = ${tenant}`
  return ChatSettings.safeParse(row?.chat).data ?? NONE
}

/** A channel's chat settings for the administrator of its shop. Throws ProblemError 403, 404. */
export async function chatSettingsOf({ sql }: ApiContext, actor: Actor, channelId: string): Promise<ChatSettings> {
  requireRole(actor, 'admin')
  const [channel] = await sql`select 1 as one from channel where tenant = ${actor.tenant} and id = ${channelId}`
  if (!channel) throw new ProblemError(404, 'not_found')
  return readChatSettings(sql, actor.tenant, channelId)
}

/** Stores a channel's settings inside a transaction. */
export async function storeChatSettings({ tx, tenant }: ChangeSet, channelId: string, settings: ChatSettings): Promise<void> {
  await tx`
    update tenant set settings = jsonb_set(settings, '{chat}', coalesce(settings->'chat', '{}') || jsonb_build_object(${channelId}::text, ${tx.json(settings)}::jsonb))
    where tenant = ${tenant}`
}

/** Replaces a channel's chat settings. Administrators. Throws ProblemError 403, 404. */
export async function putChatSettings(context: ApiContext, actor: Actor, channelId: string, settings: ChatSettings): Promise<ChatSettings> {
  requireRole(actor, 'admin')
  return inTransaction(context, actor.tenant, async (changes) => {
    if (!await readEntity(changes, 'channel', channelId, { lock: true })) throw new ProblemError(404, 'not_found')
    await storeChatSettings(changes, channelId, settings)
    await audit(changes, context.ids.next(), context.clock.now(), {
      action: 'channel.chat_put', personId: actor.personId, deviceId: actor.deviceId, subject: channelId,
    })
    return settings
  })
}

/** @returns the automatic reply (T1) and the closed notice (D11) for a customer of this language */
export async function repliesFor(
  { tx, tenant }: ChangeSet, channel: Channel, language: Language,
): Promise<{ automaticReply: string | null, closedNotice: string | null }> {
  const own = (await readChatSettings(tx, tenant, channel.id)).replies[language]
  return { automaticReply: own?.automaticReply ?? channel.automaticReply, closedNotice: own?.closedNotice ?? channel.closedNotice }
}
