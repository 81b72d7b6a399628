import type { Transfer } from '../../../domain/entities/transfer.ts'
import type { World } from './world.ts'

export function openOffer(world: World, talkId: string): Transfer | undefined {
  return world.offers.find(({ conversationId }) => conversationId === talkId)
}

export function settleOffer(world: World, transfer: Transfer, state: Transfer['state']): void {
  world.putTransfer({ ...transfer, state, settledAtMs: world.nowMs })
  world.count(state)
}

/** The conversation is over or has moved: its offer falls. */
export function cancelOffer(world: World, talkId: string): void {
  const transfer = openOffer(world, talkId)
  if (transfer) settleOffer(world, transfer, 'cancelled')
}
