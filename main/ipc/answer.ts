import { BrowserWindow, ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import { isAppUrl } from '../urls.ts'
import { IPC_INPUTS } from './schemas.ts'
import type { IpcChannel, IpcInput } from './schemas.ts'

/** A message that is not from the main frame of one of the desk's own pages. It is not answered; there is no recovery. */
export class ForeignSenderError extends Error {
  override name = 'ForeignSenderError'
}

/** A message of a shape that no window of ours sends. */
export class BadMessageError extends Error {
  override name = 'BadMessageError'
}

/** Whom a message may come from. */
export type OwnWindows = { has(window: BrowserWindow): boolean }

/**
 * The only way from a window into the shell. The sender must be the main frame of one of `own`, showing a page of the desk
 * itself; the arguments must fit the channel's schema. Anything else is refused before the handler sees it.
 */
export function answerIpc<C extends IpcChannel>(
  channel: C,
  own: OwnWindows,
  handler: (window: BrowserWindow, ...input: IpcInput<C>) => unknown,
): void {
  ipcMain.handle(channel, (event, ...input: unknown[]) => {
    const window = senderOf(event, own)
    const parsed = IPC_INPUTS[channel].safeParse(input)
    if (!parsed.success) throw new BadMessageError(channel)
    return handler(window, ...(parsed.data as IpcInput<C>))
  })
}

function senderOf(event: IpcMainInvokeEvent, own: OwnWindows): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender)
  const frame = event.senderFrame
  const main = event.sender.mainFrame
  if (!window || !own.has(window)) throw new ForeignSenderError('not a window of the desk')
  if (!frame || frame.processId !== main.processId || frame.routingId !== main.routingId) {
    throw new ForeignSenderError('not the main frame')
  }
  if (!isAppUrl(frame.url)) throw new ForeignSenderError('not a page of the desk')
  return window
}
