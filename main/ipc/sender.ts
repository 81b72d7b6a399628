import { isAppUrl } from '../urls.ts'

/** A message that is not from the main frame of one of the desk's own pages. It is not answered; there is no recovery. */
export class ForeignSenderError extends Error {
  override name = 'ForeignSenderError'
}

/** What identifies a frame in every Electron. */
export type Frame = { processId: number; routingId: number; url: string }

/**
 * @param frame the sender; null when it is gone already
 * @param main the main frame of the sender's window
 * @returns the window, when the message is from the main frame of one of `own`, showing a page of the desk
 * @throws ForeignSenderError otherwise
 */
export function checkSender<W>(window: W | null, own: ReadonlySet<W>, frame: Frame | null, main: Frame): W {
  if (!window || !own.has(window)) throw new ForeignSenderError('not a window of the desk')
  if (!frame || frame.processId !== main.processId || frame.routingId !== main.routingId) {
    throw new ForeignSenderError('not the main frame')
  }
  if (!isAppUrl(frame.url)) throw new ForeignSenderError('not a page of the desk')
  return window
}
