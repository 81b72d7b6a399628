import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds that sender's and receiver's clocks may differ, and the longest a captured request is worth anything. */
export const TOLERANCE_SEC = 300

/** The three headers of the Standard Webhooks scheme. */
export interface WebhookHeaders {
  id: string
  /** Seconds since the epoch, decimal. */
  timestamp: string
  /** `v1,BASE64` parted by blanks. */
  signature: string
}

/** Several secrets may be active while one is being replaced: they stand in one text, parted by blanks. */
function keysOf(secrets: string): Buffer[] {
  return secrets.split(/\s+/).filter(Boolean).map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
}

function mac(key: Buffer, id: string, timestamp: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
}

/** Signs a body with every active secret. @returns the value of `webhook-signature` */
export function signWebhook(secrets: string, id: string, timestampSec: number, body: Buffer): string {
  return keysOf(secrets).map((key) => `v1,${mac(key, id, String(timestampSec), body).toString('base64')}`).join(' ')
}

/**
 * Whether the body was signed with one of the secrets, within the tolerance of our clock. Compares in constant time; whoever
 * calls refuses all failures alike. Replays within the tolerance are the caller's to refuse, by id.
 */
export function isGenuine(secrets: string, headers: WebhookHeaders, body: Buffer, nowMs: number): boolean {
  if (!/^\d{1,12}$/.test(headers.timestamp) || headers.id === '') return false
  if (Math.abs(nowMs / 1000 - Number(headers.timestamp)) > TOLERANCE_SEC) return false
  const given = headers.signature.split(' ').flatMap((one) => /^v1,([A-Za-z0-9+/]{43}=)$/.exec(one)?.[1] ?? [])
    .slice(0, 10).map((text) => Buffer.from(text, 'base64'))
  let genuine = false
  for (const key of keysOf(secrets)) {
    if (key.length === 0) continue
    const expected = mac(key, headers.id, headers.timestamp, body)
    for (const one of given) if (one.length === expected.length && timingSafeEqual(one, expected)) genuine = true
  }
  return genuine
}
