import i18next from 'i18next'
import type { TransfersView } from '../../../protocol/shift-views.ts'
import type { Desk } from '../../state/desk-context.ts'
import { select } from '../../state/window-store.ts'

type Row = TransfersView['incoming'][number]

/** Offers taken back here: their going is no news. */
const takenBack = new Set<string>()
export const wasTakenBack = (transferId: string): boolean => takenBack.has(transferId)

/** Yes or no to a colleague's offer; with a yes the customer opens, their wait never having stopped. */
export async function answerOffer({ client, actions }: Desk, row: Row, accept: boolean): Promise<void> {
  const done = await actions.done(client.call('transfer.answer', { transferId: row.id, accept }), accept ? undefined : i18next.t('transfer.declined'))
  if (done && accept) select(row.conversationId)
}

export async function takeBackOffer({ client, actions }: Desk, transferId: string): Promise<void> {
  takenBack.add(transferId)
  if (!await actions.done(client.call('transfer.cancel', { transferId }), i18next.t('transfer.cancelled'))) takenBack.delete(transferId)
}
