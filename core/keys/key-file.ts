import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { writeAtomically } from './atomic-write.ts'
import { KeyFileDamagedError } from './errors.ts'
import { PasswordWrap } from './password-wrap.ts'

/** One per agent on this machine. Holds no key in clear and nothing about customers. */
export const KeyFile = z.object({
  version: z.literal(1),
  fileId: z.string(),
  /** Of the database: so that a later version can tell. */
  cipher: z.literal('aegis-256'),
  api: z.string(),
  shop: z.string(),
  account: z.string(),
  name: z.string(),
  deviceId: z.string(),
  staySignedIn: z.boolean(),
  lastUsedAtMs: z.number(),
  password: PasswordWrap,
})
export type KeyFile = z.infer<typeof KeyFile>

/** @returns which file belongs to an agent of a shop at an API */
export function fileIdOf(api: string, shop: string, account: string): string {
  const text = [new URL(api).origin, shop.trim().toLowerCase(), account.trim().toLowerCase()].join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}

/** The folder of the agent files: `ID.key`, `ID.db` (and its -wal, -shm), `ID.lock`. */
export class AgentFolder {
  readonly dir: string

  constructor(dir: string) {
    this.dir = dir
    mkdirSync(dir, { recursive: true, mode: 0o700 })
  }

  database(fileId: string): string {
    return join(this.dir, `${fileId}.db`)
  }

  lock(fileId: string): string {
    return join(this.dir, `${fileId}.lock`)
  }

  hasDatabase(fileId: string): boolean {
    return existsSync(this.database(fileId))
  }

  /** @returns null when there is none @throws KeyFileDamagedError */
  read(fileId: string): KeyFile | null {
    const path = this.#key(fileId)
    if (!existsSync(path)) return null
    let json: unknown
    try {
      json = JSON.parse(readFileSync(path, 'utf8'))
    } catch (error) {
      throw new KeyFileDamagedError(fileId, { cause: error })
    }
    const parsed = KeyFile.safeParse(json)
    if (!parsed.success || parsed.data.fileId !== fileId) throw new KeyFileDamagedError(fileId)
    return parsed.data
  }

  write(file: KeyFile): void {
    writeAtomically(this.#key(file.fileId), JSON.stringify(file, null, 1))
  }

  /** @returns every readable key file, last used first; a damaged one is passed over here and said at sign-in */
  list(): KeyFile[] {
    const found: KeyFile[] = []
    for (const name of readdirSync(this.dir)) {
      if (!/^[0-9a-f]{24}\.key$/.test(name)) continue
      try {
        const file = this.read(name.slice(0, -4))
        if (file) found.push(file)
      } catch (error) {
        if (!(error instanceof KeyFileDamagedError)) throw error
      }
    }
    return found.sort((a, b) => b.lastUsedAtMs - a.lastUsedAtMs)
  }

  /** Deletes an agent's file: sign-out with `remove`, or a revoked device (I13). */
  remove(fileId: string): void {
    for (const path of this.#all(fileId)) rmSync(path, { force: true })
  }

  /** Keeps a damaged file under another name, so that a new one can be made. @param stamp e.g. the time @returns the new names */
  setAside(fileId: string, stamp: string): string[] {
    const moved: string[] = []
    for (const path of this.#all(fileId)) {
      if (!existsSync(path)) continue
      renameSync(path, `${path}.aside-${stamp}`)
      moved.push(`${path}.aside-${stamp}`)
    }
    return moved
  }

  #key(fileId: string): string {
    return join(this.dir, `${fileId}.key`)
  }

  #all(fileId: string): string[] {
    const database = this.database(fileId)
    return [this.#key(fileId), database, `${database}-wal`, `${database}-shm`]
  }
}
