import { parseArgs } from 'node:util'
import { runTorture } from './run.ts'
import { killAll } from './processes.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    /** Seconds to agree in after the last fault; more only on a machine that is busy with other things. */
    settle: { type: 'string', default: '10' },
    /** Shows the faults as they come. */
    verbose: { type: 'boolean', default: false },
    /** Keeps logs and data also of a run without faults. */
    keep: { type: 'boolean', default: false },
  },
})
const minutes = Number(values.minutes)
const seed = Number(values.seed)
if (!(minutes > 0 && minutes <= 240) || !Number.isInteger(seed)) {
  console.error('usage: npm run torture -- [--minutes M] [--seed S] [--settle S] [--verbose] [--keep]')
  process.exit(2)
}

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => { stop.abort() })
process.on('exit', killAll)
// A run that hangs is a failed run.
const limit = setTimeout(() => {
  console.error('torture: not done in time')
  console.log('0 passed, 1 failed')
  process.exit(1)
}, minutes * 60_000 + 240_000)

try {
  const failed = await runTorture({ seed, lengthMs: minutes * 60_000, verbose: values.verbose, keep: values.keep, settleMs: Number(values.settle) * 1_000 }, stop.signal)
  process.exitCode = failed ? 1 : 0
} catch (error) {
  console.error(error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} finally {
  clearTimeout(limit)
  killAll()
  setTimeout(() => process.exit(), 1_000).unref()
}
