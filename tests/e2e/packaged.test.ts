import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sandboxArguments } from '../../build/display.ts'
import { connectCdp, pageAddress, pictureOf } from './harness/cdp.ts'
import { PackagedDesk } from './packaged-desk.ts'

// The packaged Linux application, started as a user starts it.
const DISABLED = 48
const ENABLED = 49

let packaged: PackagedDesk

beforeAll(async () => { packaged = await PackagedDesk.make() }, 180_000)
afterEach(() => packaged.stop())
afterAll(() => { packaged.clear() })

test('the archive holds the bundles and what better-sqlite3 loads here, nothing else', () => {
  const allowed = [
    /^\/package\.json$/,
    /^\/dist\/(main\/main|preload\/preload|core\/(main|undici|zod|luxon|pinyin|opencc|opencc-characters))\.cjs$/,
    /^\/dist\/renderer\/[\w./-]+\.(html|js|css|svg|png|woff2|wav|mp3|ogg)$/,
    /^\/dist\/core\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
    new RegExp(`^/dist/core/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}\\.node$`),
  ]
  const listed = listPackage(path.join(packaged.folder, 'resources/app.asar'), { isPack: false })
  const files = listed.filter(file => !listed.some(other => other.startsWith(`${file}/`)))
  expect(files.filter(file => !allowed.some(pattern => pattern.test(file)))).toEqual([])
  for (const needed of ['/dist/main/main.cjs', '/dist/preload/preload.cjs', '/dist/core/main.cjs', '/dist/renderer/index.html']) {
    expect(files).toContain(needed)
  }
})

test('nothing lies beside the archive but the addon', () => {
  const beside = spawnSync('find', [path.join(packaged.folder, 'resources'), '-type', 'f', '-printf', '%P\n'], { encoding: 'utf8' })
  expect(beside.stdout.trim().split('\n').sort()).toEqual([
    'app.asar',
    `app.asar.unpacked/dist/core/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ])
})

test('the fuses are set: no Node, no inspection, only the archive', async () => {
  const wire = await getCurrentFuseWire(path.join(packaged.folder, 'shiftdesk'))
  expect(wire[FuseV1Options.RunAsNode]).toBe(DISABLED)
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(DISABLED)
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(DISABLED)
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(ENABLED)
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ENABLED)
})

test('it starts, shows its sign-in over the core, and gives the page no Node', async () => {
  const page = await connectCdp(await pageAddress(await packaged.start(sandboxArguments())))
  await page.until("document.querySelector('input[type=password]')", 20_000)
  await pictureOf(page, 'packaged-sign-in')
  expect(await page.evaluate('location.protocol')).toBe('app:')
  expect(await page.evaluate("typeof require + ' ' + typeof process + ' ' + typeof shiftdesk")).toBe('undefined undefined object')
  page.close()
})

test('as an ordinary user it runs in the sandbox of the kernel, and its page is the same', async () => {
  // Chromium refuses its sandbox to root, so root starts it as nobody; anybody else starts it as he is.
  const root = process.getuid?.() === 0
  const page = await connectCdp(await pageAddress(await (root ? packaged.startAsNobody() : packaged.start([]))))
  await page.until("document.querySelector('input[type=password]')", 20_000)
  const renderers = packaged.renderers()
  expect(renderers.length).toBeGreaterThan(0)
  expect(renderers.filter(({ seccomp, noSandbox }) => seccomp !== '2' || noSandbox)).toEqual([])
  page.close()
})
