import type { ChangeSet } from './change-set.ts'
import type { TenantDb } from './entities.ts'

/** web_chat: a public key in the page's address, and the secret of the shop's identity tokens. webhook_in: what the shop system signs with. webhook_out: what we sign with. */
export type ChannelSecretKind = 'web_chat' | 'webhook_in' | 'webhook_out'

export interface ChannelSecret {
  readonly channelId: string
  readonly kind: ChannelSecretKind
  readonly publicKey: string | null
  /** `whsec_…` of the Standard Webhooks scheme; web_chat: a text of no form. */
  readonly secret: string | null
  /** webhook_out: where to. */
  readonly url: string | null
}

const about = (channelId: string, kind: ChannelSecretKind): string => `channel_secret.secret:${channelId}:${kind}`

/** Stores or replaces one key of a channel; the secret is kept encrypted. Throws 23505 when a public key is taken. */
export async function storeChannelSecret({ tx, tenant, keys }: ChangeSet, one: ChannelSecret, nowMs: number): Promise<void> {
  const cipher = one.secret === null ? null : keys.encrypt(one.secret, about(one.channelId, one.kind))
  await tx`
    insert into channel_secret (tenant, channel_id, kind, public_key, secret_cipher, url, active, created_at_ms)
    values (${tenant}, ${one.channelId}, ${one.kind}, ${one.publicKey}, ${cipher}, ${one.url}, true, ${nowMs})
    on conflict (tenant, channel_id, kind) do update set public_key = excluded.public_key,
      secret_cipher = excluded.secret_cipher, url = excluded.url, active = true`
}

/** One active key of a channel, or null. */
export async function readChannelSecret(
  { tx, tenant, keys }: TenantDb, channelId: string, kind: ChannelSecretKind,
): Promise<ChannelSecret | null> {
  const [row] = await tx<{ public_key: string | null, secret_cipher: Buffer | null, url: string | null }[]>`
    select public_key, secret_cipher, url from channel_secret
    where tenant = ${tenant} and channel_id = ${channelId} and kind = ${kind} and active`
  if (!row) return null
  const secret = row.secret_cipher === null ? null : keys.decrypt(row.secret_cipher, about(channelId, kind))
  return { channelId, kind, publicKey: row.public_key, secret, url: row.url }
}
