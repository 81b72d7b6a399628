import type { CDPSession, Page } from 'playwright-core'
import { expect, onTestFailed, test } from 'vitest'
import type { Desk } from './harness/desk.ts'
import { openHouse } from './harness/house.ts'
import { activeTitle, keyboard, startOtherProgram, startWindowManager } from './harness/other-programs.ts'
import { screens } from './harness/screens.ts'

// The palette over any program: the agent works in another one, calls it up by the global key, and pastes what was chosen.
const OTHER = 'Another chat program'
const SOON = { timeout: 5_000 }
let other: Awaited<ReturnType<typeof startOtherProgram>>
let desk: Desk
let palette: Page
let ime: CDPSession

const isUp = () => desk.app.evaluate(({ BrowserWindow }) => {
  const window = BrowserWindow.getAllWindows().find(one => one.webContents.getURL().endsWith('palette.html'))
  return window?.isVisible() === true && window.isFocused()
})
const isThere = async () => {
  await expect.poll(isUp, SOON).toBe(true)
  // The window says it has the focus a moment before the display gives it the keys.
  await expect.poll(activeTitle, SOON).toBe('Shiftdesk')
}
const callUp = async () => {
  keyboard('key', 'ctrl+alt+space')
  await isThere()
}
const isBack = async () => {
  await expect.poll(isUp, SOON).toBe(false)
  await expect.poll(activeTitle, SOON).toContain(OTHER)
}
const field = () => palette.getByRole('combobox')
const pasted = () => other.page.locator('textarea').inputValue()
const noteFailure = () => {
  house.tellOnFailure()
  onTestFailed(async () => {
    console.log(activeTitle())
    await screens(palette, 'failed-global-palette', 'zh')
  })
}

const house = openHouse('global-palette', async () => {
  // Ctrl Alt P belongs to the window manager: keys that another program holds.
  const manager = await startWindowManager(house.folder, 'C-A-p')
  house.ends(() => manager.stop())
  desk = await house.enter('xiaoan')
  const isPalette = (page: Page) => page.url().endsWith('palette.html')
  palette = desk.app.windows().find(isPalette) ?? await desk.app.waitForEvent('window', isPalette)
  await field().waitFor({ state: 'attached', timeout: 30_000 })
  ime = await desk.app.context().newCDPSession(palette)
  other = await startOtherProgram(OTHER)
  house.ends(() => other.close())
})

test('called up over another program it is there within 50 ms, with what fits now', async () => {
  noteFailure()
  await desk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(one => one.webContents.getURL().endsWith('palette.html'))
    if (!window) return
    const took: number[] = []
    const show = window.show.bind(window)
    let atMs = 0
    window.show = () => {
      atMs = performance.now()
      show()
    }
    window.on('focus', () => { took.push(performance.now() - atMs) })
    Object.assign(globalThis, { took })
  })
  for (let turn = 0; turn < 8; turn++) {
    await other.activate()
    await callUp()
    keyboard('key', 'Escape')
    await isBack()
  }
  const took = await desk.app.evaluate(() => (globalThis as unknown as { took: number[] }).took.sort((a, b) => a - b))
  console.log(`global palette, show to focus: median ${took[4]?.toFixed(1)} ms, longest ${took.at(-1)?.toFixed(1)} ms of ${took.length}`)
  expect(took.length).toBeGreaterThanOrEqual(8)
  // A busy machine is no fault of the window: the median counts.
  expect(took[4]).toBeLessThan(50)
})

test('what an input method writes is looked for once it is written; Enter copies, and the program before has the focus again', async () => {
  noteFailure()
  await other.activate()
  await callUp()
  await palette.getByRole('option').first().waitFor()
  // The pointer rests where the list came up, and chooses nothing.
  await expect.poll(() => palette.getByRole('option').first().getAttribute('aria-selected'), SOON).toBe('true')
  await screens(palette, 'global-palette-offered', 'zh')
  await ime.send('Input.imeSetComposition', { text: 'tui kuan', selectionStart: 8, selectionEnd: 8 })
  expect(await field().inputValue()).toBe('tui kuan')
  // The Enter of the input method: key code 229, and Escape as well. Neither is the palette's.
  for (const code of ['Enter', 'Escape', 'ArrowDown']) {
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229 })
    await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', key: code, code })
  }
  expect(await isUp()).toBe(true)
  expect(await palette.locator('[data-answered]').getAttribute('data-answered')).toBe('')
  await ime.send('Input.insertText', { text: '退款' })
  await palette.locator('[data-answered="退款"]').waitFor()
  const first = palette.getByRole('option').first()
  expect(await first.innerText()).toContain('退款')
  await screens(palette, 'global-palette', 'zh')
  keyboard('key', 'Down')
  await expect.poll(() => palette.getByRole('option').nth(1).getAttribute('aria-selected'), SOON).toBe('true')
  const text = await palette.getByRole('complementary').locator('p').first().innerText()
  keyboard('key', 'Return')
  if (await palette.getByRole('alert').isVisible()) keyboard('key', 'Return')
  await isBack()
  keyboard('key', 'ctrl+v')
  await expect.poll(pasted, SOON).toBe(text)
})

test('letters from a real keyboard find too; called up again it begins anew; a click elsewhere puts it away', async () => {
  noteFailure()
  await other.page.locator('textarea').fill('')
  await other.activate()
  await callUp()
  expect(await field().inputValue()).toBe('')
  keyboard('type', '--delay', '5', 'hello')
  await expect.poll(() => field().inputValue(), SOON).toBe('hello')
  await other.activate()
  await isBack()
  await callUp()
  expect(await field().inputValue()).toBe('')
  keyboard('key', 'ctrl+alt+space')
  await isBack()
  expect(await pasted()).toBe('')
})

test('keys that another program holds are said to be taken; other keys count at once', async () => {
  noteFailure()
  await desk.page.bringToFront()
  await desk.page.keyboard.press('Control+,')
  const dialog = desk.page.getByRole('dialog')
  const change = dialog.getByRole('button', { name: '修改呼出话术的按键' })
  await change.click()
  await desk.page.keyboard.press('Control+Alt+P')
  await dialog.getByText('被其他程序占用了').waitFor()
  await change.scrollIntoViewIfNeeded()
  await screens(desk.page, 'global-palette-key', 'zh')
  await change.click()
  await desk.page.keyboard.press('Control+Alt+K')
  await dialog.getByText('被其他程序占用了').waitFor({ state: 'detached' })
  await other.activate()
  keyboard('key', 'ctrl+alt+space')
  keyboard('key', 'ctrl+alt+k')
  await isThere()
  keyboard('key', 'Escape')
  await isBack()
  await dialog.getByRole('button', { name: '停用' }).click()
  await dialog.getByText('已停用').waitFor()
  await dialog.getByRole('button', { name: '启用' }).click()
  await dialog.getByRole('button', { name: '停用' }).waitFor()
  await desk.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('while the desk is locked it says so, shows no script, and leads to the desk', async () => {
  noteFailure()
  await desk.page.keyboard.press('Control+l')
  await desk.page.getByText('已锁定').first().waitFor()
  await other.activate()
  keyboard('key', 'ctrl+alt+k')
  await isThere()
  await palette.getByText('先回到工作台解锁').waitFor()
  expect(await palette.getByRole('option').count()).toBe(0)
  await screens(palette, 'global-palette-locked', 'zh')
  keyboard('key', 'Return')
  await expect.poll(isUp, SOON).toBe(false)
  await expect.poll(activeTitle, SOON).toContain('Shiftdesk')
})
