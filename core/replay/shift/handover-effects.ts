import { belongsOnList, itemFacts } from '../../../domain/handover/list.ts'
import { itemStands } from '../../../domain/handover/settle.ts'
import { policyOf } from '../../../domain/timers/policy.ts'
import { givenTo } from '../../../domain/transfer/moves.ts'
import type { Effects } from '../context.ts'

/** Handover (H1-H3): the list stands here at once, also offline; what the server did meanwhile replaces it. */
export const HANDOVER_EFFECTS: Effects<'handover.begin' | 'handover.confirm'> = {
  'handover.begin': (context, { handoverId, teamId, cause, toPersonId, items }) => {
    const { me, atMs } = context
    const team = context.read('team', teamId)
    context.make('handover', {
      id: handoverId, teamId, fromPersonId: me.personId, toPersonId, cause, state: 'open', startedAtMs: atMs,
      limitAtMs: atMs + policyOf(team, 'web_chat')(atMs).handoverLimitMin * 60_000, settledAtMs: null,
    })
    for (const { itemId, conversationId, note } of items) {
      const conversation = context.read('conversation', conversationId)
      // Closed or with somebody else meanwhile: nothing to hand over.
      if (!conversation || !belongsOnList(conversation, me.personId)) continue
      const promises = conversation.timers.promises.flatMap(({ id }) => context.read('promise', id) ?? [])
      context.make('handover_item', {
        ...itemFacts(conversation, promises, policyOf(team, conversation.channelKind), atMs), id: itemId, handoverId, teamId, note,
        fromPersonId: me.personId, toPersonId, state: 'listed', settledAtMs: null, contactedAtMs: null,
      })
    }
    context.change('presence', me.personId, () => ({ state: 'handover' as const, reason: null, sinceMs: atMs, untilMs: null, cause: 'agent' as const, byId: null }))
  },
  'handover.confirm': (context, { itemId }) => {
    const item = context.read('handover_item', itemId)
    if (item?.state !== 'listed') return
    context.change('handover_item', itemId, () => ({ state: 'confirmed' as const, toPersonId: context.me.personId, settledAtMs: context.atMs }))
    context.change('conversation', item.conversationId, row => (itemStands(item, row) ? givenTo(row, context.me.personId, context.atMs) : {}))
  },
}
