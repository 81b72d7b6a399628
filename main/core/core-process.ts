import type { MessagePortMain } from 'electron'
import type { CoreFailure, CoreToMain, MainToCore } from '../../protocol/shell.ts'
import type { ShellClock } from '../edge/clock.ts'
import { CoreMessage } from './core-message.ts'
import { createRestartPolicy } from './restart-policy.ts'

/** The part of Electron's UtilityProcess that is used. */
export type Child = {
  readonly pid: number | undefined
  postMessage(message: MainToCore, ports?: MessagePortMain[]): void
  kill(): boolean
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
}

export type CoreEvents = {
  /** A core is there and wants a port for each window. */
  ready(): void
  message(message: Exclude<CoreToMain, { type: 'ready' }>): void
  /** It ended; a new one is on its way. */
  gone(): void
  /** It ended too often: nothing happens until `restart`. */
  failed(failure: CoreFailure): void
  log(text: string): void
}

/** The engine as the shell holds it: one process at a time, started again when it crashes. */
export type CoreProcess = {
  start(): void
  /** A new start after `failed`. */
  restart(): void
  /** Sends; lost when there is no core that is ready. */
  post(message: MainToCore, ports?: MessagePortMain[]): void
  isReady(): boolean
  failure(): CoreFailure | null
  pid(): number | undefined
  /** Asks it to end, ends it by force after 5 s. Resolves when it is gone. */
  stop(): Promise<void>
}

const STOP_LIMIT_MS = 5_000

/** @param fork starts one core process */
export function createCoreProcess(fork: () => Child, clock: ShellClock, events: CoreEvents): CoreProcess {
  const policy = createRestartPolicy()
  let child: Child | null = null
  let ready = false
  let stopping = false
  let failure: CoreFailure | null = null
  let lastWords: CoreFailure | null = null
  let ended: () => void = () => undefined

  function start(): void {
    if (child || stopping) return
    failure = null
    lastWords = null
    const started = fork()
    child = started
    started.on('message', message => { if (child === started) receive(message) })
    started.on('exit', code => { if (child === started) exited(code) })
  }

  function receive(raw: unknown): void {
    const parsed = CoreMessage.safeParse(raw)
    if (!parsed.success) return events.log('the core said something unknown')
    const message = parsed.data
    if (message.type === 'fatal') {
      lastWords = { code: message.code, detail: message.detail }
      events.log(`core: fatal ${message.code}`)
    }
    if (message.type !== 'ready') return events.message(message)
    ready = true
    events.ready()
  }

  function exited(code: number): void {
    child = null
    ready = false
    if (stopping) return ended()
    events.log(`the core ended with ${code}`)
    events.gone()
    const next = policy.crashed(clock.now())
    if (next === 'give_up') {
      failure = lastWords ?? { code: 'crashed', detail: `exit code ${code}` }
      return events.failed(failure)
    }
    void clock.sleep(next).then(() => { if (!failure) start() })
  }

  return {
    start,
    restart() {
      policy.reset()
      start()
    },
    post(message, ports) {
      if (ready) child?.postMessage(message, ports)
    },
    isReady: () => ready,
    failure: () => failure,
    pid: () => child?.pid,
    stop() {
      stopping = true
      const running = child
      if (!running) return Promise.resolve()
      return new Promise(resolve => {
        ended = resolve
        running.postMessage({ type: 'shutdown' })
        void clock.sleep(STOP_LIMIT_MS).then(() => { if (child === running) running.kill() })
      })
    },
  }
}
