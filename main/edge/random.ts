import { randomBytes } from 'node:crypto'

/** @returns a fresh nonce for one page load, base64 without padding */
export function freshNonce(): string {
  return randomBytes(18).toString('base64url')
}
