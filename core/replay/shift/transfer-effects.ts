import type { Conversation } from '../../../domain/entities/conversation.ts'
import { figureOf } from '../../../domain/figures/figures.ts'
import { givenTo, handedBack, passedOn, passedToQueue } from '../../../domain/transfer/moves.ts'
import type { Effects, ReplayContext } from '../context.ts'
import { said } from '../line.ts'

type Names = 'transfer.offer' | 'transfer.answer' | 'transfer.cancel' | 'conversation.reassign' | 'conversation.watch' | 'conversation.take_over' | 'message.send_many'

/** What is over stays so. */
function move(context: ReplayContext, conversationId: string, moved: (row: Conversation) => Conversation): void {
  context.change('conversation', conversationId, row => (row.state === 'closed' ? {} : moved(row)))
}

/** Transfers (M4-M8) and moves by a supervisor. Until the server has spoken the sender owns the conversation and its due. */
export const TRANSFER_EFFECTS: Effects<Names> = {
  'transfer.offer': (context, { transferId, conversationId, target, note, line, reason }) => {
    const conversation = context.read('conversation', conversationId)
    if (!conversation) return
    if (line) said(context, { id: line.messageId, conversationId, body: line.body })
    const { teamId, customerName, ownerId } = conversation
    const toAgent = target.kind === 'agent'
    const acceptSec = figureOf(context.read('figures', teamId), 'transferAcceptSec')
    context.make('transfer', {
      id: transferId, conversationId, teamId, customerName, fromPersonId: ownerId ?? context.me.personId,
      // Which rules are set aside is the server's to say.
      target, note, reason, overruled: [], state: toAgent ? 'offered' : 'queued', offeredAtMs: context.atMs,
      expiresAtMs: toAgent ? context.atMs + acceptSec * 1_000 : null, settledAtMs: toAgent ? null : context.atMs,
    })
    if (target.kind !== 'agent') move(context, conversationId, row => passedToQueue(row, context.me.personId, target))
  },
  'transfer.answer': (context, { transferId, accept }) => {
    const transfer = context.read('transfer', transferId)
    if (transfer?.state !== 'offered') return
    context.change('transfer', transferId, () => ({ state: accept ? 'accepted' as const : 'declined' as const, settledAtMs: context.atMs }))
    if (accept) move(context, transfer.conversationId, row => passedOn(row, transfer.fromPersonId, context.me.personId, context.atMs))
  },
  'transfer.cancel': (context, { transferId }) => {
    context.change('transfer', transferId, row => (row.state === 'offered' ? { state: 'cancelled' as const, settledAtMs: context.atMs } : {}))
  },
  'conversation.reassign': (context, { conversationIds, toPersonId }) => {
    for (const id of conversationIds) move(context, id, row => (toPersonId === null ? handedBack(row) : givenTo(row, toPersonId, context.atMs)))
  },
  // What is watched comes by a grant of the server.
  'conversation.watch': () => undefined,
  'conversation.take_over': (context, { conversationId }) => move(context, conversationId, row => givenTo(row, context.me.personId, context.atMs)),
  'message.send_many': (context, { body, lineKind, scriptId, to }) => {
    for (const { messageId, conversationId } of to) said(context, { id: messageId, conversationId, body, lineKind, scriptId })
  },
}
