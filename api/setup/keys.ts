import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** A production server without its keys: set both variables, and keep a copy of the master key apart from the backups. */
export class KeyMissing extends Error {
  constructor(variable: string) {
    super(`NODE_ENV=production without ${variable}: set it (openssl rand -base64 32), the same on every node`)
    this.name = 'KeyMissing'
  }
}

/** A key that is too short to be one. */
export class KeyTooShort extends Error {
  constructor(variable: string) {
    super(`${variable} must be at least 32 bytes in base64 (openssl rand -base64 32)`)
    this.name = 'KeyTooShort'
  }
}

export interface ServerKeys {
  /** Base64, for openKeyRing. */
  readonly masterKey: string
  readonly jwtKey: Uint8Array
}

/** Reads a key file or makes it, once and whole: of two nodes that start together the first one's file counts. */
async function keyFile(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  if (existsSync(path)) return (await readFile(path, 'utf8')).trim()
  const fresh = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(fresh, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(fresh, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await unlink(fresh)
  }
  return (await readFile(path, 'utf8')).trim()
}

/**
 * The server's keys: from the environment, else (trials) made once and kept in the data folder, mode 600.
 * Throws KeyMissing in production, KeyTooShort.
 */
export async function loadKeys(
  environment: Record<string, string | undefined>, dataFolder: string, production: boolean,
): Promise<ServerKeys> {
  const key = async (variable: string, file: string): Promise<string> => {
    const given = environment[variable]?.trim()
    if (given === undefined || given === '') {
      if (production) throw new KeyMissing(variable)
      return keyFile(dataFolder, file)
    }
    if (Buffer.from(given, 'base64').length < 32) throw new KeyTooShort(variable)
    return given
  }
  return {
    masterKey: await key('SHIFTDESK_MASTER_KEY', 'master.key'),
    jwtKey: Buffer.from(await key('SHIFTDESK_JWT_KEY', 'jwt.key'), 'base64'),
  }
}
