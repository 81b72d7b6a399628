import { figureOf } from '../../../domain/figures/figures.ts'
import type { Effects } from '../context.ts'

/** Handover (H1-H3): the list stands here at once, also offline; what the server did meanwhile replaces it. */
export const HANDOVER_EFFECTS: Effects<'handover.begin' | 'handover.confirm'> = {
  'handover.begin': (context, { handoverId, teamId, cause, toPersonId, items }) => {
    const { me, atMs } = context
    const limitMin = context.read('team', teamId)?.timers.handoverLimitMin ?? figureOf(context.read('figures', teamId), 'handoverLimitMin')
    context.make('handover', {
      id: handoverId, teamId, fromPersonId: me.personId, toPersonId, cause, state: 'open', startedAtMs: atMs, limitAtMs: atMs + limitMin * 60_000, settledAtMs: null,
    })
    for (const { itemId, conversationId, note } of items) {
      const conversation = context.read('conversation', conversationId)
      // Closed or with somebody else meanwhile: nothing to hand over.
      if (conversation?.state !== 'open' || conversation.ownerId !== me.personId) continue
      const promises = conversation.timers.promises
      context.make('handover_item', {
        id: itemId, handoverId, teamId, conversationId, customerName: conversation.customerName, fromPersonId: me.personId, toPersonId, note,
        dueAtMs: promises.length > 0 ? Math.min(...promises.map(({ dueAtMs }) => dueAtMs)) : null,
        promiseIds: promises.filter(({ lookUp }) => !lookUp).map(({ id }) => id), state: 'listed', settledAtMs: null, contactedAtMs: null,
      })
    }
    context.change('presence', me.personId, () => ({ state: 'handover' as const, reason: null, sinceMs: atMs, untilMs: null, cause: 'agent' as const, byId: null }))
  },
  'handover.confirm': (context, { itemId }) => {
    const item = context.read('handover_item', itemId)
    if (item?.state !== 'listed') return
    context.change('handover_item', itemId, () => ({ state: 'confirmed' as const, toPersonId: context.me.personId, settledAtMs: context.atMs }))
    context.change('conversation', item.conversationId, row => (row.state === 'open' ? { ownerId: context.me.personId, assignedAtMs: context.atMs } : {}))
  },
}
