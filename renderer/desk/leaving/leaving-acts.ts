import i18next from 'i18next'
import type { LeavingItem, TransferCandidate } from '../../../protocol/shift-views.ts'
import type { Desk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { openDialog, select } from '../../state/window-store.ts'
import { takeBackOffer } from '../transfer/answer-offer.ts'

export type LeavingAct = 'answer' | 'close' | 'transfer' | 'wait' | 'tick' | 'undo'

/** The letter of each act, shown on its button. */
export const ACT_KEYS: Record<LeavingAct, string> = { answer: 'R', close: 'E', transfer: 'T', wait: 'W', tick: 'D', undo: 'Z' }

/** Whom a newly connected customer is proposed to (M4, M5); null when nobody may have them. */
export function proposed(item: LeavingItem): TransferCandidate | null {
  return item.candidates.find(({ refused }) => refused === null) ?? null
}

/**
 * What can be done with a customer before leaving, the fitting one first. M4: who waits is answered, only newly connected ones are passed
 * on freely; M6: who has been with two agents is not passed on at all; a closed IM is only ticked here.
 */
export function actsOf({ kind, decision, transferRule }: LeavingItem): LeavingAct[] {
  if (decision !== null) return ['undo']
  const pass: LeavingAct[] = transferRule === 'M6' ? [] : ['transfer']
  switch (kind) {
    case 'waiting':
      return ['answer', ...pass]
    case 'fresh':
      return [...pass, 'answer', 'close']
    case 'running':
      return ['answer', 'wait', ...pass, 'close']
    case 'quiet':
      return ['wait', 'close', ...pass]
    case 'companion':
      return ['tick', 'answer']
  }
}

/** Does it. What was decided can be undone; a close and an offer undo themselves in their own way. */
export async function actOn(desk: Desk, item: LeavingItem, act: LeavingAct): Promise<void> {
  const { client, actions } = desk
  const conversationId = item.row.id
  switch (act) {
    case 'answer':
      openDialog(null)
      select(conversationId)
      return
    case 'close':
      await actions.close(conversationId)
      return
    case 'wait': case 'tick':
      await actions.done(client.call('leaving.decide', { conversationId, decision: act === 'wait' ? 'wait' : 'done' }))
      return
    case 'transfer': {
      const to = item.transferRule === null ? proposed(item) : null
      if (!to) openDialog({ kind: 'transfer', conversationId })
      else {
        await actions.done(
          client.call('transfer.offer', { conversationId, target: { kind: 'agent', personId: to.personId }, note: item.proposedNote, line: null, reason: null, overrule: false }),
          i18next.t('transfer.sent', { name: to.name, customer: item.row.name }))
      }
      return
    }
    case 'undo': {
      const offer = useLive.getState().transfers?.outgoing.find(row => row.conversationId === conversationId)
      if (item.decision === 'transfer') {
        if (offer) await takeBackOffer(desk, offer.id)
      } else await actions.done(client.call('leaving.decide', { conversationId, decision: null }))
    }
  }
}
