import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sandboxArguments } from '../../build/display.ts'
import { ensureElectron } from '../../build/ensure-electron.ts'
import { packageDesk } from '../../build/package.ts'
import { DevtoolsPage } from './devtools-page.ts'

// The packaged Linux application, started as a user starts it.
const DISABLED = 48
const ENABLED = 49

let folder = ''
let userData = ''
let environment: NodeJS.ProcessEnv
const started: ChildProcess[] = []

beforeAll(async () => {
  folder = path.join(await packageDesk([]), 'linux-unpacked')
  userData = mkdtempSync(path.join(tmpdir(), 'shiftdesk-packaged-'))
  const electron = await ensureElectron()
  // What the wrapper of the fallback runtime sets; the packaged program is started without it.
  const shim = electron.kind === 'fallback'
    ? { LD_PRELOAD: path.join(electron.dist, '../napi-compat.so'), NAPI_COMPAT_CACHE: userData }
    : {}
  environment = { ...process.env, ...shim, SHIFTDESK_USER_DATA: userData }
}, 180_000)

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
})

/** Starts the program and waits for its debugging port. */
function start(): Promise<number> {
  const child = spawn(path.join(folder, 'shiftdesk'), [...sandboxArguments(), '--remote-debugging-port=0'], {
    env: environment, stdio: ['ignore', 'ignore', 'pipe'],
  })
  started.push(child)
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
    child.once('exit', code => { reject(new Error(`ended with ${code}: ${said.slice(-2000)}`)) })
  })
}

test('the archive holds the bundles and what better-sqlite3 loads here, nothing else', () => {
  const allowed = [
    /^\/package\.json$/,
    /^\/dist\/(main\/main|preload\/preload|core\/main)\.cjs$/,
    /^\/dist\/renderer\/[\w./-]+\.(html|js|css|svg|png|woff2|wav|mp3|ogg)$/,
    /^\/dist\/core\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
    new RegExp(`^/dist/core/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}\\.node$`),
  ]
  const listed = listPackage(path.join(folder, 'resources/app.asar'), { isPack: false })
  const files = listed.filter(file => !listed.some(other => other.startsWith(`${file}/`)))
  expect(files.filter(file => !allowed.some(pattern => pattern.test(file)))).toEqual([])
  for (const needed of ['/dist/main/main.cjs', '/dist/preload/preload.cjs', '/dist/core/main.cjs', '/dist/renderer/index.html']) {
    expect(files).toContain(needed)
  }
})

test('nothing lies beside the archive but the addon', () => {
  const beside = spawnSync('find', [path.join(folder, 'resources'), '-type', 'f', '-printf', '%P\n'], { encoding: 'utf8' })
  expect(beside.stdout.trim().split('\n').sort()).toEqual([
    'app.asar',
    `app.asar.unpacked/dist/core/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ])
})

test('the fuses are set: no Node, no inspection, only the archive', async () => {
  const wire = await getCurrentFuseWire(path.join(folder, 'shiftdesk'))
  expect(wire[FuseV1Options.RunAsNode]).toBe(DISABLED)
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(DISABLED)
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(DISABLED)
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(ENABLED)
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ENABLED)
})

test('it starts, shows its sign-in over the core, and gives the page no Node', async () => {
  const page = await DevtoolsPage.attach(await start(), 20_000)
  await page.until("document.querySelector('input[type=password]')", 20_000)
  expect(await page.evaluate('location.protocol')).toBe('app:')
  expect(await page.evaluate("typeof require + ' ' + typeof process + ' ' + typeof shiftdesk")).toBe('undefined undefined object')
  page.close()
})
