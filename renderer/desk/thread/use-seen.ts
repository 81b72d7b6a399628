import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../domain/entities/conversation.ts'
import type { DeskClient } from '../../bridge/client.ts'
import { useLive } from '../../state/live-store.ts'

/** Tells the core how far the agent has read: only one's own conversation, at its end, in a window that has the focus. */
export function useSeen(client: DeskClient, conversation: Conversation, atEnd: boolean): void {
  const me = useLive(state => state.session?.me?.personId)
  const [focused, setFocused] = useState(document.hasFocus())
  const told = useRef(0)
  useEffect(() => {
    const look = () => { setFocused(document.hasFocus()) }
    window.addEventListener('focus', look)
    window.addEventListener('blur', look)
    return () => {
      window.removeEventListener('focus', look)
      window.removeEventListener('blur', look)
    }
  }, [])
  const { id, lastPosition, seenPosition, ownerId } = conversation
  useEffect(() => {
    if (!atEnd || !focused || ownerId !== me || lastPosition <= seenPosition || lastPosition <= told.current) return
    told.current = lastPosition
    void client.call('conversation.seen', { conversationId: id, position: lastPosition })
  }, [client, id, lastPosition, seenPosition, ownerId, me, atEnd, focused])
}
