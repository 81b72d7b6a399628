// npm start [-- --data FOLDER]: the trial run. An API with demo data and its own PostgreSQL, and a desk signed in to it. Loopback only.
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.ts'
import { prepareDesk, startDesk } from './desk.ts'
import { root } from './root.ts'
import { startTrialApi } from './trial-api.ts'
import type { ReadyLine } from './trial-api.ts'

const STOP_LIMIT_MS = 20_000
const { values } = parseArgs({ options: { data: { type: 'string', default: path.join(root, 'data/trial') } } })
const folder = path.resolve(values.data)

// In the order in which they are stopped.
const running: ChildProcess[] = []
let stopping = false

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const electron = await prepareDesk()
  await bundle(['webchat'])
  console.log('Starting the API with demo data ...')
  const { api, ready } = await startTrialApi(folder)
  running.unshift(api)
  api.once('exit', code => {
    if (!stopping) console.error(`The API ended with ${code}; its log: ${path.join(folder, 'api.log')}`)
    void stop(1)
  })
  announce(ready)

  const agent = ready.accounts.find(account => account.roles.includes('agent')) ?? ready.accounts[0]
  const desk = await startDesk(electron, {
    args: [],
    env: {
      SHIFTDESK_USER_DATA: path.join(folder, 'desk'),
      SHIFTDESK_API: ready.url,
      SHIFTDESK_TRIAL_SHOP: ready.shop,
      SHIFTDESK_TRIAL_USER: agent?.account ?? '',
      SHIFTDESK_TRIAL_PASSWORD: agent?.password ?? '',
    },
    stderr: openSync(path.join(folder, 'desk.log'), 'w'),
  })
  running.unshift(desk)
  console.log(`The desk opens, signed in as ${agent?.name ?? '?'} (${agent?.account ?? '?'}). Set it to Online (在线) at its top, then write to it from the customer page.`)
  console.log('Close its window or press Ctrl+C to stop everything.')
  desk.once('exit', code => { void stop(code === 0 || code === null ? 0 : 1) })
}

function announce(ready: ReadyLine): void {
  console.log(`\n  Customer page  ${ready.chatUrl}\n  API            ${ready.url}  (documentation: ${ready.url}/docs)\n  Shop           ${ready.shop}`)
  console.log('  Write as a customer of the shop, with orders and a history:')
  for (const { name, tier, chatUrl } of ready.customers) console.log(`    ${tier.padEnd(7)} ${name}  ${chatUrl}`)
  console.log('  Accounts')
  for (const { account, password, name, roles } of ready.accounts) {
    console.log(`    ${account.padEnd(10)} ${password.padEnd(18)} ${roles.join(', ').padEnd(12)} ${name}`)
  }
  console.log('')
}

/** First the desk, then the API, so that the desk can still send what it holds. */
async function stop(exitCode: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const child of [...running]) await end(child)
  process.exit(exitCode)
}

function end(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const limit = setTimeout(() => { child.kill('SIGKILL') }, STOP_LIMIT_MS)
    child.once('exit', () => {
      clearTimeout(limit)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { void stop(0) })
await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return stop(1)
})
