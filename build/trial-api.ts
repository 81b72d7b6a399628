import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './root.ts'

/** What the API says on its READY line (docs/CONTRACT.md, "API start"). */
export interface ReadyLine {
  url: string
  shop: string
  chatUrl: string
  customers: { name: string, tier: string, chatUrl: string }[]
  accounts: { account: string, password: string, name: string, roles: string[] }[]
}

/** The API ended, or said nothing for too long, before it was ready. Recovery: its log, named in the message. */
export class ApiNotReadyError extends Error {
  override name = 'ApiNotReadyError'
}

const READY_LIMIT_MS = 180_000
const READY = 'SHIFTDESK_READY '
const PREFERRED_PORT = 4750

/**
 * Starts the API with demo data on loopback and waits until it listens. Its log goes to `api.log` in `folder`;
 * warnings and errors are shown too.
 */
export async function startTrialApi(folder: string): Promise<{ api: ChildProcess, ready: ReadyLine }> {
  const logFile = path.join(folder, 'api.log')
  const log = createWriteStream(logFile)
  const port = await isFree(PREFERRED_PORT) ? PREFERRED_PORT : 0
  const api = spawn(process.execPath, [path.join(root, 'api/main.ts'),
    '--demo', '--host', '127.0.0.1', '--port', String(port), '--data', folder], {
    cwd: root,
    env: trialEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  createInterface({ input: api.stderr }).on('line', line => {
    log.write(`${line}\n`)
    if (isTrouble(line)) console.error(`api: ${line}`)
  })
  const ready = await new Promise<ReadyLine>((resolve, reject) => {
    const limit = setTimeout(() => {
      api.kill()
      reject(new ApiNotReadyError(`the API was not ready after ${READY_LIMIT_MS / 1000} s; its log: ${logFile}`))
    }, READY_LIMIT_MS)
    createInterface({ input: api.stdout }).on('line', line => {
      log.write(`${line}\n`)
      if (!line.startsWith(READY)) return
      clearTimeout(limit)
      resolve(JSON.parse(line.slice(READY.length)) as ReadyLine)
    })
    api.once('error', reject)
    api.once('exit', code => {
      clearTimeout(limit)
      reject(new ApiNotReadyError(`the API ended with ${code} before it was ready; its log: ${logFile}`))
    })
  })
  return { api, ready }
}

/** A trial never fills a real database with its demo shop, whatever the environment names. */
function trialEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'development' }
  delete environment['DATABASE_URL']
  delete environment['DATABASE_DIRECT_URL']
  return environment
}

/** Lines that are no JSON are a crash's words; pino's level 40 is a warning. */
function isTrouble(line: string): boolean {
  const level = /^\{"level":(\d+)/.exec(line)?.[1]
  return level === undefined ? line.trim() !== '' && !line.startsWith('{') : Number(level) >= 40
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => { probe.close(() => resolve(true)) })
  })
}
