import { figureOf } from '../../../domain/figures/figures.ts'
import type { Effects, ReplayContext } from '../context.ts'
import { said } from '../line.ts'

type Names = 'transfer.offer' | 'transfer.answer' | 'transfer.cancel' | 'conversation.reassign' | 'conversation.watch' | 'conversation.take_over' | 'message.send_many'

/** A conversation of this desk goes to somebody, or to the front of its queue. */
function moveTo(context: ReplayContext, conversationId: string, ownerId: string | null): void {
  context.change('conversation', conversationId, row => (row.state === 'closed' ? {} : ownerId === null
    ? { state: 'queued' as const, ownerId: null, queuedAtMs: row.timers.turn?.sinceMs ?? row.startedAtMs }
    : { state: 'open' as const, ownerId, assignedAtMs: context.atMs }))
}

/** Transfers (M4-M8) and moves by a supervisor. Until the server has spoken the sender owns the conversation and its due. */
export const TRANSFER_EFFECTS: Effects<Names> = {
  'transfer.offer': (context, { transferId, conversationId, target, note, line, reason }) => {
    const conversation = context.read('conversation', conversationId)
    if (!conversation) return
    if (line) said(context, { id: line.messageId, conversationId, body: line.body })
    const { teamId, customerName } = conversation
    const toAgent = target.kind === 'agent'
    const acceptSec = figureOf(context.read('figures', teamId), 'transferAcceptSec')
    context.make('transfer', {
      id: transferId, conversationId, teamId: target.kind === 'team' ? target.teamId : teamId, customerName, fromPersonId: context.me.personId,
      // Which rules are set aside is the server's to say.
      target, note, reason, overruled: [], state: toAgent ? 'offered' : 'queued', offeredAtMs: context.atMs,
      expiresAtMs: toAgent ? context.atMs + acceptSec * 1_000 : null, settledAtMs: toAgent ? null : context.atMs,
    })
    if (toAgent) return
    moveTo(context, conversationId, null)
    context.change('conversation', conversationId, row => ({
      teamId: target.kind === 'team' ? target.teamId : row.teamId, skill: target.kind === 'skill' ? target.skill : row.skill,
    }))
  },
  'transfer.answer': (context, { transferId, accept }) => {
    const transfer = context.read('transfer', transferId)
    if (transfer?.state !== 'offered') return
    context.change('transfer', transferId, () => ({ state: accept ? 'accepted' as const : 'declined' as const, settledAtMs: context.atMs }))
    if (accept) moveTo(context, transfer.conversationId, context.me.personId)
  },
  'transfer.cancel': (context, { transferId }) => {
    context.change('transfer', transferId, row => (row.state === 'offered' ? { state: 'cancelled' as const, settledAtMs: context.atMs } : {}))
  },
  'conversation.reassign': (context, { conversationIds, toPersonId }) => {
    for (const id of conversationIds) moveTo(context, id, toPersonId)
  },
  // What is watched comes by a grant of the server.
  'conversation.watch': () => undefined,
  'conversation.take_over': (context, { conversationId }) => moveTo(context, conversationId, context.me.personId),
  'message.send_many': (context, { body, lineKind, scriptId, to }) => {
    for (const { messageId, conversationId } of to) said(context, { id: messageId, conversationId, body, lineKind, scriptId })
  },
}
