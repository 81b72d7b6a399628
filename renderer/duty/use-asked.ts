import { useCallback, useEffect, useState } from 'react'
import type { DeskError } from '../../protocol/desk-api.ts'
import type { ShiftAsk, ShiftInput, ShiftOutput } from '../../protocol/shift.ts'
import { useDesk } from '../state/desk-context.ts'
import { useOffline } from '../state/use-offline.ts'
import { askShift } from './ask.ts'

export type Asked<T> = { value: T | null; error: DeskError | null; busy: boolean; again: () => void }

/** The server's answer, asked when it is drawn, with other words, when the network is back, and on `again`. Null input asks nothing. */
export function useShiftAsked<N extends ShiftAsk>(name: N, input: ShiftInput<N> | null): Asked<ShiftOutput<N>> {
  const { client } = useDesk()
  const offline = useOffline()
  const [now, setNow] = useState<{ of: string; value: ShiftOutput<N> | null; error: DeskError | null }>({ of: '', value: null, error: null })
  const [turn, setTurn] = useState(0)
  const body = input === null ? null : JSON.stringify(input)
  const of = `${turn} ${body ?? ''}`
  useEffect(() => {
    if (offline || body === null) return
    let over = false
    void askShift(client, name, JSON.parse(body) as ShiftInput<N>).then(answer => {
      if (over) return
      setNow(before => answer.ok ? { of, value: answer.value, error: null } : { of, value: before.value, error: answer.error })
    })
    return () => { over = true }
  }, [client, name, body, of, offline])
  const again = useCallback(() => { setTurn(before => before + 1) }, [])
  return { value: now.value, error: now.of === of ? now.error : null, busy: body !== null && !offline && now.of !== of, again }
}
