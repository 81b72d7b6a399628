import { readFileSync, readlinkSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pictureOf } from './harness/cdp.ts'
import { rendererPids } from './harness/processes.ts'
import { startUnprivilegedDesk } from './harness/unprivileged-desk.ts'
import type { UnprivilegedDesk } from './harness/unprivileged-desk.ts'

// The shell as an ordinary user has it, with Chromium's real sandbox.
let desk: UnprivilegedDesk
const inPage = (expression: string) => desk.page.evaluate(expression)
/** Runs the body of an async function in the main process; `electron` is there. */
const inMain = (body: string) => desk.main.evaluate(
  `(async () => { const electron = process.mainModule.require('electron'); ${body} })()`)

beforeAll(async () => {
  desk = await startUnprivilegedDesk()
  // Questions are counted and answered with "cancel" instead of waiting for somebody.
  await inMain(`globalThis.asked = []
    electron.dialog.showMessageBox = async (window, options) => { globalThis.asked.push(options.detail); return { response: 1 } }
    electron.shell.openExternal = async url => { globalThis.asked.push('opened ' + url) }
    globalThis.page = name => electron.webContents.getAllWebContents().find(one => one.getURL() === 'app://desk/' + name)
    while (!globalThis.page('palette.html')) await new Promise(done => setTimeout(done, 100))`)
}, 60_000)
afterAll(async () => { await desk?.close() })

test('every page process is inside the sandbox', async () => {
  await pictureOf(desk.page, 'shell-security')
  const pids = rendererPids(desk.pid)
  expect(pids.length).toBeGreaterThan(0)
  for (const pid of pids) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    expect(status).toMatch(/^Seccomp:\t2$/m)
    expect(status).toMatch(/^NoNewPrivs:\t1$/m)
    expect(readlinkSync(`/proc/${pid}/ns/pid`)).not.toBe(readlinkSync('/proc/self/ns/pid'))
    expect(readlinkSync(`/proc/${pid}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'))
  }
})

test('a page has no Node and exactly the one bridge', async () => {
  expect(await inPage(`[typeof require, typeof process, typeof module, typeof Buffer, typeof global]`))
    .toEqual(Array(5).fill('undefined'))
  expect(await inPage('Object.keys(window.shiftdesk).sort()')).toEqual([
    'info', 'onCoreFailed', 'onCoreGone', 'onHandOver', 'onOpenConversation', 'onPalette', 'openExternal', 'palette', 'paletteKey', 'requestPort',
    'restartCore', 'saveFile', 'setPaletteKey', 'window',
  ])
  const guarded = { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, webSecurity: true }
  expect(await inMain(`return electron.webContents.getAllWebContents().map(contents => {
      const { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences()
      return { contextIsolation, sandbox, nodeIntegration, webviewTag, webSecurity }
    })`)).toEqual([guarded, guarded])
})

test('the policy comes by header and holds', async () => {
  const policy = await inMain(`const answer = await electron.session.fromPartition('desk').fetch('app://desk/index.html')
    return answer.headers.get('content-security-policy')`)
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(policy).not.toMatch(/unsafe|\*/)

  expect(await inPage(`(() => { try { return eval('1') } catch (error) { return error.name } })()`)).toBe('EvalError')
  expect(await inPage(`(() => { try { return new Function('return 1')() } catch (error) { return error.name } })()`)).toBe('EvalError')
  expect(await inPage(`(() => { const script = document.createElement('script'); script.textContent = 'window.inline = 1'
    document.head.append(script); return typeof window.inline })()`)).toBe('undefined')
  expect(await inPage(`(() => { const place = document.createElement('div'); place.innerHTML = '<img src=x onerror="window.inline = 1">'
    document.body.append(place); return new Promise(done => setTimeout(() => { place.remove(); done(typeof window.inline) }, 300)) })()`))
    .toBe('undefined')
  expect(await inPage(`fetch('http://127.0.0.1:9/').then(() => 'fetched', error => error.name)`)).toBe('TypeError')
  expect(await inPage(`new Promise(done => { const image = new Image(); image.onload = () => done('loaded')
    image.onerror = () => done('blocked'); image.src = 'http://127.0.0.1:9/x.png' })`)).toBe('blocked')
})

test('navigation is blocked; a link to the outside becomes a question', async () => {
  await inMain('globalThis.asked.length = 0')
  await inPage(`location.href = 'https://example.org/a'; new Promise(done => setTimeout(done, 500))`)
  expect(await inPage('location.href')).toMatch(/^app:\/\/desk\//)
  await inPage(`location.href = 'file:///etc/passwd'; new Promise(done => setTimeout(done, 300))`)
  await inPage(`location.href = 'javascript:document.title="taken"'; new Promise(done => setTimeout(done, 300))`)
  expect(await inPage('document.title')).not.toBe('taken')
  expect(await inPage('location.href')).toMatch(/^app:\/\/desk\//)
  expect(await inMain('return globalThis.asked')).toEqual(['https://example.org/a'])
})

test('no new window opens', async () => {
  await inMain('globalThis.asked.length = 0')
  expect(await inPage(`String(window.open('https://example.org/b'))`)).toBe('null')
  expect(await inPage(`String(window.open('app://desk/'))`)).toBe('null')
  expect(await inPage(`String(window.open('file:///etc/passwd'))`)).toBe('null')
  expect(await inMain('return electron.BrowserWindow.getAllWindows().length')).toBe(2)
  expect(await inMain('return globalThis.asked')).toEqual(['https://example.org/b'])
  expect(await inPage(`window.shiftdesk.openExternal('smb://host/share')`)).toBe(false)
  expect(await inPage(`window.shiftdesk.openExternal('https://example.org/c')`)).toBe(false)
  expect(await inMain('return globalThis.asked')).toEqual(['https://example.org/b', 'https://example.org/c'])
})

test('every permission is refused', async () => {
  expect(await inPage(`navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', error => error.name)`))
    .toMatch(/NotAllowedError|NotFoundError/)
  expect(await inPage('Notification.requestPermission()')).toBe('denied')
  expect(await inPage(`Promise.all(['geolocation', 'camera', 'microphone', 'clipboard-read', 'midi']
    .map(name => navigator.permissions.query({ name }).then(({ state }) => state)))`)).toEqual(Array(5).fill('denied'))
  expect(await inPage(`new Promise(done => navigator.geolocation.getCurrentPosition(() => done('given'), error => done(error.code)))`)).toBe(1)
})

test('messages of another window, and of another page in the desk\'s own window, are refused', async () => {
  // A window that is not the desk's, whose preload passes on what its page asks.
  const refused = await inMain(`const { writeFileSync } = process.mainModule.require('fs')
    const preload = electron.app.getPath('userData') + '/foreign.js'
    writeFileSync(preload, "const { contextBridge, ipcRenderer } = require('electron');" +
      "contextBridge.exposeInMainWorld('ask', (channel, ...input) => ipcRenderer.invoke(channel, ...input))")
    const window = new electron.BrowserWindow({ show: false, webPreferences: { preload } })
    await window.loadURL('data:text/html,foreign')
    const asked = await window.webContents.executeJavaScript(
      "Promise.all(['shell:info', 'shell:requestPort', 'shell:window'].map(one => window.ask(one).then(() => 'answered', error => error.message)))")
    window.destroy()
    return asked`) as string[]
  expect(refused).toHaveLength(3)
  for (const message of refused) expect(message).toContain('not a window of the desk')

  // The desk's own window is brought to another page by force: preload gives that page nothing.
  expect(await inMain(`const window = electron.BrowserWindow.fromWebContents(globalThis.page(''))
    await window.loadURL('data:text/html,other')
    const bridge = await window.webContents.executeJavaScript('typeof window.shiftdesk')
    await window.loadURL('app://desk/')
    return bridge`)).toBe('undefined')
})

test('the palette\'s page is held like the desk\'s, and may do less', async () => {
  await inMain('globalThis.asked.length = 0')
  const inPalette = (expression: string) => inMain(`return globalThis.page('palette.html').executeJavaScript(${JSON.stringify(expression)}, true)`)
  expect(await inPalette('[typeof require, typeof process, typeof module]')).toEqual(Array(3).fill('undefined'))
  expect(await inPalette(`String(window.open('https://example.org/p'))`)).toBe('null')
  expect(await inPalette(`location.href = 'https://example.org/q'; new Promise(done => setTimeout(done, 300)).then(() => location.href)`))
    .toBe('app://desk/palette.html')
  expect(await inMain('return globalThis.asked')).toEqual(['https://example.org/p', 'https://example.org/q'])
  expect(await inPalette(`fetch('http://127.0.0.1:9/').then(() => 'fetched', error => error.name)`)).toBe('TypeError')
  expect(await inPalette(`navigator.permissions.query({ name: 'clipboard-read' }).then(({ state }) => state)`)).toBe('denied')
  for (const call of [`window('new')`, 'paletteKey()', `setPaletteKey('Mod+Alt+K')`]) {
    expect(await inPalette(`window.shiftdesk.${call}.then(() => 'done', error => error.message)`)).toContain('not a window of the desk')
  }
  expect(await inPage(`window.shiftdesk.palette('explode').then(() => 'done', error => error.message)`)).toContain('shell:palette')
  expect(await inPage(`window.shiftdesk.setPaletteKey('K').then(({ state }) => state)`)).toBe('unusable')
  expect(await inPage(`window.shiftdesk.setPaletteKey(7).then(() => 'done', error => error.message)`)).toContain('shell:setPaletteKey')
})

test('bad messages from the desk\'s own page are refused', async () => {
  expect(await inPage(`window.shiftdesk.window('explode').then(() => 'done', error => error.message)`)).toContain('shell:window')
  expect(await inPage(`window.shiftdesk.openExternal(7).then(() => 'done', error => error.message)`)).toContain('shell:openExternal')
})
