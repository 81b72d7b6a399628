import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { sandboxArguments } from '../../../build/display.ts'
import { ensureElectron } from '../../../build/ensure-electron.ts'
import { root } from '../../../build/root.ts'
import { corePid, killOne, killTree } from './processes.ts'

export type Desk = {
  app: ElectronApplication
  page: Page
  /** Electron's main process. */
  pid: number
  /** What shell and core wrote to stdout and stderr. */
  log: () => string
  corePid: () => number | null
  /** `kill -9` of every process of this desk. */
  kill: () => Promise<void>
  /** `kill -9` of the core alone. */
  killCore: () => Promise<void>
  /** Its process lives. */
  isOpen: () => boolean
  /** As the agent does. Throws when it does not end within 20 s (then it is ended by force) or met an error nobody foresaw. */
  close: () => Promise<void>
}

const CLOSE_LIMIT_MS = 20_000
const HOLD_READY = path.join(import.meta.dirname, 'hold-ready.cjs')

export type DeskStart = {
  /** The desk's folder: a second start with the same one is the same machine. */
  userData: string
  language?: 'zh' | 'en'
  env?: Record<string, string>
}

/** Starts the desk from dist/ in real Electron and waits for its window. Needs a display (tests/e2e/setup.ts). */
export async function startDesk({ userData, language = 'zh', env = {} }: DeskStart): Promise<Desk> {
  mkdirSync(userData, { recursive: true })
  const electron = await ensureElectron()
  const locale = language === 'zh' ? 'zh-CN' : 'en-US'
  const app = await _electron.launch({
    executablePath: electron.path,
    args: ['-r', HOLD_READY, ...sandboxArguments(), `--lang=${locale}`, root],
    cwd: root,
    env: { ...withoutTrial(process.env), SHIFTDESK_USER_DATA: userData, ...env },
    timeout: 60_000,
  })
  const child = app.process()
  const words: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      words.push(chunk.toString())
      if (words.length > 500) words.shift()
    })
  }
  const page = await app.firstWindow()
  page.on('console', message => { words.push(`window ${message.type()}: ${message.text()}\n`) })
  page.on('pageerror', error => { words.push(`window error: ${error.stack ?? error.message}\n`) })
  const pid = child.pid ?? 0
  const isOpen = () => child.exitCode === null && child.signalCode === null
  return {
    app,
    page,
    pid,
    log: () => words.join(''),
    isOpen,
    corePid: () => corePid(pid),
    kill: () => killTree(pid),
    async killCore() {
      const core = corePid(pid)
      if (!core) throw new Error('there is no core')
      await killOne(core)
    },
    async close() {
      if (!isOpen()) return
      let late = false
      const limit = setTimeout(() => {
        late = true
        void killTree(pid)
      }, CLOSE_LIMIT_MS)
      await app.close()
      clearTimeout(limit)
      if (late) throw new Error(`the desk did not end by itself:\n${words.slice(-20).join('')}`)
      const unexpected = words.filter(word => word.includes('shell unexpected:'))
      if (unexpected.length > 0) throw new Error(unexpected.join(''))
    },
  }
}

/** Signs in through the window, as an agent of the demo shop does. */
export async function signIn(page: Page, { api, shop, account, password }: {
  api: string; shop: string; account: string; password: string
}): Promise<void> {
  const form = page.locator('form')
  await form.waitFor()
  await form.getByLabel(/服务器地址|Server address/).fill(api)
  await form.getByLabel(/店铺|Shop/).fill(shop)
  await form.getByLabel(/账号|Account/).fill(account)
  await form.getByLabel(/^密码|^Password/).fill(password)
  await form.locator('button[type=submit]').click()
}

/** Changes the agent's state in the top bar; `to` is its name in the window's language (在线, Online). */
export async function setPresence(page: Page, to: string): Promise<void> {
  const button = page.getByRole('button', { name: /^(我的状态|My state)/ })
  await button.click()
  await page.getByRole('menuitemradio', { name: to }).first().click()
  await page.getByRole('button', { name: new RegExp(`^(我的状态|My state).*${to}`) }).waitFor()
}

function withoutTrial(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] =>
    entry[1] !== undefined && !entry[0].startsWith('SHIFTDESK_')))
}
