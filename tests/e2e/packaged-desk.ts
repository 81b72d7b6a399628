import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ensureElectron } from '../../build/ensure-electron.ts'
import { packageDesk } from '../../build/package.ts'

/** The numeric id of `nobody` on Debian: an ordinary user without any right of its own. */
const NOBODY = 65534

/** The packaged Linux desk, and the processes that a test started from it. */
export class PackagedDesk {
  readonly folder: string
  readonly #scratch: string
  readonly #shim: string | null
  readonly #started: ChildProcess[] = []

  private constructor(folder: string, scratch: string, shim: string | null) {
    this.folder = folder
    this.#scratch = scratch
    this.#shim = shim
  }

  /** Packages the desk from the sources as they are. */
  static async make(): Promise<PackagedDesk> {
    const folder = path.join(await packageDesk([]), 'linux-unpacked')
    const electron = await ensureElectron()
    const scratch = mkdtempSync(path.join(tmpdir(), 'shiftdesk-packaged-'))
    // What the wrapper of the fallback runtime sets; the packaged program is started without it.
    const shim = electron.version.startsWith('25.') ? path.join(electron.dist, '../napi-compat.so') : null
    return new PackagedDesk(folder, scratch, shim)
  }

  /** Starts the program. @returns its remote debugging port */
  start(args: string[]): Promise<number> {
    const home = path.join(this.#scratch, 'home')
    mkdirSync(home, { recursive: true })
    return this.#launch(path.join(this.folder, 'shiftdesk'), args, this.#environment(home, this.#shim))
  }

  /**
   * Starts a copy as the user `nobody` with Chromium's own sandbox: the copy lies outside root's home, its sandbox
   * helper belongs to root and is setuid, as an installed package has it. Root only.
   */
  startAsNobody(): Promise<number> {
    const copy = path.join(this.#scratch, 'installed')
    const home = path.join(this.#scratch, 'nobody')
    chmodSync(this.#scratch, 0o755)
    cpSync(this.folder, copy, { recursive: true })
    chmodSync(path.join(copy, 'chrome-sandbox'), 0o4755)
    mkdirSync(home)
    chownSync(home, NOBODY, NOBODY)
    let shim: string | null = null
    if (this.#shim) {
      shim = path.join(copy, 'napi-compat.so')
      cpSync(this.#shim, shim)
    }
    const user = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', path.join(copy, 'shiftdesk')]
    return this.#launch('setpriv', user, this.#environment(home, shim))
  }

  /** @returns of each renderer process its seccomp mode (2 = filtered) and whether `--no-sandbox` was given to it */
  renderers(): { seccomp: string, noSandbox: boolean }[] {
    const listed = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1 << 24 }).stdout.split('\n')
    return listed.filter(line => line.includes(this.#scratch) && line.includes('--type=renderer')).map(line => {
      const pid = line.trim().split(' ')[0] ?? ''
      const status = spawnSync('cat', [`/proc/${pid}/status`], { encoding: 'utf8' }).stdout
      return { seccomp: /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? '', noSandbox: line.includes('--no-sandbox') }
    })
  }

  /** Ends what was started. */
  async stop(): Promise<void> {
    for (const child of this.#started.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const ended = new Promise(resolve => { child.once('exit', resolve) })
      child.kill('SIGKILL')
      await ended
    }
    const endMs = Date.now() + 5000
    while (this.renderers().length > 0 && Date.now() < endMs) await delay(50)
  }

  /** Removes its folders. */
  clear(): void {
    rmSync(this.#scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }

  #environment(home: string, shim: string | null): NodeJS.ProcessEnv {
    const preload = shim ? { LD_PRELOAD: shim, NAPI_COMPAT_CACHE: home } : {}
    return { ...process.env, ...preload, HOME: home, XDG_CONFIG_HOME: home, SHIFTDESK_USER_DATA: path.join(home, 'desk') }
  }

  #launch(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
    const child = spawn(command, [...args, '--remote-debugging-port=0'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
    this.#started.push(child)
    return new Promise((resolve, reject) => {
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1]
        if (port) resolve(Number(port))
      })
      child.once('error', reject)
      child.once('exit', code => { reject(new Error(`ended with ${code}: ${said.slice(-2000)}`)) })
    })
  }
}
