// npm test: everything that CI checks. Options: --only STAGE,STAGE and --long (the full figures, about an hour).
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { end, leftOver, markOf } from './left-over.ts'
import { root } from './root.ts'
import { tool, vitest } from './stages.ts'
import type { Counts, Stage } from './stages.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, long: { type: 'boolean', default: false } } })

// What Node has made of a source once, all later processes have: an API of the tests starts in half the time.
process.env['NODE_COMPILE_CACHE'] ??= path.join(root, '.cache/compile')

const E2E = ['--config', 'vitest.e2e.config.ts']

// A row is lanes that run side by side, a lane its stages one after another. There are two processors: what mostly waits takes one, what checks
// the source the other; then the end-to-end tests of agents' desks one, lint and the tests of supervisors' work the other. Each process of these
// tests has a display of its own.
const stages: Stage[][][] = [
  [[vitest('unit', [], 480)]],
  [
    [tool('torture', ['build/run.mjs', 'tests/torture/main.ts', '--minutes', '1', '--seed', '1'], 300)],
    [
      tool('types', ['node_modules/typescript/bin/tsc', '-b'], 240),
      tool('walls', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '.'], 120),
      tool('dead-code', ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'], 120),
    ],
  ],
  [[tool('build', ['build/bundle.ts'], 180)]],
  [
    [vitest('e2e', [...E2E, '--exclude', 'tests/e2e/studio/**'], 900, 'build')],
    [
      tool('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'], 300),
      vitest('e2e-studio', [...E2E, 'tests/e2e/studio'], 900, 'build'),
    ],
  ],
]

const longStages: Stage[][][] = [
  ...[1, 2, 3, 4, 5, 6].map(seed =>
    [[tool(`torture-${seed}`, ['build/run.mjs', 'tests/torture/main.ts', '--minutes', '5', '--seed', String(seed)], 600)]]),
  ['1', '501'].map(from => [tool(`shift-days-${from}`, ['build/run.mjs', 'tests/simulation/shift-day/main.ts', '--days', '500', '--from', from], 900)]),
  [[tool('bench', ['build/run.mjs', 'tests/bench/main.ts'], 1800)]],
]

// How long what a stage started may take to end after it.
const SETTLE_MS = 10_000

const only = values.only?.split(',')
const wanted = [...stages, ...(values.long ? longStages : [])]
  .map(row => row.map(lane => lane.filter(({ name }) => !only || only.includes(name))).filter(lane => lane.length > 0)).filter(row => row.length > 0)
const run = randomBytes(12).toString('hex')
const total: Counts = { passed: 0, failed: 0 }
const failedStages = new Set<string>()
const summary: string[] = []
const faults: string[] = []

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
process.on('exit', () => { end(leftOver(run).map(({ pid }) => pid)) })

for (const row of wanted) {
  await Promise.all(row.map(async (lane, place) => {
    for (const stage of lane) await check(stage, place > 0)
  }))
  await endLeftOver()
}

// Once more, where a log that is cut off at its beginning still has it.
if (faults.length > 0) console.log(`\nWhat failed:\n\n${faults.join('\n\n')}`)
console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

async function check({ name, needs, run: runStage }: Stage, beside: boolean): Promise<void> {
  if (needs && failedStages.has(needs)) {
    fail(name, `not run: ${needs} failed`)
    return
  }
  if (!beside) console.log(`\n== ${name}`)
  const startedMs = performance.now()
  const counts = await runStage(markOf(run), beside ? 'at-end' : 'live')
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  if (counts.failed > 0) failedStages.add(name)
  total.passed += counts.passed
  total.failed += counts.failed
  faults.push(...counts.faults?.map(fault => `${name}: ${fault}`) ?? [])
  summary.push(`${name.padEnd(10)} ${seconds.padStart(6)} s  ${counts.passed} passed, ${counts.failed} failed`)
  console.log(`== ${summary.at(-1)}`)
}

/** A stage that leaves processes behind has failed, whatever its tests say. */
async function endLeftOver(): Promise<void> {
  const limitMs = performance.now() + SETTLE_MS
  while (leftOver(run).length > 0 && performance.now() < limitMs) await delay(200)
  const left = leftOver(run)
  if (left.length === 0) return
  for (const { pid, command } of left) console.error(`Left behind: ${pid} ${command.slice(0, 160)}`)
  end(left.map(({ pid }) => pid))
  fail('left-over', `${left.length} processes left behind`)
}

function fail(name: string, why: string): void {
  failedStages.add(name)
  total.failed += 1
  summary.push(`${name.padEnd(10)} ${why}`)
}
