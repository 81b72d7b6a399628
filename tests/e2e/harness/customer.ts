import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { sandboxArguments } from '../../../build/display.ts'
import { chromiumPath } from '../../../build/ensure-system.ts'

/** A customer with the chat page open in a real browser. */
export type Customer = {
  page: Page
  say: (text: string) => Promise<void>
  /** Resolves when the text stands in the thread. */
  sees: (text: string, timeoutMs?: number) => Promise<void>
}

/** One Chromium for all customers of a test; each has a context, so a memory, of its own. */
export async function openBrowser(): Promise<{ browser: Browser; customer: (chatUrl: string) => Promise<Customer> }> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('there is no Chromium')
  const browser = await chromium.launch({ executablePath, args: sandboxArguments() })
  return { browser, customer: chatUrl => openCustomer(browser, chatUrl) }
}

async function openCustomer(browser: Browser, chatUrl: string): Promise<Customer> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 420, height: 760 } })
  const page = await context.newPage()
  await page.goto(chatUrl)
  const box = page.getByRole('textbox').last()
  await box.waitFor()
  return {
    page,
    async say(text) {
      await box.fill(text)
      await box.press('Enter')
      await page.getByText(text).last().waitFor()
    },
    async sees(text, timeout = 15_000) {
      await page.getByText(text).last().waitFor({ timeout })
    },
  }
}
