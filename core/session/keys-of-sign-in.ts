import { randomBytes } from 'node:crypto'
import { readMeta, writeMeta } from '../../db/local/meta.ts'
import { KeyFileDamagedError, WrongPasswordError } from '../keys/errors.ts'
import type { AgentFolder, KeyFile } from '../keys/key-file.ts'
import { unwrapWithPassword, wrapWithPassword } from '../keys/password-wrap.ts'
import type { CoreParts } from '../parts.ts'
import type { ApiClient } from '../sync/api-client.ts'
import type { OpenDesk } from './open-desk.ts'

export type FoundKey = { key: Uint8Array; keyFile: KeyFile }

/** @returns the agent's key file; null when there is none or it is damaged: the database is never touched for that */
export function readKeyFile(folder: AgentFolder, fileId: string): KeyFile | null {
  try {
    return folder.read(fileId)
  } catch (error) {
    if (error instanceof KeyFileDamagedError) return null
    throw error
  }
}

/**
 * The database key of an agent the server has just let in: by the password, else the one this agent's desk had open a moment
 * ago, else from escrow (the password was reset, the key file damaged), else a new one, but only where there is no database yet.
 * @throws KeyFileDamagedError when a database is there and nothing opens it: it stays as it is
 */
export async function keyForSignIn(
  folder: AgentFolder, client: ApiClient, password: string, about: Omit<KeyFile, 'version' | 'cipher' | 'password'>,
  openKey: Uint8Array | null = null,
): Promise<FoundKey> {
  const { fileId } = about
  const known = readKeyFile(folder, fileId)
  let key: Uint8Array | null = null
  let wrap: KeyFile['password'] | null = null
  if (known) {
    try {
      key = await unwrapWithPassword(known.password, password, fileId)
      wrap = known.password
    } catch (error) {
      if (!(error instanceof WrongPasswordError)) throw error
    }
  }
  key ??= openKey
  if (!key && folder.hasDatabase(fileId)) {
    const kept = await client.escrowGet()
    if (kept === null) throw new KeyFileDamagedError('no key opens the file of this agent')
    key = new Uint8Array(Buffer.from(kept, 'base64'))
  }
  key ??= new Uint8Array(randomBytes(32))
  const keyFile: KeyFile = {
    version: 1, cipher: 'aegis-256', ...about, password: wrap ?? await wrapWithPassword(key, password, fileId),
  }
  return { key, keyFile }
}

/** A copy of the key with the server, once per device: a forgotten password loses nothing. Never throws: it is tried again at the next sign-in. */
export async function escrowKey(desk: OpenDesk, log: CoreParts['log']): Promise<void> {
  const { file, keyFile: { deviceId }, key, client } = desk
  try {
    if (readMeta(file.read, 'escrowed') === deviceId) return
    await client.escrowPut(Buffer.from(key).toString('base64'))
    if (file.open) file.write(db => writeMeta(db, 'escrowed', deviceId))
  } catch (error) {
    log('escrow_failed', { error: error instanceof Error ? error.name : 'unknown' })
  }
}
