import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Sql, Tx } from './sql.ts'

/** The stored bytes do not open with this key: another SHIFTDESK_MASTER_KEY, or a damaged row. Nothing is overwritten. */
export class WrongKey extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what} does not open with this key; is SHIFTDESK_MASTER_KEY the one this database was made with?`, { cause })
    this.name = 'WrongKey'
  }
}

/** The master key is not 32 bytes in base64. */
export class BadMasterKey extends Error {
  constructor() {
    super('SHIFTDESK_MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32)')
    this.name = 'BadMasterKey'
  }
}

/** What a blind index is of; the same value under two kinds has two indexes. */
export type IndexKind = 'name' | 'phone' | 'phone_tail' | 'email' | 'account' | 'tracking'

/** Keys of one tenant. `about` binds a value to its place (`message.body:ID`): a cipher moved to another row does not open. */
export interface TenantKeys {
  encrypt(clear: string, about: string): Buffer
  /** Throws WrongKey. */
  decrypt(cipher: Uint8Array, about: string): string
  /** HMAC of a normalised value, for exact search. */
  blindIndex(kind: IndexKind, normalised: string): Buffer
}

export interface KeyRing {
  /** Keys of a tenant, unwrapped once. Throws WrongKey; UnknownTenant. */
  of(db: Sql | Tx, tenant: string): Promise<TenantKeys>
  /** A new random data key for a tenant, wrapped by the master key. */
  newTenantKey(tenant: string): Buffer
}

/** No such tenant. */
export class UnknownTenant extends Error {
  constructor() {
    super('no such tenant')
    this.name = 'UnknownTenant'
  }
}

const NONCE = 12
const TAG = 16

/** AES-256-GCM: nonce, tag, cipher text. */
function seal(key: Uint8Array, clear: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(clear), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function open(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE)).setAAD(Buffer.from(about))
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
  } catch (cause) {
    throw new WrongKey(about.split(':')[0] ?? 'a value', cause)
  }
}

function tenantKeys(dataKey: Buffer): TenantKeys {
  const part = (name: string) => Buffer.from(hkdfSync('sha256', dataKey, '', name, 32))
  const rowKey = part('rows')
  const indexKey = part('blind index')
  return {
    encrypt: (clear, about) => seal(rowKey, Buffer.from(clear, 'utf8'), about),
    decrypt: (cipher, about) => open(rowKey, cipher, about).toString('utf8'),
    blindIndex: (kind, normalised) => createHmac('sha256', indexKey).update(`${kind}\n${normalised}`).digest(),
  }
}

/** In: SHIFTDESK_MASTER_KEY, base64 of 32 bytes. Throws BadMasterKey. */
export function openKeyRing(masterKey: string): KeyRing {
  const master = Buffer.from(masterKey, 'base64')
  if (master.length !== 32) throw new BadMasterKey()
  const known = new Map<string, TenantKeys>()
  return {
    newTenantKey: (tenant) => seal(master, randomBytes(32), `tenant key:${tenant}`),
    async of(db, tenant) {
      const found = known.get(tenant)
      if (found) return found
      const [row] = await db<{ wrapped: Buffer }[]>`select data_key_wrapped as wrapped from tenant where tenant = ${tenant}`
      if (!row) throw new UnknownTenant()
      const keys = tenantKeys(open(master, row.wrapped, `tenant key:${tenant}`))
      known.set(tenant, keys)
      return keys
    },
  }
}
