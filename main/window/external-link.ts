import { dialog, shell } from 'electron'
import type { BrowserWindow } from 'electron'
import { SHELL_TEXTS } from '../texts.ts'
import type { ShellLanguage } from '../texts.ts'
import { externalUrl } from '../urls.ts'

/** One question at a time: a page cannot bury the agent under them. */
const asking = new WeakSet<BrowserWindow>()

/**
 * Opens a link in the system's browser after a question that names its host.
 * @returns whether it was opened; false also for anything but a plain http(s) address
 */
export async function askToOpenLink(window: BrowserWindow, address: string, language: ShellLanguage): Promise<boolean> {
  const url = externalUrl(address)
  if (!url || asking.has(window)) return false
  const texts = SHELL_TEXTS[language]
  asking.add(window)
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      buttons: [texts.open, texts.cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
      message: texts.openLink(url.host),
      detail: url.href,
    })
    if (response !== 0) return false
    await shell.openExternal(url.href)
    return true
  } finally {
    asking.delete(window)
  }
}
