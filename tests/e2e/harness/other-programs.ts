import { execFileSync, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import { sandboxArguments } from '../../../build/display.ts'
import { chromiumPath } from '../../../build/ensure-system.ts'

/** Keys and windows as the agent has them: real X events, seen by every program of the display. */
export const keyboard = (...args: string[]): string => execFileSync('xdotool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
/** The title of the window that has the keyboard. */
export function activeTitle(): string {
  try {
    return keyboard('getactivewindow', 'getwindowname')
  } catch {
    // Between two windows nobody has it.
    return ''
  }
}

/** A window manager, so that windows get and give the focus. @param held keys that it keeps for itself, as openbox writes them: `C-A-p` */
export async function startWindowManager(folder: string, held: string): Promise<{ stop: () => Promise<void> }> {
  const file = path.join(folder, 'openbox.xml')
  writeFileSync(file, `<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc">
    <focus><focusNew>yes</focusNew><focusLast>yes</focusLast></focus>
    <keyboard><keybind key="${held}"><action name="Execute"><command>true</command></action></keybind></keyboard></openbox_config>`)
  const manager = spawn('openbox', ['--sm-disable', '--config-file', file], { stdio: 'ignore' })
  await vi.waitFor(() => keyboard('get_num_desktops'), { timeout: 10_000, interval: 100 })
  return {
    stop: () => new Promise(resolve => {
      manager.once('exit', () => { resolve() })
      manager.kill()
    }),
  }
}

/** Another program with a text field: a window of its own with this title, and the keyboard in its field. */
export async function startOtherProgram(title: string): Promise<{ page: Page; activate: () => Promise<void>; close: () => Promise<void> }> {
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', headless: false, args: [...sandboxArguments(), '--window-size=900,700'] })
  const page = await browser.newPage({ viewport: null })
  await page.setContent(`<title>${title}</title><textarea style="width:95%;height:500px"></textarea>`)
  // A window that goes while all are gone through ends the search with an error of X; this one is there once it is found.
  const window = await vi.waitFor(() => {
    const [found] = keyboard('search', '--onlyvisible', '--name', `^${title}`).split('\n')
    if (!found) throw new Error(`no window called ${title}`)
    return found
  }, { timeout: 10_000, interval: 50 })
  return {
    page,
    async activate() {
      keyboard('windowactivate', '--sync', window)
      // A real click: a script's focus leaves the keyboard in the address field.
      keyboard('mousemove', '--window', window, '450', '350', 'click', '1')
      await vi.waitFor(() => { if (!activeTitle().includes(title)) throw new Error(`${activeTitle()} has the keyboard`) }, { timeout: 5_000, interval: 20 })
    },
    close: () => browser.close(),
  }
}
