// npm test: everything that CI checks. Options: --only STAGE,STAGE and --long (the full figures, about an hour).
import { parseArgs } from 'node:util'
import { tool, vitest } from './stages.ts'
import type { Stage } from './stages.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, long: { type: 'boolean', default: false } } })

const stages: Stage[] = [
  tool('types', ['node_modules/typescript/bin/tsc', '-b'], 240),
  tool('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'], 300),
  tool('walls', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '.'], 120),
  tool('dead-code', ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'], 120),
  vitest('unit', [], 480),
  tool('torture', ['build/run.mjs', 'tests/torture/main.ts', '--minutes', '1', '--seed', '1'], 300),
  tool('build', ['build/bundle.ts'], 180),
  vitest('e2e', ['--config', 'vitest.e2e.config.ts'], 900, 'build'),
]

const longStages: Stage[] = [
  ...[1, 2, 3, 4, 5, 6].map(seed =>
    tool(`torture-${seed}`, ['build/run.mjs', 'tests/torture/main.ts', '--minutes', '5', '--seed', String(seed)], 600)),
  tool('bench', ['build/run.mjs', 'tests/bench/main.ts'], 1800),
]

const only = values.only?.split(',')
const wanted = [...stages, ...(values.long ? longStages : [])].filter(({ name }) => !only || only.includes(name))
const total = { passed: 0, failed: 0 }
const failedStages = new Set<string>()
const summary: string[] = []

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

for (const { name, needs, run } of wanted) {
  if (needs && failedStages.has(needs)) {
    failedStages.add(name)
    total.failed += 1
    summary.push(`${name.padEnd(10)} not run: ${needs} failed`)
    continue
  }
  console.log(`\n== ${name}`)
  const startedMs = performance.now()
  const counts = await run()
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  if (counts.failed > 0) failedStages.add(name)
  total.passed += counts.passed
  total.failed += counts.failed
  summary.push(`${name.padEnd(10)} ${seconds.padStart(6)} s  ${counts.passed} passed, ${counts.failed} failed`)
  console.log(summary.at(-1))
}

console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && wanted.length > 0 ? 0 : 1)
