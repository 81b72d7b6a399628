import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { SHELL_TEXTS } from '../texts.ts'
import type { ShellLanguage } from '../texts.ts'
import type { LeaveChoice } from './leaving.ts'

const CHOICES: readonly LeaveChoice[] = ['hand_over', 'quit', 'stay']

/** Asks whether to hand over first, over the window or by itself. The system's own question: it is there also when the page is not. */
export async function askBeforeLeaving(window: BrowserWindow | null, held: number, language: ShellLanguage): Promise<LeaveChoice> {
  const texts = SHELL_TEXTS[language]
  const question = {
    type: 'question' as const, buttons: [texts.handOver, texts.quitAnyway, texts.cancel], defaultId: 0, cancelId: 2, noLink: true,
    message: texts.stillHolding(held), detail: texts.stillHoldingDetail,
  }
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
  return CHOICES[response] ?? 'stay'
}
