import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { issueAccessToken } from '../../api/auth/access-token.ts'
import { startFamily } from '../../api/auth/refresh-tokens.ts'
import { systemClock } from '../../api/edge/clock.ts'
import { systemIds } from '../../api/edge/ids.ts'
import type { ApiContext } from '../../api/context.ts'
import { connect } from '../../api/store/database.ts'
import { reachableFolder, unprivilegedUser } from '../../api/store/embedded/run-as.ts'
import { startEmbedded } from '../../api/store/embedded/server.ts'
import type { EmbeddedServer } from '../../api/store/embedded/server.ts'
import { migrate } from '../../api/store/migrate.ts'
import { TEST_MASTER_KEY, testContext, testShop } from '../../api/store/test-context.ts'
import type { TestShop } from '../../api/store/test-context.ts'
import type { StudioAsk, StudioInput, StudioOutput } from '../../protocol/studio.ts'
import { TcpProxy } from '../network/tcp-proxy.ts'

const SIGNING_KEY = randomBytes(32)
const still = new Int32Array(new SharedArrayBuffer(4))

/** A real API process on the house's database. */
export interface Node {
  readonly url: string
  readonly child: ChildProcess
  /** kill -9, until it is gone. */
  kill(): Promise<void>
}

/** A shop on a durable PostgreSQL that can be killed, real API nodes, and a way past them to look at the truth. */
export class KillableHouse {
  readonly context: ApiContext & { end(): Promise<void> }
  readonly shop: TestShop
  readonly #dir: string
  readonly #line: TcpProxy
  readonly #url: string
  readonly #nodes: Node[] = []
  #postgres: EmbeddedServer

  private constructor(dir: string, line: TcpProxy, postgres: EmbeddedServer, parts: { url: string, context: KillableHouse['context'], shop: TestShop }) {
    this.#dir = dir
    this.#line = line
    this.#postgres = postgres
    this.#url = parts.url
    this.context = parts.context
    this.shop = parts.shop
  }

  static async open(): Promise<KillableHouse> {
    const dir = mkdtempSync(join(tmpdir(), 'shiftdesk-kill-'))
    // Started by root, the server runs as another user: it has to get there.
    chmodSync(dir, 0o755)
    const postgres = await startEmbedded({ folder: join(dir, 'data'), clock: systemClock })
    const admin = connect(postgres.url('postgres'), 1)
    await admin`create database shiftdesk`
    await admin.end()
    const state: { house?: KillableHouse } = {}
    // A restarted server listens elsewhere.
    const line = await TcpProxy.open(() => [Number(new URL((state.house?.postgres ?? postgres).url('shiftdesk')).port)])
    const url = new URL(postgres.url('shiftdesk'))
    url.port = String(line.port)
    const sql = connect(url.href, 6)
    await migrate(sql)
    const context = await testContext({ sql, url: url.href, close: () => sql.end({ timeout: 1 }) })
    const shop = await testShop(context, { zhuguan: { roles: ['supervisor'] }, xiaoan: {} })
    return state.house = new KillableHouse(dir, line, postgres, { url: url.href, context, shop })
  }

  get postgres(): EmbeddedServer {
    return this.#postgres
  }

  async startNode(): Promise<Node> {
    const child = spawn(process.execPath, ['api/main.ts', '--port', '0', '--data', join(this.#dir, `node-${this.#nodes.length}`)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], DATABASE_URL: this.#url, SHIFTDESK_MASTER_KEY: TEST_MASTER_KEY, SHIFTDESK_JWT_KEY: SIGNING_KEY.toString('base64'), SHIFTDESK_LOG_LEVEL: 'warn' },
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => { errors = (errors + chunk.toString()).slice(-4_000) })
    const mark = 'SHIFTDESK_READY '
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', line => { if (line.startsWith(mark)) resolve((JSON.parse(line.slice(mark.length)) as { url: string }).url) })
      child.once('exit', code => { reject(new Error(`the node ended with ${code}: ${errors}`)) })
    })
    const ended = new Promise<void>(resolve => { child.once('exit', () => { resolve() }) })
    const node: Node = { url, child, kill: () => (child.kill('SIGKILL'), ended) }
    this.#nodes.push(node)
    return node
  }

  /** The supervisor's questions at a node, over HTTP. */
  async supervisor(): Promise<<N extends StudioAsk>(node: Node, name: N, input: StudioInput<N>) => Promise<StudioOutput<N>>> {
    const { tenant } = this.shop
    const who = { tenant, personId: this.shop.people['zhuguan'] ?? '', deviceId: this.shop.devices['zhuguan'] ?? '' }
    const { sql } = this.context
    const { familyId } = await sql.begin(tx => startFamily(tx as never, who, systemIds, systemClock.now()))
    const { token } = await issueAccessToken(SIGNING_KEY, { ...who, familyId }, systemClock)
    return async (node, name, input) => {
      const answer = await fetch(`${node.url}/v1/studio/${name}`, {
        method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      })
      if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
      return await answer.json() as never
    }
  }

  /**
   * kill -9 of the database server and all its processes, as when the machine's memory ran out; what was in its buffers is gone. Nothing
   * else of this process runs meanwhile: whoever starts it again at once finds the dead one as its parent has not yet taken notice of it.
   */
  killPostgres(): void {
    const pid = Number(readFileSync(this.#pidFile, 'utf8').split('\n')[0])
    const children = readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(other => parentOf(other) === pid)
    for (const one of [pid, ...children]) kill(one)
    for (const one of [pid, ...children]) while (parentOf(one) !== null) Atomics.wait(still, 0, 0, 10)
  }

  async startPostgres(): Promise<void> {
    this.#postgres = await startEmbedded({ folder: join(this.#dir, 'data'), clock: systemClock })
  }

  async close(): Promise<void> {
    await Promise.all(this.#nodes.map(node => node.kill()))
    await this.context.end()
    await this.context.sql.end({ timeout: 1 })
    await this.#line.close()
    await this.#postgres.stop()
    rmSync(reachableFolder(join(this.#dir, 'data'), unprivilegedUser()), { recursive: true, force: true })
    rmSync(this.#dir, { recursive: true, force: true })
  }

  get #pidFile(): string {
    return join(reachableFolder(join(this.#dir, 'data'), unprivilegedUser()), 'postgres', 'postmaster.pid')
  }
}

/** Null: no such process, or one that only waits to be reaped. */
function parentOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`
  try {
    const [state, parent] = existsSync(file) ? readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [] : []
    return state === undefined || state === 'Z' || state === 'X' ? null : Number(parent)
  } catch (error) {
    // It ended between the two looks.
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
