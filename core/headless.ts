import { hostname } from 'node:os'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { Connection } from './bridge/connection.ts'
import { fromJsonLine, toJsonLine } from './bridge/json-lines.ts'
import { Desk } from './desk.ts'
import { fetchTransport } from './edge/fetch-transport.ts'
import { systemClock } from './edge/system-clock.ts'
import { systemIds, systemRandom } from './edge/system-ids.ts'

const USAGE = 'desk:headless -- --api URL --shop S --user U --password P --dir D [--no-sign-in] [--loopback-only]'

/** The same core under Node: frames of protocol/desk-api.ts as JSON lines on stdin and stdout. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      api: { type: 'string' }, shop: { type: 'string' }, user: { type: 'string' }, password: { type: 'string' },
      dir: { type: 'string' }, 'no-sign-in': { type: 'boolean', default: false }, 'loopback-only': { type: 'boolean', default: false },
    },
  })
  const { api, shop, user, password, dir } = values
  if (dir === undefined || (!values['no-sign-in'] && (!api || !shop || !user || !password))) {
    process.stderr.write(`${USAGE}\n`)
    process.exit(2)
  }
  const log = (event: string, detail: Record<string, unknown>): void => {
    process.stderr.write(`${JSON.stringify({ at: systemClock.now(), event, ...detail })}\n`)
  }
  const desk = new Desk({
    options: { dir, loopbackOnly: values['loopback-only'], locale: 'zh-CN', appVersion: '0.1.0-headless', trial: null, proxy: null },
    log, clock: systemClock, ids: systemIds, random: systemRandom, transport: fetchTransport(values['loopback-only']),
    deviceName: `${hostname()} headless`.slice(0, 80),
    // No system store here: nobody stays signed in.
    secrets: { read: async () => null, write: () => undefined, hold: () => undefined, held: async () => null },
  })
  const connection = new Connection(desk, frame => void process.stdout.write(`${toJsonLine(frame)}\n`))
  const input = createInterface({ input: process.stdin })
  input.on('line', line => {
    const frame = fromJsonLine(line)
    if (frame !== null) connection.receive(frame)
  })
  const end = (): void => {
    connection.close()
    void desk.stop().finally(() => process.exit(0))
  }
  input.on('close', end)
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  await desk.start()
  if (values['no-sign-in'] || !api || !shop || !user || !password) return
  const answer = await desk.call('session.signIn', { api, shop, account: user, password, staySignedIn: false })
  if (!answer.ok) log('not_signed_in', { code: answer.error.code, detail: answer.error.detail })
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : 'failed'}\n`)
  process.exit(1)
})
