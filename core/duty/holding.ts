import { openOf } from '../../db/conversations.ts'
import { handoversSince, itemsOf } from '../../db/handovers.ts'
import type { QueryContext } from '../queries/context.ts'
import { presenceOf } from './may-go.ts'

/** What is read for it. */
export const HOLDING_READS: ReadonlySet<string> = new Set(['conversation', 'handover', 'handover_item', 'presence', 'me'])

/**
 * H5: conversations that nobody takes over yet: open, on no list of this agent's, and not of another IM, where the customer stays. Who is off
 * duty holds none: the server has moved them on.
 * @returns how many; with any, signing out and closing the program lead into the handover
 */
export function holdingNow({ db, me }: Pick<QueryContext, 'db' | 'me'>): number {
  const open = openOf(db, me.personId).filter(({ channelKind }) => channelKind !== 'companion')
  if (open.length === 0 || presenceOf(db, me.personId).state === 'off_duty') return 0
  const lists = handoversSince(db, Number.MAX_SAFE_INTEGER).filter(({ fromPersonId }) => fromPersonId === me.personId)
  const listed = new Set(lists.flatMap(({ id }) => itemsOf(db, id)).filter(({ state }) => state === 'listed').map(({ conversationId }) => conversationId))
  return open.filter(({ id }) => !listed.has(id)).length
}
