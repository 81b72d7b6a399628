import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSecretFile } from './secret-file.ts'

// Turns each byte over: enough to see that nothing is written in clear.
const turned = (bytes: Buffer) => Buffer.from(bytes.map(byte => byte ^ 0xff))
const store = {
  encrypt: async (text: string) => turned(Buffer.from(text)),
  decrypt: async (bytes: Buffer) => turned(bytes).toString(),
}

let folder = ''
const file = () => path.join(folder, 'secrets.json')
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'shiftdesk-secrets-')) })
afterEach(() => { rmSync(folder, { recursive: true }) })

test('keeps, reads and deletes, encrypted and for this user only', async () => {
  const secrets = openSecretFile(file(), store)
  await Promise.all([secrets.write('a', 'key of a'), secrets.write('b', 'key of b')])
  expect(await openSecretFile(file(), store).read('a')).toBe('key of a')
  expect(readFileSync(file(), 'utf8')).not.toContain('key of a')
  expect(statSync(file()).mode & 0o077).toBe(0)
  await secrets.write('a', null)
  expect(await secrets.read('a')).toBeNull()
  expect(await secrets.read('b')).toBe('key of b')
})

test('what the store cannot read any more counts as absent', async () => {
  await openSecretFile(file(), store).write('a', 'x')
  const changed = { ...store, decrypt: () => Promise.reject(new Error('another keyring')) }
  expect(await openSecretFile(file(), changed).read('a')).toBeNull()
})

test('without a store nothing is kept, but old secrets are deleted', async () => {
  await openSecretFile(file(), store).write('a', 'x')
  const without = openSecretFile(file(), null)
  await without.write('b', 'y')
  await without.write('a', null)
  expect(readFileSync(file(), 'utf8')).toBe('{"version":1,"secrets":{}}')
})

test('a damaged file counts as empty', async () => {
  writeFileSync(file(), '{"version":1,')
  expect(await openSecretFile(file(), store).read('a')).toBeNull()
})
