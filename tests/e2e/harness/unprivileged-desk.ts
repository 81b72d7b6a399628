import { spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { ensureElectron } from '../../../build/ensure-electron.ts'
import { root } from '../../../build/root.ts'
import { connectCdp, pageAddress } from './cdp.ts'
import type { Cdp } from './cdp.ts'
import { testFolder } from './folders.ts'
import { killTree } from './processes.ts'

/** The user and group "nobody". */
const NOBODY = 65_534

export type UnprivilegedDesk = {
  pid: number
  /** The desk's page. */
  page: Cdp
  /** Electron's main process; `require` there is `process.mainModule.require`. */
  main: Cdp
  userData: string
  log: () => string
  close: () => Promise<void>
}

/**
 * Starts the desk with Chromium's real sandbox. Root's sandbox is refused by Chromium, so as root it runs as "nobody", from a
 * copy that this user can read, with the setuid helper as a package would install it; anyone else is unprivileged already.
 */
export async function startUnprivilegedDesk(): Promise<UnprivilegedDesk> {
  const electron = await ensureElectron()
  // The fallback is a folder with a wrapper beside its dist/; a real Electron is that folder itself.
  const runtimeRoot = electron.kind === 'fallback' ? path.dirname(electron.dist) : electron.dist
  const folder = testFolder('sandbox')
  const asRoot = process.getuid?.() === 0
  const home = path.join(folder.path, 'home')
  const userData = path.join(home, 'desk')
  const runtime = path.join(folder.path, 'runtime')
  const application = path.join(folder.path, 'application')
  mkdirSync(home, { mode: 0o700 })
  cpSync(runtimeRoot, runtime, { recursive: true, dereference: true })
  copyApplication(application)
  if (asRoot) {
    chmodSync(folder.path, 0o755)
    chownSync(home, NOBODY, NOBODY)
    const helper = path.join(runtime, path.relative(runtimeRoot, electron.dist), 'chrome-sandbox')
    chownSync(helper, 0, 0)
    chmodSync(helper, 0o4755)
  }
  const command = [path.join(runtime, path.basename(electron.path)), '--inspect=0', '--remote-debugging-port=0', application]
  const drop = asRoot ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : []
  const [program = '', ...args] = [...drop, ...command]
  const child = spawn(program, args, {
    cwd: home,
    env: {
      PATH: process.env['PATH'] ?? '', DISPLAY: process.env['DISPLAY'] ?? '', LANG: 'C.UTF-8', HOME: home, XDG_RUNTIME_DIR: home,
      SHIFTDESK_USER_DATA: userData,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const words: string[] = []
  const addresses = new Promise<{ inspector: string; devTools: number }>((resolve, reject) => {
    let inspector = ''
    let devTools = 0
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        words.push(chunk.toString())
        const said = words.join('')
        inspector ||= /Debugger listening on (ws:\S+)/.exec(said)?.[1] ?? ''
        devTools ||= Number(/DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1] ?? 0)
        if (inspector && devTools) resolve({ inspector, devTools })
      })
    }
    child.once('exit', code => { reject(new Error(`the desk ended with ${code}:\n${words.join('')}`)) })
  })
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) await killTree(child.pid ?? 0)
    folder.remove()
  }
  try {
    const { inspector, devTools } = await addresses
    const main = await connectCdp(inspector)
    const page = await connectCdp(await pageAddress(devTools))
    await page.until(`document.readyState === 'complete'`, 10_000)
    return { pid: child.pid ?? 0, page, main, userData, log: () => words.join(''), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What a package holds: the bundles and the native addon. */
function copyApplication(to: string): void {
  mkdirSync(to)
  cpSync(path.join(root, 'package.json'), path.join(to, 'package.json'))
  for (const part of ['dist/main', 'dist/preload', 'dist/core', 'dist/renderer', 'node_modules/better-sqlite3']) {
    if (existsSync(path.join(root, part))) cpSync(path.join(root, part), path.join(to, part), { recursive: true, dereference: true })
  }
}
