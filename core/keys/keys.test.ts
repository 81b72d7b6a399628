import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskFile } from '../../db/handle.ts'
import { readNumber } from '../../db/local/meta.ts'
import { testFile } from '../../db/test-file.ts'
import type { ApiClient } from '../sync/api-client.ts'
import { keyForSignIn } from '../session/keys-of-sign-in.ts'
import { KeyFileDamagedError, WrongPasswordError } from './errors.ts'
import { AgentFolder, fileIdOf, type KeyFile } from './key-file.ts'
import { leaseLeftMs, noteHeard, noteTime } from './lease.ts'
import { unwrapWithPassword, wrapWithPassword } from './password-wrap.ts'

let dir: string
let folder: AgentFolder
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-keys-'))
  folder = new AgentFolder(dir)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const fileId = fileIdOf('http://127.0.0.1:1/', 'yunduo', 'xiaoan')
const key = new Uint8Array(32).map((_, i) => i)
const about = {
  fileId, api: 'http://127.0.0.1:1/', shop: 'yunduo', account: 'xiaoan', name: 'A', deviceId: 'd', staySignedIn: false, lastUsedAtMs: 5,
}
const escrow = (kept: Uint8Array | null): ApiClient =>
  ({ escrowGet: async () => kept && Buffer.from(kept).toString('base64') }) as unknown as ApiClient
const stored = async (password: string): Promise<KeyFile> => {
  const file: KeyFile = { version: 1, cipher: 'aegis-256', ...about, password: await wrapWithPassword(key, password, fileId) }
  folder.write(file)
  return file
}

test('a password opens its wrap with the parameters kept in it; another does not', async () => {
  const wrap = await wrapWithPassword(key, 'right', fileId)
  expect(wrap).toMatchObject({ kdf: 'scrypt', N: 32_768, r: 8, p: 3, cipher: 'aes-256-gcm' })
  expect(await unwrapWithPassword(wrap, 'right', fileId)).toEqual(key)
  await expect(unwrapWithPassword(wrap, 'wrong', fileId)).rejects.toThrow(WrongPasswordError)
})

test('a wrap that was changed, or belongs to another file, opens nothing', async () => {
  const wrap = await wrapWithPassword(key, 'right', fileId)
  const data = Buffer.from(wrap.data, 'base64')
  data[0] = (data[0] ?? 0) ^ 1
  await expect(unwrapWithPassword({ ...wrap, data: data.toString('base64') }, 'right', fileId)).rejects.toThrow(WrongPasswordError)
  await expect(unwrapWithPassword(wrap, 'right', 'another')).rejects.toThrow(WrongPasswordError)
})

test('a key file holds no key in clear, and comes back as it was written', async () => {
  const file = await stored('right')
  expect(folder.read(fileId)).toEqual(file)
  const text = readFileSync(join(dir, `${fileId}.key`), 'utf8')
  expect(text).not.toContain(Buffer.from(key).toString('base64'))
  expect(folder.list().map(({ account }) => account)).toEqual(['xiaoan'])
})

test('a damaged key file is said, not listed, and not overwritten', async () => {
  await stored('right')
  const path = join(dir, `${fileId}.key`)
  writeFileSync(path, '{"version":1,')
  expect(() => folder.read(fileId)).toThrow(KeyFileDamagedError)
  expect(folder.list()).toEqual([])
  writeFileSync(folder.database(fileId), 'rows')
  await expect(keyForSignIn(folder, escrow(null), 'right', about)).rejects.toThrow(KeyFileDamagedError)
  expect(readFileSync(folder.database(fileId), 'utf8')).toBe('rows')
  expect(readFileSync(path, 'utf8')).toBe('{"version":1,')
})

test('sign-in: own wrap; after a reset password the escrow, wrapped anew; a new key only where there is no database', async () => {
  const file = await stored('old')
  writeFileSync(folder.database(fileId), 'rows')
  expect(await keyForSignIn(folder, escrow(null), 'old', about)).toEqual({ key, keyFile: file })
  const reset = await keyForSignIn(folder, escrow(key), 'new', about)
  expect(reset.key).toEqual(key)
  expect(await unwrapWithPassword(reset.keyFile.password, 'new', fileId)).toEqual(key)
  const stillOpen = await keyForSignIn(folder, escrow(null), 'newer', about, key)
  expect(await unwrapWithPassword(stillOpen.keyFile.password, 'newer', fileId)).toEqual(key)
  rmSync(folder.database(fileId))
  rmSync(join(dir, `${fileId}.key`))
  const fresh = await keyForSignIn(folder, escrow(null), 'new', about)
  expect(fresh.key).not.toEqual(key)
})

test('agents of one machine have files of their own; the same shop under another path is the same file', () => {
  expect(fileIdOf('http://127.0.0.1:1', 'YUNDUO', 'xiaoan ')).toBe(fileId)
  expect(fileIdOf('http://127.0.0.1:1', 'yunduo', 'ajie')).not.toBe(fileId)
})

const HOUR = 3_600_000
function leased(): DeskFile {
  const file = testFile(join(dir, 'lease.db'))
  file.write(db => noteHeard(db, 1_000 * HOUR))
  return file
}

test('the lease: 72 hours since the server was heard', () => {
  const file = leased()
  expect(leaseLeftMs(file.read, 1_071 * HOUR)).toBe(HOUR)
  expect(leaseLeftMs(file.read, 1_073 * HOUR)).toBe(-HOUR)
  file.close()
})

test('a clock turned back never extends the lease; turned forward it asks for the network and wipes nothing', () => {
  const file = leased()
  file.write(db => noteTime(db, 1_070 * HOUR))
  expect(leaseLeftMs(file.read, 1_001 * HOUR)).toBe(2 * HOUR)
  expect(leaseLeftMs(file.read, 9_999 * HOUR)).toBeLessThan(0)
  file.write(db => noteTime(db, 1_002 * HOUR))
  expect(readNumber(file.read, 'high_water_ms')).toBe(1_070 * HOUR)
  // The server is heard again: its time is above the mark.
  file.write(db => noteHeard(db, 1_071 * HOUR))
  expect(leaseLeftMs(file.read, 1_071 * HOUR)).toBe(72 * HOUR)
  file.close()
})

test('a file that never heard the server has no lease', () => {
  const file = testFile(join(dir, 'never.db'))
  expect(leaseLeftMs(file.read, 5)).toBe(0)
  file.close()
})
