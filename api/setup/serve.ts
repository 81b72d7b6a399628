import type { AddressInfo } from 'node:net'
import { assembleApp } from '../assemble.ts'
import { PasswordHasher } from '../auth/password-hash.ts'
import { newSecret } from '../auth/secrets.ts'
import type { ApiContext } from '../context.ts'
import { startBackground } from '../background.ts'
import { insertDemo } from '../seed/insert-demo.ts'
import { serverCloser } from './close-server.ts'
import { noShopYet } from './make-shop.ts'
import type { CommandLine } from './command-line.ts'
import { isLoopback } from './command-line.ts'

/** Open requests get so long at the end; then they are cut. */
const REQUESTS_LIMIT_MS = 8_000
/** Then the process goes anyway. */
const CLOSE_LIMIT_MS = 10_000

/** Resolves with the first signal that asks the process to end. */
function untilAsked(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal))
  })
}

const list = (text: string | undefined): string[] => (text ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '')

/** Listens until asked to end, then lets open requests finish. Throws when the port is taken. */
export async function serve(
  context: ApiContext, line: CommandLine, environment: Record<string, string | undefined>,
): Promise<void> {
  const { log } = context
  const hasher = new PasswordHasher()
  const setupToken = newSecret()
  const { app } = await assembleApp(context, {
    log, hasher, setupToken, trustProxy: list(environment['SHIFTDESK_TRUST_PROXY']),
  })
  const closeServer = serverCloser(app, context.clock, REQUESTS_LIMIT_MS)
  const demo = line.values.demo ? await insertDemo(context, hasher) : null
  const ended = untilAsked()
  const { host } = line.values
  await app.listen({ port: line.port, host })
  const port = (app.server.address() as AddressInfo).port
  const url = `http://${isLoopback(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
  context.config.publicUrl = line.values['public-url']?.replace(/\/+$/, '') ?? url
  const ready = {
    url,
    shop: demo?.shop ?? null,
    accounts: demo?.accounts ?? [],
    chatUrl: demo ? `${url}/chat/${demo.chatKey}` : null,
    customers: (demo?.customers ?? []).map(({ name, tier, fragment }) => ({ name, tier, chatUrl: `${url}/chat/${demo?.chatKey}${fragment}` })),
  }
  const background = await startRest().catch(async (error: unknown) => {
    // A database that goes away just now ends the node, instead of leaving one that listens and can do nothing.
    await app.close()
    throw error
  })
  process.stdout.write(`SHIFTDESK_READY ${JSON.stringify(ready)}\n`)
  const signal = await ended
  log.info({ signal }, 'ending')
  const stop = new AbortController()
  await Promise.race([
    Promise.all([closeServer(), background.stop()]).finally(() => stop.abort()),
    context.clock.sleep(CLOSE_LIMIT_MS, stop.signal).catch(() => undefined),
  ])

  async function startRest(): ReturnType<typeof startBackground> {
    if (await noShopYet(context)) {
      process.stderr.write(`No shop yet. Make one at ${context.config.publicUrl}/setup?token=${setupToken} or with: npm run api -- setup\n`)
    }
    return startBackground(context)
  }
}
