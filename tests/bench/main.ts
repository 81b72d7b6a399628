// npm run bench [-- NAME ...] [-- --quick] [-- --n DESKS]: figures as JSON lines (docs/BENCH.md). A missed limit says ok: false and is no error.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bundle } from '../../build/bundle.ts'
import { openDisplay } from '../../build/display.ts'
import { ensureElectron } from '../../build/ensure-electron.ts'
import { ensureSystem } from '../../build/ensure-system.ts'
import type { Figure } from './figure.ts'
import { desks } from './desk-benches.ts'
import { openHouse } from './house.ts'
import type { House } from './house.ts'
import { imports } from './import-benches.ts'
import { languageBench } from './language-bench.ts'
import { palette } from './palette-bench.ts'
import { paletteWindow } from './palette-window-bench.ts'
import { catchUp, commit, initialSync } from './sync-benches.ts'
import type { Sizes } from './sync-benches.ts'
import { studioBench } from './studio-bench.ts'
import { wall } from './wall-bench.ts'
import { wallWindow } from './wall-window-bench.ts'
import { deskStart, memory, roundTrip } from './window-benches.ts'

const BENCHES: Record<string, { run: (house: House, sizes: Sizes) => Promise<Figure[]>; window: boolean }> = {
  'desk-start': { run: deskStart, window: true },
  'round-trip': { run: roundTrip, window: true },
  'initial-sync': { run: initialSync, window: false },
  'catch-up': { run: catchUp, window: false },
  memory: { run: memory, window: true },
  commit: { run: commit, window: false },
  desks: { run: desks, window: false },
  import: { run: imports, window: false },
  wall: { run: wall, window: false },
  'palette-window': { run: paletteWindow, window: true },
}
/** Those that need no server. */
const ALONE: Record<string, (quick: boolean) => Promise<Figure[]>> = { palette, language: quick => languageBench(quick ? 1_000 : 10_000), studio: studioBench, 'wall-window': wallWindow }
const FULL: Sizes = { messages: 100_000, initialRuns: 3, catchUpRuns: 8, commits: 1_000, calls: 4_000, starts: 7, idleMs: 15_000, desks: 500, releases: 10, keys: 1_000, imports: 10_000 }
const QUICK: Sizes = { messages: 5_000, initialRuns: 1, catchUpRuns: 3, commits: 200, calls: 2_000, starts: 3, idleMs: 5_000, desks: 40, releases: 3, keys: 200, imports: 1_000 }

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean', default: false }, n: { type: 'string' } }, allowPositionals: true })
const sizes = { ...values.quick ? QUICK : FULL, ...values.n === undefined ? {} : { desks: Number(values.n) } }
const unknown = positionals.filter(name => !Object.hasOwn(BENCHES, name) && !Object.hasOwn(ALONE, name))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${[...Object.keys(ALONE), ...Object.keys(BENCHES)].join(', ')}`)
  process.exit(2)
}
const isWanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name)
const wanted = Object.entries(BENCHES).filter(([name]) => isWanted(name))
// Standard output is for the figures alone.
console.log = console.error

let stopDisplay: () => void = () => undefined
if (wanted.some(([, { window }]) => window)) {
  await ensureSystem({ display: 'own', chromium: false })
  await ensureElectron()
  await bundle(['main', 'preload', 'core', 'renderer'])
  const display = await openDisplay('own')
  Object.assign(process.env, display.env)
  stopDisplay = display.stop
}
let house: House | null = null
let broken = 0
const end = async (code: number): Promise<never> => {
  await house?.close()
  stopDisplay()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void end(130) })
for (const [name, run] of Object.entries(ALONE)) if (isWanted(name)) await print(name, () => run(values.quick))
for (const [name, { run }] of wanted) {
  house ??= await openHouse()
  const opened = house
  await print(name, () => run(opened, sizes))
}
await end(broken > 0 ? 1 : 0)

/** What else the machine does, last minute's average: a figure taken under load says less. */
function load(): number {
  return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0])
}

async function print(name: string, run: () => Promise<Figure[]>): Promise<void> {
  try {
    for (const figure of await run()) {
      process.stdout.write(`${JSON.stringify({ ...figure, vs: { ...figure.vs, load: load() } })}\n`)
    }
  } catch (error) {
    broken += 1
    console.error(`${name} broke:`, error)
  }
}
