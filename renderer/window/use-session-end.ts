import { useEffect, useRef, useState } from 'react'
import { forgetPictures } from '../desk/thread/picture-bytes.ts'
import { forgetComposers } from '../state/composer-store.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { resetWindow } from '../state/window-store.ts'
import { forgetWritings } from '../state/writings.ts'

/**
 * When another agent opens the desk, nothing typed or chosen by the one before stays in the window. A lock keeps it: the same
 * agent comes back. @returns whether the page about an ended session was read
 */
export function useSessionEnd(): { seen: boolean; see: () => void } {
  const { drafts } = useDesk()
  const session = useLive(state => state.session)
  const gone = useLive(state => state.connection !== 'connected')
  const agent = session?.me ? `${session.shop?.id ?? ''}/${session.me.personId}` : null
  const left = session?.state === 'signed_out'
  const ended = session?.ended ?? null
  const before = useRef<string | null>(null)
  const [seenEnd, setSeenEnd] = useState<string | null>(null)

  useEffect(() => {
    // A core that restarts may say "signed out" for a moment before it opens the file again: the draft stays.
    const changed = agent !== null && before.current !== null && agent !== before.current
    if (changed || (left && !gone)) {
      drafts.forget()
      forgetComposers()
      forgetPictures()
      forgetWritings()
      resetWindow()
    }
    if (agent !== null) before.current = agent
  }, [agent, left, gone, drafts])

  return { seen: ended !== null && seenEnd === ended, see: () => { setSeenEnd(ended) } }
}
