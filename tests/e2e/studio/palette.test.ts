import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import { openHouse } from '../harness/house.ts'
import { screens } from '../harness/screens.ts'
import { editorOf } from '../harness/window-parts.ts'

// Scripts and language at a real desk, by keys alone: found by initials and sent, variables, sent at once, what language rules stop
// and mend, and an input method whose Enter, Esc and arrows are its own.
const house = openHouse('palette')

/** A key press that an input method takes for itself, as the browser sees it. */
async function takenPress(cdp: CDPSession, code: string): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 229, key: 'Process', code })
}

test('an agent finds, fills, mends and sends', async () => {
  house.tellOnFailure()
  const { page, log } = await house.enter('xiaoan', { online: true })
  const { keyboard } = page
  const customer = await house.customer()
  await customer.say('你好，退款多久到账？')
  // Assigned and due: before that the key has nowhere to go.
  await page.locator('[data-conversation]').getByTitle(/^首次回复/).waitFor()
  await keyboard.press('Control+j')
  const editor = editorOf(page)
  await editor.and(page.locator(':focus')).waitFor()
  const options = page.getByRole('option')
  const chosen = page.locator('[role=option][aria-selected=true]')

  // Opened empty: what fits this talk; the last answer stays in sight.
  await keyboard.type('您好，/')
  await chosen.waitFor()
  expect(await options.count()).toBeLessThanOrEqual(5)
  const last = await page.getByText('你好，退款多久到账？').last().boundingBox()
  const palette = await page.locator('[data-palette]').boundingBox()
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(palette?.y ?? 0)
  await screens(page, 'palette-offered', 'zh')

  // By initials; inserted where the slash stood; nothing else is touched.
  await keyboard.type('tkdzsj')
  await page.locator('[data-answered="tkdzsj"]').waitFor()
  expect(await chosen.innerText()).toContain('退款到账时间')
  await screens(page, 'palette-found', 'zh')
  await keyboard.press('Enter')
  await page.locator('[data-palette]').waitFor({ state: 'detached' })
  expect(await editor.inputValue()).toMatch(/^您好，您想了解退款到账时间/)
  // The field's own undo takes it back, and once more brings it.
  await keyboard.press('Control+z')
  expect(await editor.inputValue()).toBe('您好，/tkdzsj')
  await keyboard.press('Control+y')
  const answer = await editor.inputValue()
  await keyboard.press('Enter')
  await customer.sees(answer)

  // Variables: open ones keep the message here and say so; Tab goes there; another number than the customer's warns once.
  await keyboard.press('Control+k')
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await keyboard.type('未发货退款')
  await page.locator('[data-answered="未发货退款"]').waitFor()
  await keyboard.press('Enter')
  await editor.and(page.locator(':focus')).waitFor()
  expect(await editor.inputValue()).toContain('{{order.number}}')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '没有发出' }).waitFor()
  await screens(page, 'palette-variable', 'zh')
  await keyboard.press('Tab')
  await keyboard.type('这一单')
  expect(await editor.inputValue()).toContain('订单这一单对吗')
  await keyboard.press('Control+a')
  await keyboard.press('Delete')

  // Language: a block says why and is mended by one key.
  await keyboard.type('不知道')
  const bar = page.locator('[data-language-bar]')
  await bar.waitFor()
  expect(await page.locator('[data-mark]').innerText()).toBe('不知道')
  await keyboard.press('Enter')
  await bar.and(page.getByRole('alert')).waitFor()
  expect(await editor.inputValue()).toBe('不知道')
  await screens(page, 'palette-language', 'zh')
  await keyboard.press('Alt+g')
  await bar.waitFor({ state: 'detached' })
  const mended = await editor.inputValue()
  expect(mended).not.toContain('不知道')
  await keyboard.press('Enter')
  await customer.sees(mended)
  expect(await customer.page.getByText('不知道').count()).toBe(0)

  // Sent at once: found, inserted and out by one key.
  await keyboard.type('/tkdzsj')
  await page.locator('[data-answered="tkdzsj"]').waitFor()
  await keyboard.press('Alt+Enter')
  await customer.page.getByText('您想了解退款到账时间').nth(1).waitFor()
  expect(await editor.inputValue()).toBe('')

  // An input method composes: nothing is searched, chosen, inserted or closed until it is done.
  await keyboard.press('Control+k')
  const field = page.getByRole('combobox').and(page.locator(':focus'))
  await field.waitFor()
  await chosen.waitFor()
  const before = await options.allInnerTexts()
  const cdp = await page.context().newCDPSession(page)
  for (const text of ['t', 'tui', 'tui kuan']) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await takenPress(cdp, 'KeyT')
  }
  for (const code of ['ArrowDown', 'Enter', 'Escape']) await takenPress(cdp, code)
  expect(await options.allInnerTexts()).toEqual(before)
  expect(await chosen.getAttribute('aria-posinset')).toBe('1')
  expect(await page.locator('[data-answered]').getAttribute('data-answered')).toBe('')
  await cdp.send('Input.insertText', { text: '退款' })
  await page.locator('[data-answered="退款"]').waitFor()
  expect(await field.inputValue()).toBe('退款')
  expect(await editor.inputValue()).toBe('')
  await keyboard.press('Escape')
  await editor.and(page.locator(':focus')).waitFor()

  // The same inside the reply, behind a slash.
  await keyboard.type('/')
  await chosen.waitFor()
  await cdp.send('Input.imeSetComposition', { text: 'fahuo', selectionStart: 5, selectionEnd: 5 })
  for (const code of ['Enter', 'Escape']) await takenPress(cdp, code)
  expect(await page.locator('[data-answered]').getAttribute('data-answered')).toBe('')
  expect(await editor.inputValue()).toBe('/fahuo')
  await cdp.send('Input.insertText', { text: '发货' })
  await page.locator('[data-answered="发货"]').waitFor()
  await keyboard.press('Escape')
  await page.locator('[data-palette]').waitFor({ state: 'detached' })
  expect(await editor.inputValue()).toBe('/发货')
  expect(log()).not.toContain('Content Security Policy')
}, 120_000)
