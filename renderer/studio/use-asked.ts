import { useCallback, useEffect, useState } from 'react'
import type { DeskError } from '../../protocol/desk-api.ts'
import type { StudioAsk, StudioInput, StudioOutput } from '../../protocol/studio.ts'
import { useDesk } from '../state/desk-context.ts'
import { askStudio } from './ask.ts'
import { useOffline } from '../state/use-offline.ts'

export type Asked<T> = { value: T | null; error: DeskError | null; busy: boolean; again: () => void }

/** The server's answer to a question, asked when it is drawn and on `again`. The last answer stays while the next is on its way. */
export function useAsked<N extends StudioAsk>(name: N, input: StudioInput<N>): Asked<StudioOutput<N>> {
  const { client } = useDesk()
  const offline = useOffline()
  const [now, setNow] = useState<{ value: StudioOutput<N> | null; error: DeskError | null; busy: boolean }>({ value: null, error: null, busy: true })
  const [turn, setTurn] = useState(0)
  const body = JSON.stringify(input)
  useEffect(() => {
    if (offline) return
    let over = false
    void askStudio(client, name, JSON.parse(body) as StudioInput<N>).then(answer => {
      if (over) return
      setNow(before => answer.ok ? { value: answer.value, error: null, busy: false } : { ...before, error: answer.error, busy: false })
    })
    return () => { over = true }
  }, [client, name, body, turn, offline])
  const again = useCallback(() => {
    setNow(before => ({ ...before, busy: true }))
    setTurn(before => before + 1)
  }, [])
  return { ...now, again }
}
