import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { KeyMissing, KeyTooShort, loadKeys } from './keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiftdesk-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('makes keys once for a trial, readable by their owner only', async () => {
  const [first, second] = await Promise.all([loadKeys({}, folder, false), loadKeys({}, folder, false)])
  expect(Buffer.from(first.masterKey, 'base64')).toHaveLength(32)
  expect(await loadKeys({}, folder, false)).toEqual(first)
  expect(second).toEqual(first)
  expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600)
})

it('refuses to make up keys in production, and keys that are too short', async () => {
  await expect(loadKeys({}, folder, true)).rejects.toThrow(KeyMissing)
  await expect(loadKeys({ SHIFTDESK_MASTER_KEY: 'c2hvcnQ=' }, folder, false)).rejects.toThrow(KeyTooShort)
  const key = Buffer.alloc(32, 1).toString('base64')
  expect((await loadKeys({ SHIFTDESK_MASTER_KEY: key, SHIFTDESK_JWT_KEY: key }, folder, true)).masterKey).toBe(key)
})
