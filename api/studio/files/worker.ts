// A thread for long work (in-worker.ts): reading a file of 20,000 rows would keep every other answer waiting for seconds. One piece at a time.
import { parentPort } from 'node:worker_threads'
import { doWork } from './work.ts'
import type { Result, Rows, Work } from './work.ts'

/** What a thread says: rows while it reads, then the end. */
export type FromThread = { rows: Rows } | { result: Result }

const port = parentPort
const say = (message: FromThread): void => { port?.postMessage(message) }
port?.on('message', (work: Work) => { void doWork(work, (rows) => { say({ rows }) }).then((result) => { say({ result }) }) })
