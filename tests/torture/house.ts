import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../../api/edge/clock.ts'
import { systemRandom } from '../../api/edge/ids.ts'
import { openKeyRing } from '../../api/store/crypto.ts'
import { connect } from '../../api/store/database.ts'
import { reachableFolder, unprivilegedUser } from '../../api/store/embedded/run-as.ts'
import { startEmbedded } from '../../api/store/embedded/server.ts'
import type { EmbeddedServer } from '../../api/store/embedded/server.ts'
import type { Store } from '../../api/store/transaction.ts'
import type { Sql } from '../../api/store/sql.ts'
import { TcpProxy } from '../network/tcp-proxy.ts'
import { NODES } from './plan.ts'
import { Child, ProcessEnded, sleep, within } from './processes.ts'

const READY = 'SHIFTDESK_READY '
const READY_LIMIT_MS = 90_000

/** Stops PostgreSQL when this process is gone, however it went: the server is detached and would stay. */
function watchdog(pidFile: string): ChildProcess {
  const script = 'cat >/dev/null; pid=$(head -n 1 "$0" 2>/dev/null) && kill -QUIT "$pid"'
  const child = spawn('/bin/sh', ['-c', script, pidFile], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  child.unref()
  return child
}

interface Node {
  child: Child | null
  port: number
  ready: Promise<void>
  /** We end it ourselves. */
  meant: boolean
}

/** The server's side: one durable PostgreSQL behind a line of its own, API nodes, and a balancer before them. */
export class House {
  readonly folder: string
  readonly balancer: TcpProxy
  readonly #environment: Record<string, string>
  readonly #nodes: Node[] = []
  readonly #databaseLine: TcpProxy
  readonly #dataFolder: string
  #postgres: EmbeddedServer
  #guard: ChildProcess
  #turn = 0
  #closed = false
  /** Nodes that ended without being killed. */
  readonly crashes: string[] = []

  private constructor(folder: string, postgres: EmbeddedServer, parts: {
    databaseLine: TcpProxy, environment: Record<string, string>, dataFolder: string,
  }, balancer: TcpProxy) {
    this.folder = folder
    this.balancer = balancer
    this.#postgres = postgres
    this.#databaseLine = parts.databaseLine
    this.#environment = parts.environment
    this.#dataFolder = parts.dataFolder
    this.#guard = watchdog(this.#pidFile)
  }

  /** Starts everything with the demo shop in it. Throws ProcessEnded, EmbeddedPostgresFailed. */
  static async open(folder: string): Promise<House> {
    const dataFolder = path.join(folder, 'postgres')
    const postgres = await startEmbedded({ folder: dataFolder, clock: systemClock })
    const admin = connect(postgres.url('postgres'), 1)
    await admin`create database shiftdesk`
    await admin.end()
    const state: { house?: House } = {}
    const databaseLine = await TcpProxy.open(() => [state.house?.databasePort ?? 0])
    const url = new URL(postgres.url('shiftdesk'))
    url.port = String(databaseLine.port)
    const environment = {
      DATABASE_URL: url.href,
      SHIFTDESK_MASTER_KEY: randomBytes(32).toString('base64'),
      SHIFTDESK_JWT_KEY: randomBytes(32).toString('base64'),
      SHIFTDESK_LOG_LEVEL: 'info',
    }
    const balancer = await TcpProxy.open(() => state.house?.nodePorts() ?? [])
    const house = new House(folder, postgres, { databaseLine, environment, dataFolder }, balancer)
    state.house = house
    try {
      await house.startNode(0)
      for (let n = 1; n < NODES; n++) await house.startNode(n)
    } catch (error) {
      await house.close()
      throw error
    }
    return house
  }

  get databasePort(): number {
    return Number(new URL(this.#postgres.url('shiftdesk')).port)
  }

  /** The nodes' ports, each time beginning with the next one. A stopped process still accepts, as a real one does. */
  nodePorts(): number[] {
    this.#turn += 1
    const up = this.#nodes.filter(({ child, port }) => child?.alive && port > 0).map(({ port }) => port)
    const first = up.length === 0 ? 0 : this.#turn % up.length
    return [...up.slice(first), ...up.slice(0, first)]
  }

  /** A store on the database itself, past the line: to prepare and to compare. The caller ends `sql`. */
  openStore(): Store & { sql: Sql } {
    return {
      sql: connect(this.#postgres.url('shiftdesk'), 4), keys: openKeyRing(this.#environment['SHIFTDESK_MASTER_KEY'] ?? ''),
      clock: systemClock, random: systemRandom, hub: { committed: () => undefined },
    }
  }

  /** Starts an API node and waits until it listens, at most 90 s. Throws ProcessEnded. */
  startNode(n: number): Promise<void> {
    const node: Node = { child: null, port: 0, ready: Promise.resolve(), meant: false }
    this.#nodes[n] = node
    let listening: (port: number) => void = () => undefined
    const port = new Promise<number>(resolve => { listening = resolve })
    const child = new Child('api/main.ts', ['--demo', '--host', '127.0.0.1', '--port', '0', '--data', path.join(this.folder, 'data')], {
      logFile: path.join(this.folder, `api-${n}.log`),
      environment: this.#environment,
      onLine: line => {
        if (line.startsWith(READY)) listening(Number(new URL((JSON.parse(line.slice(READY.length)) as { url: string }).url).port))
      },
    })
    node.child = child
    void child.ended.then(() => { void this.#afterEnd(n, node) })
    node.ready = (async () => {
      const ended = child.ended.then(() => 0)
      const found = await within(READY_LIMIT_MS, Promise.race([port.then(value => { node.port = value }), ended]))
      if (!found || node.port === 0) throw new ProcessEnded(`API node ${n} is not ready; its log: ${child.logFile}`)
    })()
    return node.ready
  }

  /** kill -9; nothing is said to anybody. */
  async killNode(n: number): Promise<void> {
    const node = this.#nodes[n]
    if (!node) return
    node.meant = true
    await node.child?.kill()
  }

  /** A node that crashed is started again, as a service manager does; it counts as a fault of its own. */
  async #afterEnd(n: number, node: Node): Promise<void> {
    if (node.meant || node.port === 0 || this.#closed) return
    this.crashes.push(`API node ${n} ended by itself`)
    node.meant = true
    await sleep(500)
    if (this.#nodes[n] === node && !this.#closed) await this.keepNode(n)
  }

  /** A node that ended by itself (the database was away while it started) is started again, as a service manager does. */
  async keepNode(n: number): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        if (this.#nodes[n]?.child?.alive) await this.#nodes[n].ready
        else await this.startNode(n)
        return
      } catch (error) {
        if (!(error instanceof ProcessEnded) || attempt === 10) throw error
        await sleep(500)
      }
    }
  }

  signalNode(n: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#nodes[n]?.child?.signal(signal)
  }

  /** The server stands still, to be compared with the desks. */
  freeze(): void {
    for (let n = 0; n < NODES; n++) this.signalNode(n, 'SIGSTOP')
  }

  cutDatabase(): void {
    this.#databaseLine.cut()
  }

  healDatabase(): void {
    this.#databaseLine.heal(true)
  }

  /** Ends PostgreSQL: `hard` as a crash (immediate shutdown, recovery from its log), else as a restart by hand. */
  async stopDatabase(hard: boolean): Promise<void> {
    if (!hard) {
      await this.#postgres.stop()
      return
    }
    const pid = Number(readFileSync(this.#pidFile, 'utf8').split('\n')[0])
    process.kill(pid, 'SIGQUIT')
    for (let i = 0; i < 200 && existsSync(`/proc/${pid}`); i++) await sleep(50)
    // An immediate shutdown leaves the pid file; another process may take the number meanwhile.
    rmSync(this.#pidFile, { force: true })
  }

  async startDatabase(): Promise<void> {
    this.#postgres = await startEmbedded({ folder: this.#dataFolder, clock: systemClock })
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#nodes.map(async ({ child }) => { await child?.kill() }))
    await this.balancer.close()
    await this.#databaseLine.close()
    await this.#postgres.stop()
    this.#guard.kill('SIGKILL')
  }

  /** Removes the data, also where the database's user needs a folder of its own. */
  removeData(): void {
    const real = reachableFolder(this.#dataFolder, unprivilegedUser())
    rmSync(real, { recursive: true, force: true })
    rmSync(this.folder, { recursive: true, force: true })
  }

  get #pidFile(): string {
    return path.join(reachableFolder(this.#dataFolder, unprivilegedUser()), 'postgres', 'postmaster.pid')
  }
}

