// node build/run.mjs tests/simulation/shift-day/main.ts [--days N] [--from SEED]: many simulated days; says the seed of each that breaks a rule.
import { parseArgs } from 'node:util'
import { runDay } from './day.ts'
import { RULES } from './rules.ts'

const { values } = parseArgs({ options: { days: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } } })
const days = Number(values.days)
const from = Number(values.from)
if (!Number.isInteger(days) || days < 1 || !Number.isInteger(from)) {
  console.error('usage: tests/simulation/shift-day/main.ts [--days N] [--from SEED]')
  process.exit(2)
}

let broken = 0
for (let seed = from; seed < from + days; seed++) {
  const { violations } = runDay(seed, RULES)
  if (violations.length === 0) continue
  broken++
  for (const { rule, atMs, what } of violations.slice(0, 5)) console.error(`day ${seed}, ${new Date(atMs).toISOString()}: ${rule}: ${what}`)
}
console.log(`${days - broken} days kept every rule, ${broken} did not`)
process.exit(broken === 0 ? 0 : 1)
