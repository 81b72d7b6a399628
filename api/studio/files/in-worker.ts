import { Worker } from 'node:worker_threads'
import type { Clock } from '../../../domain/ports.ts'
import { ProblemError } from '../../routes/problem.ts'
import type { Done, Tell, Work } from './work.ts'
import type { FromThread } from './worker.ts'

/** The packaged API has the worker's bundle beside its own (build/bundle-targets.ts). */
const FILE = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './studio-worker.mjs', import.meta.url)
const LONGEST_MS = 60_000
const MOST_MEGABYTES = 1_024
/** Threads of one node at a time; the others wait their turn. */
const MOST_THREADS = 2
/** A thread that has read its code once is kept for the next file: a supervisor who tries mappings asks again and again. */
const KEPT_MS = 10 * 60_000

let running = 0
const waiting: (() => void)[] = []

async function turn(): Promise<void> {
  if (running < MOST_THREADS) running++
  else await new Promise<void>((resolve) => { waiting.push(resolve) })
}

function nextTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}

interface Idle { readonly worker: Worker, readonly end: AbortController }
const idle: Idle[] = []

function start(): Worker {
  return new Worker(FILE, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
}

/** Only ours: without those that Node itself hangs on a worker (24.21), none of its messages arrives any more. */
function unhear(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

/** Keeps a thread that has nothing to do. It keeps no process alive, and goes when it ends by itself or is not wanted for long. */
function keep(worker: Worker, clock: Clock): void {
  const kept: Idle = { worker, end: new AbortController() }
  const forget = (): void => {
    const at = idle.indexOf(kept)
    if (at >= 0) idle.splice(at, 1)
    kept.end.abort()
  }
  idle.push(kept)
  worker.unref()
  worker.once('exit', forget)
  // A thread nobody listens to would end the API with its error.
  worker.once('error', forget)
  clock.sleep(KEPT_MS, kept.end.signal).then(() => {
    forget()
    void worker.terminate()
  }, () => undefined)
}

function take(): Worker {
  const kept = idle.pop()
  if (!kept) return start()
  kept.end.abort()
  unhear(kept.worker)
  kept.worker.ref()
  return kept.worker
}

/** A file is on its way: the thread that will read it reads its own code meanwhile. */
export function warmThread(clock: Clock): void {
  if (idle.length === 0 && running < MOST_THREADS) keep(start(), clock)
}

/** Ends what is kept, so that nothing holds the process. Called when the API closes. */
export async function endThreads(): Promise<void> {
  await Promise.all(idle.splice(0).map(async ({ worker, end }) => {
    end.abort()
    await worker.terminate()
  }))
}

/** What went wrong with it is the file's fault: too large in memory, or never at an end. The API itself goes on. */
const tooMuch = (cause?: unknown): ProblemError => new ProblemError(422, 'too_much', { detail: 'the file needs more memory or time than there is', cause })

/** Does it in a thread. @param free called when the thread has nothing more to do, or is no more */
function run<K extends Work['kind']>(clock: Clock, work: Extract<Work, { kind: K }>, tell: Tell, free: () => void): Promise<Done[K]> {
  const worker = take()
  const over = new AbortController()
  const end = (): void => {
    over.abort()
    unhear(worker)
    free()
  }
  return new Promise<Done[K]>((resolve, reject) => {
    const fail = (error: Error): void => {
      end()
      // Its last word was an error that nobody may hear twice.
      worker.on('error', () => undefined)
      void worker.terminate()
      reject(error)
    }
    worker.on('message', (message: FromThread) => {
      if ('rows' in message) tell.rows(message.rows)
      else if ('readings' in message) tell.readings(message.from, message.readings)
      else if ('value' in message) resolve(message.value as Done[K])
      else {
        end()
        keep(worker, clock)
      }
    })
    worker.once('error', (error: Error) => { fail('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : error) })
    worker.once('exit', () => { fail(tooMuch()) })
    clock.sleep(LONGEST_MS, over.signal).then(() => { fail(tooMuch()) }, () => undefined)
    worker.postMessage(work)
  })
}

const NOBODY: Tell = { rows: () => undefined, readings: () => undefined }

/** Does a piece of work in a thread of its own. Throws ProblemError 422 `too_much` when it needs too much memory or more than 60 s. */
export async function inWorker<K extends Work['kind']>(clock: Clock, work: Extract<Work, { kind: K }>, tell = NOBODY): Promise<Done[K]> {
  await turn()
  return run(clock, work, tell, nextTurn)
}
