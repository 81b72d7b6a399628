import { expect, test } from 'vitest'
import { axeFindings } from '../fixtures/window-peer/open-window.ts'
import type { Desk } from './harness/desk.ts'
import { openHouse, PASSWORD } from './harness/house.ts'
import { screens } from './harness/screens.ts'
import { editorOf, rowsOf } from './harness/window-parts.ts'

// A whole turn of work without the mouse, in both languages; each screen on the way is free of axe-core's findings, in light Chinese and dark English.
const house = openHouse('keyboard')
const words = {
  zh: {
    online: '在线', promise: '已记下承诺', closed: '已结束与', d9: '还没有回复过这位顾客',
    first: '你好，请问羊毛围巾会扎脖子吗？', slip: '亲亲这条发错了', answer: '不会的，这款是细羊绒，很柔软。', word: '羊毛围巾',
  },
  en: {
    online: 'Online', promise: 'Promise noted', closed: 'Conversation with', d9: 'had no reply',
    first: 'Hello, is the wool scarf itchy?', slip: 'Sorry wrong window', answer: 'Not at all, it is fine cashmere.', word: 'wool scarf',
  },
} as const
/**
 * What axe-core finds in the window. What hangs on no colour is looked for once a language, in the theme its turn begins with; colours, the same in both
 * languages, once a theme. A menu stands beside the landmarks, over them: that one rule is not for it.
 */
async function findings({ page }: Desk, colorScheme: 'light' | 'dark', menu: boolean): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const found = await axeFindings(page)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  return found.filter(one => !menu || !one.startsWith('region '))
}

test.each([['zh', 'light', 'xiaoan'], ['en', 'dark', 'momo']] as const)('a turn of work by keys alone (%s, %s)', async (language, theme, account) => {
  const say = words[language]
  house.tellOnFailure()
  const here = await house.startDesk({ machine: language, language })
  const { page } = here
  const { keyboard } = page
  const show = async (name: string, menu = false) => {
    // One turn takes the pictures of both languages.
    if (language === 'zh') await screens(page, `keyboard-${name}`, language)
    expect(await findings(here, theme, menu), name).toEqual([])
  }

  // Signing in: the cursor is in the first field; Tab goes on; Enter sends.
  await page.locator('form').waitFor()
  for (const text of [house.api.url, house.api.shop, account]) {
    await keyboard.type(text)
    await keyboard.press('Tab')
  }
  await keyboard.type(PASSWORD)
  await show('sign-in')
  await keyboard.press('Enter')

  // Going online: the first stop of the desk is the state.
  const state = page.getByRole('button', { name: /^(我的状态|My state)/ })
  await state.waitFor()
  await keyboard.press('Tab')
  expect(await state.evaluate(element => element === document.activeElement)).toBe(true)
  await keyboard.press('Enter')
  await page.getByRole('menuitemradio').first().waitFor()
  await show('state', true)
  await keyboard.press('Home')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: new RegExp(`^(我的状态|My state).*${say.online}`) }).waitFor()

  const customer = await house.customer()
  await customer.say(say.first)
  // Its due runs: only then it is the next one.
  await rowsOf(page).first().getByTitle(/^(首次回复|First reply)/).waitFor()
  await keyboard.press('Control+j')
  const editor = editorOf(page)
  await editor.and(page.locator(':focus')).waitFor()

  // D9: closing without any reply asks; Esc goes back.
  await keyboard.press('Control+e')
  const question = page.getByRole('alertdialog')
  await question.getByText(say.d9).first().waitFor()
  await show('close-question')
  await keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  await editor.and(page.locator(':focus')).waitFor()

  // Taken back within 3 s, it never leaves.
  await keyboard.type(say.slip)
  await keyboard.press('Enter')
  await page.locator('[data-status=held]').waitFor()
  await keyboard.press('Alt+z')
  await expect.poll(() => editor.inputValue()).toBe(say.slip)
  await page.locator('[data-status=held]').waitFor({ state: 'detached' })
  await keyboard.press('Control+a')
  await keyboard.type(say.answer)
  await keyboard.press('Enter')
  await customer.sees(say.answer)
  expect(await customer.page.getByText(say.slip).count()).toBe(0)

  await keyboard.press('Control+p')
  await page.locator('form input').first().and(page.locator(':focus')).waitFor()
  await keyboard.type('9')
  await show('promise')
  await keyboard.press('Enter')
  await page.getByText(say.promise).waitFor()
  await show('thread')

  await keyboard.press('Control+f')
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await keyboard.type(say.word)
  await page.getByRole('option').filter({ hasText: say.first }).first().waitFor()
  await show('search')
  await keyboard.press('Enter')
  await editor.and(page.locator(':focus')).waitFor()

  for (const [keys, name] of [['Control+,', 'settings'], ['Control+/', 'shortcuts']] as const) {
    await keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
    await show(name)
    await keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  // D6: closing while a promise is open asks; the harmless answer has the focus. A close is undone by the key that takes back,
  // while the notice offers it (7 s).
  await keyboard.press('Control+e')
  await question.waitFor()
  await show('close-promise')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await page.getByText(say.closed).waitFor()
  await keyboard.press('Alt+z')
  await editor.waitFor()
  await here.close()
}, 240_000)
