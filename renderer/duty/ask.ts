import i18next from 'i18next'
import type { Answer, DeskError } from '../../protocol/desk-api.ts'
import type { ShiftAsk, ShiftInput, ShiftOutput } from '../../protocol/shift.ts'
import type { DeskClient } from '../bridge/client.ts'
import { errorText } from '../state/actions.ts'

/** Asks the server one question of protocol/shift.ts; the core has checked what comes back. Never rejects: `offline` without a network. */
export async function askShift<N extends ShiftAsk>(client: Pick<DeskClient, 'call'>, name: N, body: ShiftInput<N>): Promise<Answer<ShiftOutput<N>>> {
  return await client.call('shift.ask', { name, body }) as Answer<ShiftOutput<N>>
}

const REFUSED = ['forbidden', 'not_found'] as const

/** What the server did not accept, in words of its own where it has some. */
export function shiftErrorText(error: DeskError): string {
  const code = error.code === 'refused' ? REFUSED.find(one => one === error.detail) : undefined
  return code ? i18next.t(`crew.refused.${code}`) : errorText(error)
}
