import { randomBytes } from 'node:crypto'
import { audit } from '../auth/audit.ts'
import type { ApiContext, RequestAuth } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { readChannelSecret, storeChannelSecret } from '../store/channel-secrets.ts'
import { inTransaction } from '../store/transaction.ts'

/** More than two at a time means that a replacement was never finished. */
const MAX_ACTIVE = 2

/**
 * Replaces a webhook secret without a gap: `add` makes a new one beside the old (both verify, both sign), `retire` ends the
 * old. @returns the new secret, told this once, or null. Throws ProblemError 404 `not_found`, 409 `replacement_open`.
 */
export async function replaceWebhookSecret(
  context: ApiContext, actor: RequestAuth, channelId: string, kind: 'webhook_in' | 'webhook_out', step: 'add' | 'retire',
): Promise<string | null> {
  return inTransaction(context, actor.tenant, async (changes) => {
    await changes.tx`select 1 from channel_secret
      where tenant = ${actor.tenant} and channel_id = ${channelId} and kind = ${kind} for update`
    const stored = await readChannelSecret(changes, channelId, kind)
    if (!stored?.secret) throw new ProblemError(404, 'not_found')
    const active = stored.secret.split(/\s+/)
    if (step === 'add' && active.length >= MAX_ACTIVE) throw new ProblemError(409, 'replacement_open', { detail: 'retire the old secret first' })
    const made = step === 'add' ? `whsec_${randomBytes(32).toString('base64')}` : null
    // Newest first.
    const secret = made === null ? active[0] ?? stored.secret : [made, ...active].join(' ')
    const nowMs = context.clock.now()
    await storeChannelSecret(changes, { ...stored, secret }, nowMs)
    await audit(changes, context.ids.next(), nowMs, {
      action: `webhook_secret.${step}`, personId: actor.personId, deviceId: actor.deviceId, subject: channelId, detail: { kind },
    })
    return made
  })
}
