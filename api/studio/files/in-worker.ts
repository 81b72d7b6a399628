import { Worker } from 'node:worker_threads'
import type { Clock } from '../../../domain/ports.ts'
import { ProblemError } from '../../routes/problem.ts'
import type { Done, Result, Work } from './work.ts'

/** The packaged API has the worker's bundle beside its own (build/bundle-targets.ts). */
const FILE = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './studio-worker.mjs', import.meta.url)
const LONGEST_MS = 60_000
const MOST_MEGABYTES = 1_024
/** Threads of one node at a time; the others wait their turn. */
const MOST_THREADS = 2

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

/** What went wrong with it is the file's fault: too large in memory, or never at an end. The API itself goes on. */
const tooMuch = (cause?: unknown): ProblemError => new ProblemError(422, 'too_much', { detail: 'the file needs more memory or time than there is', cause })

function run(clock: Clock, work: Work): Promise<Result> {
  const worker = new Worker(FILE, { workerData: work, resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
  const over = new AbortController()
  const result = new Promise<Result>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', (error: Error) => reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : error))
    worker.once('exit', () => reject(tooMuch()))
    clock.sleep(LONGEST_MS, over.signal).then(() => reject(tooMuch()), () => undefined)
  })
  return result.finally(() => {
    over.abort()
    void worker.terminate()
  })
}

/** Does a piece of work in a thread of its own. Throws ProblemError 422 `too_much` when it needs too much memory or more than 60 s. */
export async function inWorker<K extends Work['kind']>(clock: Clock, work: Extract<Work, { kind: K }>): Promise<Done[K]> {
  await turn()
  try {
    const { value } = await run(clock, work)
    return value as Done[K]
  } finally {
    nextTurn()
  }
}
