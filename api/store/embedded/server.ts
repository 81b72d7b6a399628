import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { ChildProcess } from 'node:child_process'
import type { Clock } from '../../../domain/ports.ts'
import { postgresBinaries, program } from './binaries.ts'
import { ownedFolder, reachableFolder, unprivilegedUser } from './run-as.ts'

/** The embedded PostgreSQL did not start; its own log is named. Nothing in the data folder was changed. */
export class EmbeddedPostgresFailed extends Error {
  constructor(what: string, log: string) {
    super(`embedded PostgreSQL: ${what} (see ${log})`)
    this.name = 'EmbeddedPostgresFailed'
  }
}

export interface EmbeddedServer {
  /** URL of a database of this server. */
  url(database: string): string
  /** Fast shutdown, unless another live process started it. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Data folder of the API; the cluster is `postgres` below it. */
  folder: string
  clock: Clock
  /** Tests only: no fsync. A trial run keeps every acknowledged write. */
  durable?: boolean
}

/** So long what a killed server left may still be ending. */
const CRASH_SETTLES_MS = 10_000

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

/** postmaster.pid: pid, data folder, start time, port, socket folder, address, memory key, state. */
function readPidFile(cluster: string): { pid: number, port: number, ready: boolean } | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** A killed one that waits for its parent to take notice still has its number and name, but serves nobody. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return alive(pid)
  try {
    return /^\d+ \(postgres.*\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/**
 * Starts the PostgreSQL of a data folder, or takes over the one that a killed API left running there.
 * Loopback only, scram-sha-256, UTF8, C locale; as root it runs as the user `postgres`. Throws EmbeddedPostgresFailed.
 */
export async function startEmbedded({ folder, clock, durable = true }: EmbeddedOptions): Promise<EmbeddedServer> {
  const runAs = unprivilegedUser()
  const native = postgresBinaries(runAs)
  const base = reachableFolder(folder, runAs)
  const cluster = join(base, 'postgres')
  const passwordFile = join(base, 'postgres-password')
  const ownerFile = join(base, 'postgres-owner.pid')
  const log = join(base, 'postgres.log')

  if (!existsSync(passwordFile)) {
    if (existsSync(join(cluster, 'PG_VERSION'))) throw new EmbeddedPostgresFailed(`${passwordFile} is missing`, log)
    writeFileSync(passwordFile, randomBytes(24).toString('hex') + '\n', { mode: 0o600 })
  }
  const password = readFileSync(passwordFile, 'utf8').trim()
  const url = (port: number) => (database: string) => `postgres://shiftdesk:${password}@127.0.0.1:${port}/${database}`

  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise()
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== '18') throw new EmbeddedPostgresFailed(`the data folder is of PostgreSQL ${version}, this is 18`, log)

  const running = readPidFile(cluster)
  if (running && isPostgres(running.pid)) {
    await waitReady(null)
    const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, 'utf8')) : 0
    const shared = owner > 0 && owner !== process.pid && alive(owner)
    if (!shared) writeFileSync(ownerFile, String(process.pid))
    return { url: url(running.port), stop: () => (shared ? Promise.resolve() : stopPid(running.pid)) }
  }

  const port = await freePort()
  const child = await launched()
  writeFileSync(ownerFile, String(process.pid))
  return { url: url(port), stop: () => stopPid(child.pid ?? 0) }

  /** After a crash its number or its memory may still be taken for a moment, by processes that end or wait to be collected: the server itself refuses to start then. */
  async function launched(): Promise<ChildProcess> {
    const start = clock.monotonic()
    for (;;) {
      const child = launch()
      try {
        await waitReady(child)
        return child
      } catch (error) {
        if (running === null || child.exitCode === null || clock.monotonic() - start > CRASH_SETTLES_MS) throw error
        await clock.sleep(100)
      }
    }
  }

  function launch(): ChildProcess {
    const output = openSync(log, 'a', 0o600)
    const child = spawn(program(native, 'postgres'), ['-D', cluster, '-p', String(port),
      '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200',
      '-c', 'shared_buffers=128MB', '-c', 'log_min_messages=warning', '-c', 'log_min_error_statement=panic',
      ...(durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'])],
    { ...(runAs ?? {}), stdio: ['ignore', output, output], detached: process.platform !== 'win32', env: { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' } })
    closeSync(output)
    child.unref()
    return child
  }

  function initialise(): void {
    ownedFolder(cluster, runAs)
    const shown = join(base, `postgres-init-${process.pid}`)
    // initdb reads the password as the unprivileged user, who cannot read our copy.
    writeFileSync(shown, password + '\n', { mode: 0o600 })
    if (runAs) chownSync(shown, runAs.uid, runAs.gid)
    try {
      const made = spawnSync(program(native, 'initdb'), ['-D', cluster, '-U', 'shiftdesk', `--pwfile=${shown}`, '-E', 'UTF8',
        '--locale=C', '--auth=scram-sha-256', ...(durable ? [] : ['--no-sync'])], { ...(runAs ?? {}), encoding: 'utf8', cwd: base })
      if (made.status !== 0) {
        writeFileSync(log, `${made.stdout}\n${made.stderr}\n`, { flag: 'a' })
        rmSync(cluster, { recursive: true, force: true })
        throw new EmbeddedPostgresFailed('initdb failed', log)
      }
    } finally {
      rmSync(shown, { force: true })
    }
  }

  async function waitReady(child: ChildProcess | null): Promise<void> {
    const start = clock.monotonic()
    while (clock.monotonic() - start < 60_000) {
      if (child && child.exitCode !== null) throw new EmbeddedPostgresFailed(`exited with ${child.exitCode}`, log)
      const file = readPidFile(cluster)
      // After a crash the file of the server before it says that one was ready.
      if (file?.ready && (child === null || file.pid === child.pid)) return
      await clock.sleep(20)
    }
    throw new EmbeddedPostgresFailed('was not ready within 60 s', log)
  }

  async function stopPid(pid: number): Promise<void> {
    rmSync(ownerFile, { force: true })
    if (!alive(pid)) return
    process.kill(pid, 'SIGINT')
    const start = clock.monotonic()
    // Gone is the pid file, too: a zombie of ours still has its pid until Node reaps it.
    while (existsSync(join(cluster, 'postmaster.pid')) && clock.monotonic() - start < 30_000) await clock.sleep(20)
  }
}
