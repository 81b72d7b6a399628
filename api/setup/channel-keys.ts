import { randomBytes } from 'node:crypto'
import { mustBeOutside } from '../channels/outside-address.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { storeChannelSecret } from '../store/channel-secrets.ts'

/** What is told once about a new channel's keys. */
export interface ChannelKeys {
  readonly publicKey: string
  /** What the shop system signs with. Webhook: `whsec_…`; web chat: the secret of its identity tokens. */
  readonly secretIn: string | null
  /** Webhook: what our deliveries are signed with. */
  readonly secretOut: string | null
}

/** Standard Webhooks: 24 to 64 random bytes in base64 behind a prefix. */
const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** A key that nobody guesses, for a page's or webhook's address. */
const newPublicKey = (): string => randomBytes(9).toString('base64url').toLowerCase().replaceAll(/[^a-z0-9]/g, '0')

/** A webhook that could never be delivered is refused when it is made. */
function requireOutside(url: string): void {
  try {
    mustBeOutside(new URL(url))
  } catch (cause) {
    throw new ProblemError(422, 'address_inside', { detail: 'the webhook needs an https address outside your own network', cause })
  }
}

/**
 * Makes and stores the keys of a channel. Out: what to tell its owner, this once. Throws 23505 for a taken public key,
 * ProblemError 422 `address_inside`.
 */
export async function storeChannelKey(
  changes: ChangeSet, channel: { channelId: string, kind: string, publicKey?: string | undefined, url?: string | undefined }, nowMs: number,
  { mayBeInside = false } = {},
): Promise<ChannelKeys | null> {
  const { channelId, kind, url } = channel
  const publicKey = channel.publicKey ?? newPublicKey()
  if (kind === 'web_chat') {
    const secret = randomBytes(32).toString('base64url')
    await storeChannelSecret(changes, { channelId, kind: 'web_chat', publicKey, secret, url: null }, nowMs)
    return { publicKey, secretIn: secret, secretOut: null }
  }
  if (kind !== 'webhook') return null
  if (url !== undefined && !mayBeInside) requireOutside(url)
  const [secretIn, secretOut] = [newWebhookSecret(), newWebhookSecret()]
  await storeChannelSecret(changes, { channelId, kind: 'webhook_in', publicKey, secret: secretIn, url: null }, nowMs)
  if (url !== undefined) {
    await storeChannelSecret(changes, { channelId, kind: 'webhook_out', publicKey: null, secret: secretOut, url }, nowMs)
  }
  return { publicKey, secretIn, secretOut: url === undefined ? null : secretOut }
}
