import { saveSettings } from '../queries/settings.ts'
import { openDesk, openPalette, type CallParts, type Calls } from './context.ts'
import { offerLine } from './offer.ts'
import { search } from './search.ts'

const TYPING_EVERY_MS = 2_000

/** What is left: notices, offered lines, search, settings, "now". */
export function deskCalls(parts: CallParts): Calls<'typing.notice' | 'viewing.notice' | 'line.offer' | 'search' | 'settings.save' | 'sync.now'> {
  const { core: { clock, log } } = parts
  let lastTyping = { conversationId: '', at: Number.NEGATIVE_INFINITY }
  /** Never stored, never repeated: a notice that does not arrive is none. */
  const tell = (topic: 'typing' | 'viewing', conversationId: string): void => {
    openDesk(parts).client.live(topic, conversationId).catch((error: unknown) =>
      log('notice_not_sent', { topic, error: error instanceof Error ? error.name : 'unknown' }))
  }
  return {
    'typing.notice': ({ conversationId }) => {
      openDesk(parts)
      const at = clock.monotonic()
      if (lastTyping.conversationId === conversationId && at - lastTyping.at < TYPING_EVERY_MS) return {}
      lastTyping = { conversationId, at }
      tell('typing', conversationId)
      return {}
    },
    'viewing.notice': ({ conversationId }) => {
      tell('viewing', conversationId)
      return {}
    },
    'line.offer': ({ conversationId, kind }) => offerLine(openPalette(parts), conversationId, kind),
    'search': ({ text, limit }) => search(openDesk(parts), clock, text, limit),
    'settings.save': input => {
      openDesk(parts).file.write(db => saveSettings(db, input))
      return {}
    },
    'sync.now': () => {
      openDesk(parts).engine.now()
      return {}
    },
  }
}
