import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Agent } from './agent.ts'
import { checkDesk, checkServer } from './check-equal.ts'
import { checkCounts, checkNothingDoubled, checkNothingLost, checkOrder } from './check-kept.ts'
import { checkPages, checkScreens } from './check-live.ts'
import { checkQueue } from './check-queue.ts'
import { Customer } from './customer.ts'
import { Desk } from './desk.ts'
import { readDeskFile } from './desk-file.ts'
import type { DeskContent } from './desk-file.ts'
import { House } from './house.ts'
import { planOf } from './plan.ts'
import { AGENTS, prepareShop, tenantDb } from './prepare.ts'
import type { Account } from './prepare.ts'
import { sleep } from './processes.ts'
import { Seeded } from './random.ts'
import { settle } from './settle.ts'
import { noCounts, storm } from './storm.ts'
import { readTruth } from './truth.ts'
import { linesOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'
import { Witness } from './witness.ts'

export interface TortureOptions {
  readonly seed: number
  readonly lengthMs: number
  readonly verbose: boolean
  readonly keep: boolean
  /** After the last fault all is to agree within this. */
  readonly settleMs: number
}

const CUSTOMERS = 20
const START_LIMIT_MS = 120_000

/** One storm and its reckoning. Prints what was found. @returns whether anything failed */
export async function runTorture(options: TortureOptions, signal: AbortSignal): Promise<boolean> {
  const { seed, lengthMs } = options
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shiftdesk-torture-'))
  // The database runs as another user when we are root.
  chmodSync(folder, 0o755)
  const startedAt = performance.now()
  const say = (line: string) => { if (options.verbose) console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s  ${line}`) }
  const tag = `tt${seed}`
  const random = new Seeded(seed)
  const witness = new Witness(path.join(folder, 'witness.jsonl'))
  const counts = noCounts()
  let house: House | null = null
  const desks: Desk[] = []
  let failed = true
  const over = new AbortController()
  try {
    house = await House.open(folder)
    const open = house
    say('two API nodes are up')
    const shop = await withStore(open, prepareShop)
    await Promise.all(AGENTS.map(async account => { desks.push(await Desk.make(account, folder, open.balancer.port)) }))
    desks.sort((a, b) => AGENTS.indexOf(a.account) - AGENTS.indexOf(b.account))
    for (const desk of desks) desk.start()
    await Promise.race([Promise.all(desks.map(desk => desk.untilReady())), sleep(START_LIMIT_MS)])
    if (!desks.every(({ ready }) => ready)) throw new Error(`desks not ready: ${desks.filter(({ ready }) => !ready).map(({ account }) => account).join(' ')}`)
    say('six desks are signed in')

    const agents = desks.map((desk, i) => new Agent(desk, { random: random.fork(desk.account), witness, tag, takeBackSec: i >= 4 ? 2 : 0 }))
    const customers = Array.from({ length: CUSTOMERS }, (_, i) => new Customer(`客${i + 1}`, {
      url: () => open.balancer.url, random: random.fork(`customer ${i}`), witness, tag,
    }))
    for (const customer of customers) await customer.begin()
    const plan = planOf(seed, lengthMs)
    const end = () => { over.abort() }
    signal.addEventListener('abort', end)
    const lives = [...agents, ...customers].map(one => one.live(over.signal))
    await Promise.all([storm({ house: open, agents, counts, say }, plan, signal), sleepUntil(lengthMs, signal)])
    over.abort()
    say('the storm is over')
    await Promise.all(lives)
    // From here nobody does anything. The database may listen elsewhere than at the start.
    const store = open.openStore()
    const settled = await settle({ house: open, store, tenant: shop.tenant, desks, say, limitMs: options.settleMs })
    say(settled.faults.length === 0 ? `settled after ${settled.tookMs} ms` : 'not settled')

    const verdicts: Verdict[] = [settled]
    const pages: Promise<Verdict> = readTruth(await tenantDb(store, shop.tenant)).then(truth => checkPages(truth, customers))
    verdicts.push(await pages)
    open.freeze()
    const truth = await readTruth(await tenantDb(store, shop.tenant))
    verdicts.push(await checkScreens(truth, shop, desks))
    await Promise.all(desks.map(desk => desk.kill()))
    const contents = new Map<Account, DeskContent>()
    for (const desk of desks) contents.set(desk.account, await readDeskFile(desk.folder))
    await store.sql.end({ timeout: 2 })

    const kept = { truth, witness, desks: contents, people: shop.people, tag }
    const lost = checkNothingLost(kept)
    verdicts.push(lost, checkNothingDoubled(kept), checkOrder(kept), checkCounts(kept), checkStuck(contents), checkServer(truth))
    for (const [account, content] of contents) verdicts.push(checkDesk(truth, account, shop.people[account], content))
    verdicts.push(checkQueue(truth, shop.people), checkLogs(folder, [...open.crashes, ...desks.flatMap(({ crashes }) => crashes)]))

    const faults = verdicts.reduce((sum, { faults: { length } }) => sum + length, 0)
    failed = faults > 0
    for (const verdict of verdicts) for (const line of linesOf(verdict)) console.log(line)
    const byDesk = witness.acknowledged.filter(({ kind }) => kind !== 'customer').length
    console.log(JSON.stringify({
      seed, minutes: lengthMs / 60_000, ...counts, faultsPlanned: plan.length,
      mutations: byDesk, customerMessages: witness.acknowledged.length - byDesk,
      unanswered: witness.unknown.length, declined: witness.declined.length,
      customerResends: customers.reduce((sum, { resends }) => sum + resends, 0),
      refusals: truth.results.filter(({ status }) => status === 'rejected').length,
      reassigned: truth.results.filter(({ code }) => code === 'reassigned').length,
      deskStarts: desks.reduce((sum, { starts }) => sum + starts, 0), signInsAsked: desks.reduce((sum, { signIns }) => sum + signIns, 0),
      settledMs: settled.tookMs, lost: lost.faults.length, totalSec: Math.round((performance.now() - startedAt) / 1000),
    }))
    const bad = verdicts.filter(({ faults: { length } }) => length > 0).length
    console.log(`${verdicts.length - bad} passed, ${bad} failed`)
    return failed
  } catch (error) {
    // Said before the rest is taken down: what comes after it only follows from it.
    console.error(error)
    throw error
  } finally {
    over.abort()
    witness.close()
    await Promise.all(desks.map(async desk => {
      await desk.kill()
      await desk.line.close()
    }))
    await house?.close()
    if (failed || options.keep) console.log(`logs and data: ${folder}`)
    else house?.removeData()
  }
}

async function withStore<T>(house: House, work: (store: ReturnType<House['openStore']>) => Promise<T>): Promise<T> {
  const store = house.openStore()
  try {
    return await work(store)
  } finally {
    await store.sql.end({ timeout: 2 })
  }
}

async function sleepUntil(ms: number, signal: AbortSignal): Promise<void> {
  await Promise.race([sleep(ms), new Promise<void>(resolve => { signal.addEventListener('abort', () => { resolve() }) })])
}

/** I7: nothing waits any more on any desk. */
function checkStuck(contents: ReadonlyMap<Account, DeskContent>): Verdict {
  const faults = [...contents].flatMap(([account, { outbox, holding, local }]) => [
    ...outbox.map(({ id, name, stage }) => `${account}: ${name} ${id} is still in the outbox (${stage})`),
    ...(holding > 0 ? [`${account}: ${holding} messages are still held`] : []),
    ...(local > 0 && outbox.length === 0 ? [`${account}: ${local} local rows with nothing pending`] : []),
  ])
  return { name: 'no outbox item left (I7)', faults, looked: contents.size }
}

/** What the parts say of themselves: a repair by checksum hides a fault, an unexpected error is one. */
function checkLogs(folder: string, crashes: readonly string[]): Verdict {
  const faults = [...crashes]
  let looked = 0
  const read = (file: string) => {
    const lines = readFileSync(path.join(folder, file), 'utf8').split('\n')
    looked += lines.length
    return lines
  }
  for (const account of AGENTS) {
    const lines = read(`desk-${account}.log`)
    for (const line of lines) {
      if (/"event":"(checksum_differs|renew_failed)"/.test(line) || line.includes('DivergedError') || line.includes('"event":"crash')) faults.push(`${account}: ${line.slice(0, 240)}`)
      if (/^\s+at /.test(line)) faults.push(`${account}: a crash: ${line.trim()}`)
    }
  }
  for (const file of ['api-0.log', 'api-1.log']) {
    for (const line of read(file)) {
      if (line.includes('mutation failed for good') || /^\s+at /.test(line)) faults.push(`${file}: ${line.slice(0, 400)}`)
    }
  }
  return { name: 'no repair, no divergence, no crash of their own in the logs', faults, looked }
}
