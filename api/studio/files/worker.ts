// A thread for long work (in-worker.ts): reading a file of 20,000 rows would keep every other answer waiting for seconds. One piece at a time.
import { parentPort } from 'node:worker_threads'
import { doWork } from './work.ts'
import type { Done, Rows, Tell, Work } from './work.ts'

/** What a thread says: rows while it reads, the result, readings, and that it is free again. */
export type FromThread = { rows: Rows } | { value: Done[Work['kind']] } | { from: number, readings: readonly string[] } | { free: true }

const port = parentPort
const say = (message: FromThread): void => { port?.postMessage(message) }
const tell: Tell = { rows: (rows) => { say({ rows }) }, readings: (from, readings) => { say({ from, readings }) } }

async function work(piece: Work): Promise<void> {
  const { value, rest } = await doWork(piece, tell)
  say({ value })
  rest?.()
  say({ free: true })
}

port?.on('message', (piece: Work) => { void work(piece) })
