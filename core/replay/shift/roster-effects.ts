import type { Effects } from '../context.ts'

type Names = 'roster.put' | 'roster.remove' | 'meal.decide' | 'swap.ask' | 'swap.answer' | 'swap.cancel' | 'notice.seen' | 'help.call'

/** Roster, meal plans (M2), swaps, notices. */
export const ROSTER_EFFECTS: Effects<Names> = {
  'roster.put': (context, { shifts }) => {
    for (const shift of shifts) {
      context.make('shift', shift)
      context.change('shift', shift.id, () => shift)
    }
  },
  'roster.remove': (context, { shiftIds }) => {
    for (const id of shiftIds) if (context.read('shift', id)) context.remove('shift', id)
  },
  'meal.decide': (context, { teamId, date, meal, batches }) => {
    const plan = { id: `${teamId}:${date}:${meal}`, teamId, date, meal, batches, decidedById: context.me.personId, decidedAtMs: context.atMs }
    context.make('meal_plan', plan)
    context.change('meal_plan', plan.id, () => plan)
  },
  'swap.ask': (context, { swapId, ...asked }) => {
    context.make('shift_swap', { ...asked, id: swapId, fromPersonId: context.me.personId, state: 'asked', askedAtMs: context.atMs, settledAtMs: null })
  },
  // The shifts themselves change hands at the server alone: they may be somebody else's by now.
  'swap.answer': (context, { swapId, agree }) => {
    context.change('shift_swap', swapId, row => (row.state === 'asked' ? { state: agree ? 'agreed' as const : 'declined' as const, settledAtMs: context.atMs } : {}))
  },
  'swap.cancel': (context, { swapId }) => {
    context.change('shift_swap', swapId, row => (row.state === 'asked' ? { state: 'cancelled' as const, settledAtMs: context.atMs } : {}))
  },
  'notice.seen': (context, { noticeId, answer }) => {
    const notice = context.read('notice', noticeId)
    if (!notice) return
    context.change('notice', noticeId, row => ({ seenAtMs: row.seenAtMs ?? context.atMs, answer: answer ?? row.answer }))
    // L1: a yes brings the helper online.
    if (notice.kind === 'help_call' && answer === 'yes') {
      context.change('presence', context.me.personId, () => ({
        state: 'online' as const, reason: null, sinceMs: context.atMs, untilMs: null, cause: 'help' as const, byId: null,
      }))
    }
  },
  // The notices go to others' desks.
  'help.call': () => undefined,
}
