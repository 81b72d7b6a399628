import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../edge/ticker.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { toast } from '../state/window-store.ts'

/** The agent still looks at what was just pressed. What was done longer ago (offline) waits in the list of what was refused. */
const JUST_NOW_MS = 15_000

/** A refused press of a button (taking a customer, a tag) is said at once; what was typed stays in the list with its text. */
export function useRefusals(): void {
  const { t } = useTranslation()
  const { client } = useDesk()
  const inbox = useLive(state => state.inbox)
  const said = useRef(new Set<string>())
  useEffect(() => {
    for (const { id, body, code, customerName, atMs } of inbox ?? []) {
      if (said.current.has(id) || body || serverNow() - atMs > JUST_NOW_MS) continue
      said.current.add(id)
      toast(customerName ? `${customerName} · ${t(`refusal.${code}`)}` : t(`refusal.${code}`), 'bad')
      // Also when another window of this desk was first.
      void client.call('inbox.dismiss', { id })
    }
  }, [inbox, client, t])
}
