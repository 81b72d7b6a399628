import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
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

/** Reads a key file or makes it, once: of two nodes that start together the first one's file counts. */
async function keyFile(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      const key = randomBytes(32).toString('base64')
      await file.writeFile(`${key}\n`)
      await file.sync()
      return key
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return (await readFile(path, 'utf8')).trim()
  }
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
