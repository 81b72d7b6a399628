import { useEffect, useState } from 'react'
import type { ContentKind } from '../../domain/entities/release.ts'
import type { DeskError } from '../../protocol/desk-api.ts'
import type { StudioView } from '../../protocol/script-views.ts'
import { useDesk } from '../state/desk-context.ts'
import { withChange } from './with-change.ts'

export type StudioNow = { view: StudioView | null; error: DeskError | null }

/** What is live of a kind with every draft of it, and the releases; again after each change. `view` is null until it is here. */
export function useStudio(kind: ContentKind, { draftsOnly = false } = {}): StudioNow {
  const { client } = useDesk()
  const [now, setNow] = useState<StudioNow>({ view: null, error: null })
  useEffect(() => client.subscribe('studio', { kind, draftsOnly }, {
    value: change => { setNow(before => ({ view: withChange(before.view, change), error: null })) },
    error: error => { setNow(before => ({ ...before, error })) },
  }), [client, kind, draftsOnly])
  return now
}
