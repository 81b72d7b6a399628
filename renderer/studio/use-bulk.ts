import { useEffect, useState } from 'react'
import type { CallInput } from '../../protocol/desk-api.ts'
import type { BulkView } from '../../protocol/script-views.ts'
import { errorText } from '../state/actions.ts'
import { useDesk } from '../state/desk-context.ts'
import { toast } from '../state/window-store.ts'

export type BulkInput = CallInput<'studio.bulk'>

/** The bulk edit that is on its way or was the last one; null = none. */
export function useBulk(): BulkView | null {
  const { client } = useDesk()
  const [view, setView] = useState<BulkView | null>(null)
  useEffect(() => client.subscribe('bulk', {}, { value: setView, error: () => { setView(null) } }), [client])
  return view
}

export const isOnItsWay = (view: BulkView | null): boolean => view?.state === 'running' || view?.state === 'returning'

/** @returns begins a bulk edit; how far it is says the bar above the page */
export function useStartBulk(): (input: BulkInput) => void {
  const { client } = useDesk()
  return input => {
    void client.call('studio.bulk', input).then(answer => { if (!answer.ok) toast(errorText(answer.error), 'bad') })
  }
}
