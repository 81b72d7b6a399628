import { hostname } from 'node:os'
import type { CoreOptions, CoreToMain, MainToCore } from '../protocol/shell.ts'
import { Connection } from './bridge/connection.ts'
import { MainProxy } from './bridge/main-proxy.ts'
import { MainSecrets } from './bridge/main-secrets.ts'
import { parentPort, type ParentPort, type WindowPort } from './bridge/parent-port.ts'
import { Desk } from './desk.ts'
import { companyCertificates } from './edge/certificates.ts'
import { fetchTransport } from './edge/fetch-transport.ts'
import { systemClock } from './edge/system-clock.ts'
import { systemIds, systemRandom } from './edge/system-ids.ts'
import { languageOf } from './queries/settings.ts'

const PARENT_LOOK_MS = 250

/** The core as Electron's utility process: main hands it a port per window. */
function run(port: ParentPort, options: CoreOptions): void {
  const send = (message: CoreToMain): void => port.postMessage(message)
  const log = (event: string, detail: Record<string, unknown>): void => {
    process.stderr.write(`${JSON.stringify({ at: systemClock.now(), event, ...detail })}\n`)
  }
  const secrets = new MainSecrets(send, systemClock)
  const proxies = new MainProxy(send, systemClock)
  const desk = new Desk({
    options, log, secrets, clock: systemClock, ids: systemIds, random: systemRandom, 
    transport: fetchTransport(options.loopbackOnly, url => proxies.of(url), companyCertificates(process.env['SHIFTDESK_EXTRA_CA'], log)),
    deviceName: hostname().slice(0, 80),
  })
  const last = new Map<CoreToMain['type'], string>()
  /** Only what is another than before. */
  const sendNew = (message: CoreToMain): void => {
    const now = JSON.stringify(message)
    if (last.get(message.type) === now) return
    last.set(message.type, now)
    send(message)
  }
  desk.onAttention(({ alert, waiting, settings, summons, holding }) => {
    sendNew({ type: 'alert', alert, quiet: settings.quiet, language: languageOf(settings, options.locale) })
    sendNew({ type: 'badge', count: waiting })
    sendNew({ type: 'summons', summons })
    sendNew({ type: 'holding', count: holding })
  })
  port.on('message', ({ data, ports }) => {
    const message = data as MainToCore
    switch (message.type) {
      case 'connect': {
        const [window] = ports
        if (window) connect(desk, window)
        return
      }
      case 'resume':
      case 'network_changed':
        proxies.forget()
        return desk.resume()
      case 'screen_locked':
        return desk.session.lock()
      case 'idle':
        return desk.idle(message)
      case 'secret':
        return secrets.answered(message.fileId, message.secret)
      case 'held':
        return secrets.heldAnswered(message.held)
      case 'proxy':
        return proxies.answered(message.url, message.proxy)
      case 'shutdown':
        void desk.stop().finally(() => process.exit(0))
    }
  })
  process.on('uncaughtException', error => {
    log('fatal', { error: error.name, detail: error.message.slice(0, 300) })
    send({ type: 'fatal', code: error.name, detail: error.message.slice(0, 300) })
    process.exit(1)
  })
  // After a kill -9 of main this process would live on for seconds: two engines on one outbox.
  const parent = process.ppid
  void (async () => {
    for (;;) {
      await systemClock.sleep(PARENT_LOOK_MS)
      if (process.ppid !== parent) process.exit(0)
    }
  })()
  send({ type: 'ready' })
  void desk.start()
}

function connect(desk: Desk, port: WindowPort): void {
  const connection = new Connection(desk, frame => port.postMessage(frame))
  port.on('message', ({ data }) => connection.receive(data))
  port.on('close', () => connection.close())
  port.start()
}

const port = parentPort()
const options = process.env['SHIFTDESK_CORE']
if (port && options) {
  delete process.env['SHIFTDESK_CORE']
  run(port, JSON.parse(options) as CoreOptions)
} else {
  process.stderr.write('core/main runs as a utility process of the desk; by itself it is core/headless.\n')
  process.exit(2)
}
