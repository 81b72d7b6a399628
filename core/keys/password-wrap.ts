import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import * as z from 'zod/mini'
import { KeyFileDamagedError, WrongPasswordError } from './errors.ts'

/** The database key under a password: parameters beside the data, so that they can grow. Binary values are base64. */
export const PasswordWrap = z.object({
  kdf: z.literal('scrypt'),
  N: z.int().check(z.gte(2 ** 14), z.lte(2 ** 20)),
  r: z.int().check(z.gte(1), z.lte(32)),
  p: z.int().check(z.gte(1), z.lte(16)),
  salt: z.string(),
  cipher: z.literal('aes-256-gcm'),
  iv: z.string(),
  tag: z.string(),
  data: z.string(),
})
export type PasswordWrap = z.infer<typeof PasswordWrap>

const COST = { N: 2 ** 15, r: 8, p: 3 }

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** @param key 32 bytes @param fileId bound into the wrap: it opens no other file */
export async function wrapWithPassword(key: Uint8Array, password: string, fileId: string): Promise<PasswordWrap> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(password, salt, COST), iv)
  cipher.setAAD(Buffer.from(fileId))
  const data = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    kdf: 'scrypt', ...COST, salt: salt.toString('base64'), cipher: 'aes-256-gcm', iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64'),
  }
}

/** @returns the key @throws WrongPasswordError (also when the wrap was changed) · KeyFileDamagedError for impossible parameters */
export async function unwrapWithPassword(wrap: PasswordWrap, password: string, fileId: string): Promise<Uint8Array> {
  const iv = Buffer.from(wrap.iv, 'base64')
  const tag = Buffer.from(wrap.tag, 'base64')
  if (iv.length !== 12 || tag.length !== 16) throw new KeyFileDamagedError('wrap')
  const derived = await derive(password, Buffer.from(wrap.salt, 'base64'), wrap)
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived, iv)
    decipher.setAAD(Buffer.from(fileId))
    decipher.setAuthTag(tag)
    return new Uint8Array(Buffer.concat([decipher.update(Buffer.from(wrap.data, 'base64')), decipher.final()]))
  } catch (error) {
    throw new WrongPasswordError('wrap does not open', { cause: error })
  }
}
