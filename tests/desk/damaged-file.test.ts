import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DeskFile } from '../../db/handle.ts'
import { unwrapWithPassword } from '../../core/keys/password-wrap.ts'
import { AgentFolder } from '../../core/keys/key-file.ts'
import type { Answer } from '../../protocol/desk-api.ts'
import { startApi, type RunningApi } from './running-api.ts'

// The headless desk in a process of its own, on a disk that fills up, with a file that breaks, and with one of a later program.
let api: RunningApi
let dir: string
const password = 'shiftdesk-demo'
const children: ChildProcess[] = []
beforeAll(async () => {
  api = await startApi()
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-damaged-'))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await api?.stop()
  spawnSync('umount', ['-l', join(dir, 'small')])
  rmSync(dir, { recursive: true, force: true })
}, 90_000)

function headless(folder: string) {
  const child = spawn(process.execPath, ['core/headless.ts', '--dir', folder, '--no-sign-in'], { stdio: ['pipe', 'pipe', 'ignore'] })
  children.push(child)
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  createInterface({ input: child.stdout }).on('line', line => {
    const frame = JSON.parse(line) as { t: string; id: number; answer: Answer<unknown> }
    if (frame.t === 'answer') waiting.get(frame.id)?.(frame.answer)
  })
  let id = 0
  const call = (name: string, input: unknown): Promise<string> => new Promise(resolve => {
    id += 1
    waiting.set(id, answer => resolve(answer.ok ? 'ok' : answer.error.code))
    child.stdin.write(`${JSON.stringify({ t: 'call', id, name, input })}\n`)
  })
  return {
    call, child, signIn: (account: string) => call('session.signIn', { api: api.url, shop: api.shop, account, password, staySignedIn: false }),
    stop: async () => {
      const ended = once(child, 'exit')
      child.stdin.end()
      await ended
    },
  }
}
const databaseIn = (folder: string): string => join(folder, readdirSync(folder).find(name => name.endsWith('.db')) ?? '')

test('a full disk is said call by call, the engine lives on, and with room again everything that was said to be kept is kept', async () => {
  const small = join(dir, 'small')
  mkdirSync(small)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', small], { encoding: 'utf8' })
  expect(mounted.stderr, 'a small disk needs the right to mount').toBe('')
  const desk = headless(small)
  expect(await desk.signIn('qiqi')).toBe('ok')
  expect(await desk.call('presence.set', { state: 'online', reason: null })).toBe('ok')
  const ballast = openSync(join(small, 'ballast'), 'w')
  expect(() => { for (;;) writeSync(ballast, Buffer.alloc(4_096)) }).toThrow('ENOSPC')
  closeSync(ballast)
  const codes: string[] = []
  for (let n = 0; n < 200; n++) codes.push(await desk.call('presence.set', { state: 'online', reason: `原因 ${n} ${'长'.repeat(150)}` }))
  expect(new Set(codes)).toEqual(new Set(codes.includes('ok') ? ['ok', 'disk_full'] : ['disk_full']))
  expect(desk.child.exitCode).toBeNull()
  rmSync(join(small, 'ballast'))
  expect(await desk.call('presence.set', { state: 'online', reason: null })).toBe('ok')
  await desk.stop()
  const again = headless(small)
  expect(await again.signIn('qiqi')).toBe('ok')
  await again.stop()
}, 120_000)

test('a damaged file and one of a newer program are said as such, and not a byte of them is changed', async () => {
  const folder = join(dir, 'broken')
  const desk = headless(folder)
  expect(await desk.signIn('momo')).toBe('ok')
  await desk.stop()
  const path = databaseIn(folder)
  const keyFile = new AgentFolder(folder).list()[0]
  if (!keyFile) throw new Error('no key file')
  const file = DeskFile.open(path, await unwrapWithPassword(keyFile.password, password, keyFile.fileId))
  const version = file.read.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  file.write(db => db.exec('PRAGMA user_version = 999'))
  file.close()
  const newer = readFileSync(path)
  const second = headless(folder)
  expect(await second.signIn('momo')).toBe('file_newer')
  await second.stop()
  expect(readFileSync(path).equals(newer)).toBe(true)
  const mended = DeskFile.open(path, await unwrapWithPassword(keyFile.password, password, keyFile.fileId))
  mended.write(db => db.exec(`PRAGMA user_version = ${version}`))
  mended.close()

  const handle = openSync(path, 'r+')
  for (let at = 0; at < newer.length; at += 4_096) writeSync(handle, Buffer.alloc(64, 0xa5), 0, 64, at + 100)
  closeSync(handle)
  const damaged = readFileSync(path)
  const third = headless(folder)
  expect(await third.signIn('momo')).toBe('file_damaged')
  expect(readFileSync(path).equals(damaged)).toBe(true)
  expect(await third.call('file.setAside', { fileId: keyFile.fileId })).toBe('ok')
  expect(await third.signIn('momo')).toBe('ok')
  expect(readdirSync(folder).some(name => readFileSync(join(folder, name)).equals(damaged))).toBe(true)
  await third.stop()
}, 120_000)
