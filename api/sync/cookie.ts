import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'

const Position = z.tuple([z.string(), z.string(), z.string()])

/** Where one device stands. Every commit up to `seq` was sent for each of `scopes`; `fill` is on its way in. */
export const Cookie = z.object({
  tenant: z.string(),
  person: z.string(),
  device: z.string(),
  epoch: z.string(),
  seq: z.number().int().nonnegative(),
  /** Last mutation whose result was sent. */
  mutation: z.number().int().nonnegative(),
  scopes: z.array(z.string()),
  /** Scopes coming in by keyset pages, in order, after (scope, entity, id). */
  fill: z.object({ scopes: z.array(z.string()), after: Position.nullable() }).nullable(),
})
export type Cookie = z.infer<typeof Cookie>

const MAX_BYTES = 4 * 1024 * 1024

function signature(key: Uint8Array, body: string): Buffer {
  return createHmac('sha256', key).update('cookie\n').update(body).digest()
}

/** Opaque text for the desk: compressed and signed. */
export function sealCookie(key: Uint8Array, cookie: Cookie): string {
  const body = deflateRawSync(JSON.stringify(cookie)).toString('base64url')
  return `${body}.${signature(key, body).toString('base64url')}`
}

/** @returns the cookie, or null when it is not one of ours (another key, cut, made up) */
export function openCookie(key: Uint8Array, text: string): Cookie | null {
  const [body, signed] = text.split('.')
  if (!body || !signed) return null
  const given = Buffer.from(signed, 'base64url')
  const wanted = signature(key, body)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const parsed = Cookie.safeParse(JSON.parse(inflateRawSync(Buffer.from(body, 'base64url'), { maxOutputLength: MAX_BYTES }).toString()))
  return parsed.success ? parsed.data : null
}
