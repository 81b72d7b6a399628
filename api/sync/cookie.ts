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

/** Below this compressing costs more time than it saves bytes. */
const PLAIN_BYTES = 2_048
/** Stands before a body that is not compressed. */
const PLAIN = 'p.'

/** Opaque text for the desk, signed; a long one (many conversations) is compressed. */
export function sealCookie(key: Uint8Array, cookie: Cookie): string {
  const json = JSON.stringify(cookie)
  const body = json.length < PLAIN_BYTES ? PLAIN + Buffer.from(json).toString('base64url') : deflateRawSync(json).toString('base64url')
  return `${body}.${signature(key, body).toString('base64url')}`
}

function bodyText(body: string): string {
  if (body.startsWith(PLAIN)) return Buffer.from(body.slice(PLAIN.length), 'base64url').toString()
  return inflateRawSync(Buffer.from(body, 'base64url'), { maxOutputLength: MAX_BYTES }).toString()
}

/** @returns the cookie, or null when it is not one of ours (another key, cut, made up) */
export function openCookie(key: Uint8Array, text: string): Cookie | null {
  const end = text.lastIndexOf('.')
  const [body, signed] = [text.slice(0, Math.max(0, end)), text.slice(end + 1)]
  if (!body || !signed) return null
  const given = Buffer.from(signed, 'base64url')
  const wanted = signature(key, body)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const parsed = Cookie.safeParse(JSON.parse(bodyText(body)))
  return parsed.success ? parsed.data : null
}
