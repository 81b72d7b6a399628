import { useEffect } from 'react'
import { every } from '../../edge/clock.ts'
import { useDesk } from '../../state/desk-context.ts'

/** The wire forgets a look after a few seconds: it is said again while it lasts. */
const SAID_EVERY_MS = 4_000

/** Tells colleagues that this conversation is looked at here, while its window is in sight. */
export function useViewing(conversationId: string, open: boolean): void {
  const { client } = useDesk()
  useEffect(() => {
    if (!open) return
    const say = () => { if (document.visibilityState === 'visible') void client.call('viewing.notice', { conversationId }) }
    say()
    return every(SAID_EVERY_MS, say)
  }, [client, conversationId, open])
}
