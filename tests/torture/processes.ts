import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

export const root = path.dirname(path.dirname(import.meta.dirname))

/** A process ended before it was ready. Its log is named in the message. */
export class ProcessEnded extends Error {
  override name = 'ProcessEnded'
}

const running = new Set<Child>()

/** One Node process under test: its output goes to a file, its standard output is also read line by line. */
export class Child {
  readonly #process: ChildProcess
  readonly logFile: string
  readonly ended: Promise<void>
  #gone = false

  constructor(script: string, args: string[], options: {
    logFile: string, environment?: Record<string, string>, onLine: (line: string) => void,
  }) {
    const { logFile, environment = {}, onLine } = options
    this.logFile = logFile
    const log = createWriteStream(logFile, { flags: 'a' })
    log.write(`--- ${new Date().toISOString()} ${script}\n`)
    const child = spawn(process.execPath, [path.join(root, 'build/run.mjs'), script, ...args], {
      cwd: root, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...environment },
    })
    this.#process = child
    running.add(this)
    child.stdin.on('error', () => undefined)
    child.stderr.pipe(log)
    createInterface({ input: child.stdout }).on('line', onLine)
    this.ended = new Promise(resolve => {
      child.once('error', () => { resolve() })
      child.once('exit', (code, signal) => {
        this.#gone = true
        running.delete(this)
        log.write(`--- ended: ${signal ?? code}\n`)
        resolve()
      })
    })
  }

  get alive(): boolean {
    return !this.#gone
  }

  write(line: string): void {
    this.#process.stdin?.write(`${line}\n`)
  }

  signal(signal: NodeJS.Signals): void {
    if (!this.#gone) this.#process.kill(signal)
  }

  /** kill -9, and waits until the process is gone. */
  async kill(): Promise<void> {
    this.signal('SIGKILL')
    await this.ended
  }
}

/** At the end, also a bad one: nothing we started stays. A stopped process dies of SIGKILL too. */
export function killAll(): void {
  for (const child of running) child.signal('SIGKILL')
}

export const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, Math.max(0, ms)))

/** @returns false if `promise` took longer */
export async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(resolve => { timer = setTimeout(() => { resolve(false) }, ms) })
  try {
    return await Promise.race([promise.then(() => true as const), late])
  } finally {
    clearTimeout(timer)
  }
}
