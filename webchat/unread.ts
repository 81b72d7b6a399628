import { useEffect } from 'react'
import type { ChatMessage } from '../protocol/rest.ts'

/**
 * Shows in the title that lines came while the page was out of sight, and tells the widget around it of each new one: a
 * closed widget's page is not "hidden" for the browser.
 */
export function useUnread(messages: readonly ChatMessage[], title: string): void {
  const newest = messages[messages.length - 1]
  const agentLine = newest?.from === 'agent' ? newest.id : null
  useEffect(() => {
    const seen = () => { if (!document.hidden) document.title = title }
    if (agentLine !== null && document.hidden) document.title = `● ${title}`
    else seen()
    if (agentLine !== null) window.parent.postMessage({ shiftdesk: 'unread' }, '*')
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [agentLine, title])
}
