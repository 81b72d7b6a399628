import i18next from 'i18next'
import type { Answer, DeskError } from '../../protocol/desk-api.ts'
import type { StudioAsk, StudioInput, StudioOutput } from '../../protocol/studio.ts'
import type { DeskClient } from '../bridge/client.ts'
import { errorText } from '../state/actions.ts'

/**
 * Asks the server one question of protocol/studio.ts; the core has checked what comes back. Never rejects: `offline` without a
 * network, `refused` with the server's own code in `detail`.
 */
export async function askStudio<N extends StudioAsk>(client: Pick<DeskClient, 'call'>, name: N, body: StudioInput<N>): Promise<Answer<StudioOutput<N>>> {
  return await client.call('studio.ask', { name, body }) as Answer<StudioOutput<N>>
}

const REFUSED = [
  'own_draft', 'forbidden', 'not_allowed', 'already_out', 'unfinished', 'not_found', 'not_in_review', 'same_target', 'not_live', 'already_undone',
] as const

/** What the server did not accept, in words of its own where it has some. */
export function studioErrorText(error: DeskError): string {
  const code = error.code === 'refused' ? REFUSED.find(one => one === error.detail) : undefined
  return code ? i18next.t(`studio.refused.${code}`) : errorText(error)
}
