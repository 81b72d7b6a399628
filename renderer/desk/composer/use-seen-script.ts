import { useEffect } from 'react'
import type { PaletteHit } from '../../../protocol/script-views.ts'
import { later } from '../../edge/clock.ts'
import { useDesk } from '../../state/desk-context.ts'

/** So long a changed script stands in full before it counts as seen. */
const READ_MS = 1_200

/** A changed script that was looked at loses its mark. */
export function useSeenScript(hit: PaletteHit | null): void {
  const { client } = useDesk()
  const id = hit?.changed ? hit.id : null
  useEffect(() => id === null ? undefined : later(READ_MS, () => { void client.call('script.seen', { scriptIds: [id] }) }), [client, id])
}
