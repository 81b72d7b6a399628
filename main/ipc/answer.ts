import { BrowserWindow, ipcMain } from 'electron'
import { checkSender } from './sender.ts'
import { IPC_INPUTS } from './schemas.ts'
import type { IpcChannel, IpcInput } from './schemas.ts'

/** A message of a shape that no window of ours sends. */
export class BadMessageError extends Error {
  override name = 'BadMessageError'
}

/**
 * The only way from a window into the shell. The sender must be the main frame of one of `own`, showing a page of the desk
 * itself; the arguments must fit the channel's schema. Anything else is refused before the handler sees it.
 */
export function answerIpc<C extends IpcChannel>(
  channel: C,
  own: ReadonlySet<BrowserWindow>,
  handler: (window: BrowserWindow, ...input: IpcInput<C>) => unknown,
): void {
  ipcMain.handle(channel, (event, ...input: unknown[]) => {
    const window = checkSender(BrowserWindow.fromWebContents(event.sender), own, event.senderFrame, event.sender.mainFrame)
    const parsed = IPC_INPUTS[channel].safeParse(input)
    if (!parsed.success) throw new BadMessageError(channel)
    return handler(window, ...(parsed.data as IpcInput<C>))
  })
}
