import path from 'node:path'
import { afterAll, beforeAll, onTestFailed } from 'vitest'
import { fetchTransport } from '../../../core/edge/fetch-transport.ts'
import type { Transport } from '../../../core/sync/transport.ts'
import { TestDesk } from '../../desk/test-desk.ts'
import { TcpProxy } from '../../network/tcp-proxy.ts'
import { startApi } from './api.ts'
import type { TestApi } from './api.ts'
import { openBrowser } from './customer.ts'
import type { Customer } from './customer.ts'
import { setPresence, signIn, startDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { testFolder } from './folders.ts'
import { screens } from './screens.ts'
import { syncOf } from './window-parts.ts'

/** Of every demo account (docs/CONTRACT.md). */
export const PASSWORD = 'shiftdesk-demo'
/** As long as it may take to start a shop, its desks and a browser on a busy machine. */
const OPENING_LIMIT_MS = 240_000
const SHOWN_LOG = 5_000

type Entering = {
  /** The computer: the same name again is the same one, with what its desk left there. */
  machine?: string
  language?: 'zh' | 'en'
  /** Where the API is for this desk; the way that can be cut is `wire.url`. */
  url?: string
  /** Takes customers from here on. */
  online?: boolean
}

/** What a file of e2e tests works with: a shop of its own, and the desks and customers that it opens there. All of it is closed at the end. */
export type House = {
  folder: string
  readonly api: TestApi
  /** Between a desk and the API: can be cut and healed. */
  readonly wire: TcpProxy
  /** Starts a desk in real Electron, nobody signed in. */
  startDesk: (options?: Pick<Entering, 'machine' | 'language'>) => Promise<Desk>
  /** Starts a desk and signs in by its form; resolves when its first sync is over. */
  enter: (account: string, options?: Entering) => Promise<Desk>
  /** The real core without a window, signed in. */
  enterCore: (account: string, transport?: Transport) => Promise<TestDesk>
  /** A customer with the chat page open. @param chatUrl of a customer whom the shop knows; else somebody new */
  customer: (chatUrl?: string) => Promise<Customer>
  /** Something of the test's own that ends with it. */
  ends: (end: () => unknown) => void
  /** Should the running test fail: what everybody wrote, and pictures of every window. */
  tellOnFailure: () => void
}

/**
 * Opens a shop before the tests of this file and closes all of it after them, last opened first, whatever came of them.
 * @param name of the file, for folders and pictures @param prepare what all tests of the file need
 */
export function openHouse(name: string, prepare: (house: House) => Promise<void> = async () => undefined): House {
  const folder = testFolder(name)
  const ends: (() => unknown)[] = [() => { folder.remove() }]
  const desks: Desk[] = []
  let browser: ReturnType<typeof openBrowser> | null = null
  let opened: { api: TestApi; wire: TcpProxy } | null = null
  const now = () => {
    if (!opened) throw new Error('the house is not open before its tests run')
    return opened
  }
  const house: House = {
    folder: folder.path,
    get api() { return now().api },
    get wire() { return now().wire },
    ends: end => { ends.push(end) },
    async startDesk({ machine = 'desk', language = 'zh' } = {}) {
      const desk = await startDesk({ userData: path.join(folder.path, machine), language })
      desks.push(desk)
      ends.push(() => desk.close())
      return desk
    },
    async enter(account, { url = house.api.url, online = false, ...options } = {}) {
      const desk = await house.startDesk(options)
      await signIn(desk.page, { api: url, shop: house.api.shop, account, password: PASSWORD })
      await syncOf(desk.page).waitFor()
      if (online) await setPresence(desk.page, options.language === 'en' ? 'Online' : '在线')
      return desk
    },
    async enterCore(account, transport = fetchTransport(true)) {
      const core = new TestDesk(path.join(folder.path, `core-${account}`), transport)
      await core.desk.start()
      ends.push(() => core.desk.stop())
      await core.call('session.signIn', { api: house.api.url, shop: house.api.shop, account, password: PASSWORD, staySignedIn: false })
      return core
    },
    async customer(chatUrl = house.api.chatUrl) {
      if (!browser) {
        const opening = openBrowser()
        browser = opening
        ends.push(async () => (await opening).browser.close())
      }
      return (await browser).customer(chatUrl)
    },
    tellOnFailure() {
      onTestFailed(async () => {
        console.log(house.api.log().slice(-SHOWN_LOG))
        for (const [at, desk] of desks.entries()) {
          if (!desk.isOpen()) continue
          console.log(desk.log().slice(-SHOWN_LOG))
          await screens(desk.page, `failed-${name}-${at + 1}`, 'zh')
        }
      })
    },
  }
  beforeAll(async () => {
    const api = await startApi({ dir: path.join(folder.path, 'api') })
    ends.push(() => api.stop())
    const wire = await TcpProxy.to(api.url)
    ends.push(() => wire.close())
    opened = { api, wire }
    await prepare(house)
  }, OPENING_LIMIT_MS)
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  }, OPENING_LIMIT_MS)
  return house
}
