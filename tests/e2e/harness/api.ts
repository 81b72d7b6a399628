import { spawn, spawnSync } from 'node:child_process'
import { cpSync, createWriteStream, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../../build/root.ts'
import { killTree } from './processes.ts'

/** What the API says when it listens (docs/CONTRACT.md, "API start"). */
export type Ready = {
  url: string
  shop: string
  chatUrl: string
  accounts: { account: string; password: string; name: string; roles: string[] }[]
  /** Customers of the shop with orders and a history, and the links by which they are known. */
  customers: { name: string; tier: string; chatUrl: string }[]
}

export type TestApi = Ready & {
  pid: number
  /** Everything it wrote so far: tail of stdout and stderr. */
  log: () => string
  /** As a service manager would. */
  stop: () => Promise<void>
  /** `kill -9` of the API alone; its PostgreSQL lives on. */
  kill: () => Promise<void>
}

// Names the data folder of an API that made its demo shop and was stopped (setup.ts).
const MADE = 'SHIFTDESK_E2E_MADE'

/** Makes the demo shop once for all tests of a run: each starts from a copy of its files, and shares nothing with the others. */
export async function makeDemoShop(dir: string): Promise<void> {
  const api = await startApi({ dir })
  await api.stop()
  process.env[MADE] = dir
}

/** A new data folder begins as the copy. PostgreSQL refuses files of another owner, so these are kept (root only; nobody else has to). */
function copyDemoShop(dir: string): void {
  const made = process.env[MADE]
  if (!made || readdirSync(dir).length > 0) return
  const copied = process.platform === 'win32' ? null : spawnSync('cp', ['-a', `${made}/.`, dir], { encoding: 'utf8' })
  if (!copied) cpSync(made, dir, { recursive: true })
  else if (copied.status !== 0) throw new Error(`the demo shop was not copied: ${copied.stderr}`)
}

/**
 * Starts the real API on loopback with its own PostgreSQL (or DATABASE_URL in `env`) and the demo shop.
 * @param dir data folder: a second start with the same one finds what the first left
 * @param port 0 takes a free one; a restart behind a proxy needs the old one
 */
export async function startApi({ dir, port = 0, env = {} }: {
  dir: string; port?: number; env?: Record<string, string>
}): Promise<TestApi> {
  mkdirSync(dir, { recursive: true })
  copyDemoShop(dir)
  const file = createWriteStream(path.join(dir, 'api.log'), { flags: 'a' })
  const lines: string[] = []
  const api = spawn(process.execPath, [path.join(root, 'api/main.ts'), '--demo', '--host', '127.0.0.1', '--port', String(port), '--data', dir], {
    cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const note = (line: string) => {
    file.write(`${line}\n`)
    lines.push(line)
    if (lines.length > 200) lines.shift()
  }
  const ended = new Promise<number | null>(resolve => { api.once('exit', resolve) })
  createInterface({ input: api.stderr }).on('line', note)
  const ready = await new Promise<Ready>((resolve, reject) => {
    const mark = 'SHIFTDESK_READY '
    createInterface({ input: api.stdout }).on('line', line => {
      note(line)
      if (line.startsWith(mark)) resolve(JSON.parse(line.slice(mark.length)) as Ready)
    })
    void ended.then(code => { reject(new Error(`the API ended with ${code}:\n${lines.slice(-20).join('\n')}`)) })
  })
  const pid = api.pid ?? 0
  return {
    ...ready,
    pid,
    log: () => lines.join('\n'),
    async stop() {
      if (api.exitCode !== null || api.signalCode !== null) return
      const limit = setTimeout(() => { void killTree(pid) }, 20_000)
      api.kill('SIGTERM')
      await ended
      clearTimeout(limit)
    },
    async kill() {
      api.kill('SIGKILL')
      await ended
    },
  }
}
