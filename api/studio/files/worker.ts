// A thread for one piece of work (in-worker.ts): reading a file of 20,000 rows would keep every other answer waiting for seconds.
import { parentPort, workerData } from 'node:worker_threads'
import { doWork } from './work.ts'
import type { Work } from './work.ts'

parentPort?.postMessage(await doWork(workerData as Work))
