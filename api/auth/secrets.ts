import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret of 256 bits as URL-safe text: refresh tokens, set-up tokens. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** How such a secret is stored and looked up: SHA-256 as hex. Enough, since the secret is random and long. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Without letters and digits that are read wrongly over a telephone: 0 O 1 I L. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A one-time code of 10 characters (49 bits), in two groups, to be read out by a supervisor. */
export function newOneTimeCode(): string {
  const letters = Array.from({ length: 10 }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)))
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** A code as it may be typed (small letters, spaces, missing dash) in its stored form. */
export function normalizeCode(typed: string): string {
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return `${plain.slice(0, 5)}-${plain.slice(5)}`
}
