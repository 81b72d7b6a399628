import { figure, median, percentile, round } from './figure.ts'
import type { Figure } from './figure.ts'
import type { House } from './house.ts'
import { PASSWORD, SHOP } from './shop.ts'
import { Worker } from './workers.ts'

/** Everything about how much and how often. */
export type Sizes = { messages: number; initialRuns: number; catchUpRuns: number; commits: number; calls: number; starts: number; idleMs: number; desks: number; releases: number; keys: number; imports: number }

const EACH = 100
const BUSY_AGENT = 'ajie'
const account = (house: House) => ({ api: house.api.url, shop: SHOP, account: BUSY_AGENT, password: PASSWORD })
const kinds = ['bare', 'real'] as const

/** 100,000 messages in scope, once for all benches of a run. */
let filled: Promise<void> | null = null
async function fill(house: House, sizes: Sizes): Promise<void> {
  filled ??= (async () => {
    await house.shop.conversations('busy', BUSY_AGENT, 'closed', sizes.messages / EACH, EACH)
    // As the server's own housekeeping would have by the time such a shop has grown.
    await house.sql`vacuum analyze`
  })()
  return filled
}

/** The first download of a new desk against the same route read by a plain loop. */
export async function initialSync(house: House, sizes: Sizes): Promise<Figure[]> {
  await fill(house, sizes)
  const took = { bare: [] as number[], real: [] as number[] }
  const stalls: { wall: number; work: number; idle: number }[] = []
  const signIns: number[] = []
  for (let run = 0; run < sizes.initialRuns; run++) {
    for (const kind of kinds) {
      const worker = new Worker()
      try {
        const answer = await worker.ask({ do: 'initial', kind, dir: house.folder(`${kind}-${run}`), account: account(house) })
        if (answer.rows < sizes.messages) throw new Error(`${kind}: ${answer.rows} rows instead of ${sizes.messages}`)
        took[kind].push(answer.tookMs)
        if (kind === 'bare') continue
        stalls.push({ wall: answer.stall.wallMs, work: answer.stall.workMs, idle: answer.idle.wallMs })
        signIns.push(answer.signInMs)
      } finally {
        await worker.end()
      }
    }
  }
  const deskMs = median(took.real)
  const bareMs = median(took.bare)
  return [
    figure('initial-sync', deskMs / bareMs, 'ratio', 2, sizes.initialRuns, { messages: sizes.messages, deskMs: round(deskMs), bareMs: round(bareMs) }),
    figure('initial-sync-stall', median(stalls.map(({ wall }) => wall)), 'ms', 20, sizes.initialRuns, {
      worstMs: round(Math.max(...stalls.map(({ wall }) => wall))), ownWorkMs: round(median(stalls.map(({ work }) => work))),
      idleDeskMs: round(median(stalls.map(({ idle }) => idle))),
    }),
  ]
}

/** 1,000 changed rows after an absence. */
export async function catchUp(house: House, sizes: Sizes): Promise<Figure[]> {
  await fill(house, sizes)
  const changes = Math.min(1_000, sizes.messages)
  const workers = { bare: new Worker(), real: new Worker() }
  const took = { bare: [] as number[], real: [] as number[] }
  try {
    for (const kind of kinds) await workers[kind].ask({ do: 'initial', kind, dir: house.folder(`${kind}-away`), account: account(house) })
    for (let run = 0; run < sizes.catchUpRuns; run++) {
      await workers.real.ask({ do: 'away' })
      const deliveredAtMs = Date.now() + run
      await house.shop.deliver('busy', BUSY_AGENT, changes, EACH, deliveredAtMs)
      // The order changes from run to run: the first one warms the server's caches for the other.
      for (const kind of run % 2 === 0 ? kinds : [...kinds].reverse()) {
        const answer = await workers[kind].ask({ do: 'catch-up', deliveredAtMs })
        if (answer.rows !== changes) throw new Error(`${kind}: ${answer.rows} rows instead of ${changes}`)
        // The first run finds nothing compiled yet, on both sides.
        if (run > 0) took[kind].push(answer.tookMs)
      }
    }
  } finally {
    await Promise.all([workers.bare.end(), workers.real.end()])
  }
  const deskMs = median(took.real)
  const bareMs = median(took.bare)
  return [figure('catch-up', deskMs / bareMs, 'ratio', 2, took.real.length, { changes, deskMs: round(deskMs), bareMs: round(bareMs) })]
}

/** A message that is queued: answered means durable. */
export async function commit(house: House, sizes: Sizes): Promise<Figure[]> {
  await house.shop.conversations('queue', 'momo', 'open', 10, 20)
  const worker = new Worker()
  try {
    await worker.ask({ do: 'initial', kind: 'real', dir: house.folder('commit'), account: { ...account(house), account: 'momo' } })
    const { sendMs, bareMs } = await worker.ask({ do: 'commits', conversationId: 'queue-0', count: sizes.commits })
    return [figure('commit', percentile(sendMs, 0.99), 'ms', null, sendMs.length, {
      medianMs: round(median(sendMs)), bareP99Ms: round(percentile(bareMs, 0.99)), bareMedianMs: round(median(bareMs)),
    })]
  } finally {
    await worker.end()
  }
}
