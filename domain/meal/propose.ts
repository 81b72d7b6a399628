import type { MealBatch, MealWhy } from '../entities/roster.ts'
import type { Given } from '../figures/figures.ts'
import { figureOf } from '../figures/figures.ts'
import { isQueueOver } from '../load/queue.ts'
import type { OnDuty } from './check.ts'
import { mayJoin, seat } from './seat.ts'

export interface MealQuestion {
  /** Who works within the window, from when to when. Who begins within it, or leaves before a meal's time has passed, does not eat in it, and covers for the others. */
  people: readonly OnDuty[]
  /** M1: from when to when the team eats (epoch milliseconds). */
  windowFromMs: number
  windowToMs: number
  /** Customers of the team now: with an agent, and in the queue. */
  load: { open: number; queued: number }
  /** Customers at once by quarter of an hour from the window's beginning, on average of the same weekday in the last weeks; empty = not known. */
  history: readonly number[]
  /** How many weeks the history is of. */
  weeks: number
  figures: Given
  /** Asked for by the person who decides; null = the program's choice. */
  count: number | null
}

const QUARTER_MS = 15 * 60_000
const MINUTE_MS = 60_000

/**
 * M2, L4: who eats when, as a proposal with its reasons. 2 batches (figure), 3 when busy; the busiest hour keeps the most people at the
 * desks; no batch leaves a skill or language of the people on duty without an agent: who cannot be spared at all is in no batch, and
 * `cannot_cover` says why. The same question has the same answer.
 */
export function proposeBatches(question: MealQuestion): { batches: MealBatch[]; why: MealWhy[] } {
  const { windowFromMs, windowToMs, figures } = question
  // Whom one looks at first decides among equals: in whatever order they are given, it is the same.
  const people = [...question.people].sort((a, b) => (a.personId < b.personId ? -1 : 1))
  const mealMs = figureOf(figures, 'mealMinutes') * MINUTE_MS
  const eaters = people.filter(({ fromMs, toMs }) => fromMs <= windowFromMs && toMs >= Math.min(windowFromMs + mealMs, windowToMs))
  const reasons = howMany(question, eaters.length)
  const count = Math.max(1, Math.min(reasons.count, eaters.length))
  const lengthMs = Math.min(mealMs, Math.floor((windowToMs - windowFromMs) / count / MINUTE_MS) * MINUTE_MS)
  const slots = slotsOf(question, count, lengthMs)
  const loads = slots.map((slot) => loadOf(question, slot.fromMs, slot.toMs))
  const able = eaters.filter((one) => slots.some((slot) => mayJoin(one, slot)))
  const seated = seat(people, able, slots, sizesOf(able.length, loads))
  return { batches: seated.batches, why: [{ code: 'batches', params: { count, minutes: lengthMs / MINUTE_MS } }, ...reasons.why, ...seated.why] }
}

/** M2: busy = with the usual batches each desk that stays would have as many customers as are too many for one (L3), or the queue is over its threshold (L1). */
function howMany({ load, history, weeks, figures, count }: MealQuestion, eaters: number): { count: number; why: MealWhy[] } {
  const usual = figureOf(figures, 'mealBatches')
  const why: MealWhy[] = [{ code: 'load_now', params: { open: load.open, queued: load.queued } }]
  const customers = Math.round(Math.max(load.open + load.queued, ...history))
  why.push(history.length > 0 ? { code: 'load_history', params: { weeks, customers: Math.round(Math.max(...history)) } } : { code: 'no_history', params: {} })
  if (eaters <= 1) return { count: 1, why: [...why, { code: 'single', params: { people: eaters } }] }
  const perDesk = Math.ceil(customers / Math.max(1, eaters - Math.ceil(eaters / usual)))
  const busy = perDesk >= figureOf(figures, 'busyDeskCount') || isQueueOver(load.queued, figures)
  why.push({ code: busy ? 'busy' : 'calm', params: { customers, perDesk } })
  return { count: count ?? (busy ? figureOf(figures, 'mealBatchesBusy') : usual), why }
}

/** One after the other, where the window leaves a choice in its calmest part; without a history at its beginning. */
function slotsOf(question: MealQuestion, count: number, lengthMs: number): { fromMs: number; toMs: number }[] {
  const { windowFromMs, windowToMs } = question
  let best = windowFromMs
  for (let fromMs = windowFromMs; fromMs + count * lengthMs <= windowToMs; fromMs += QUARTER_MS) {
    if (loadOf(question, fromMs, fromMs + count * lengthMs) < loadOf(question, best, best + count * lengthMs)) best = fromMs
  }
  return Array.from({ length: count }, (_, at) => ({ fromMs: best + at * lengthMs, toMs: best + (at + 1) * lengthMs }))
}

/** Customers at once in a stretch of the window, on average of its quarters; all alike without a history. */
function loadOf({ history, windowFromMs }: MealQuestion, fromMs: number, toMs: number): number {
  const quarters = history.slice(Math.floor((fromMs - windowFromMs) / QUARTER_MS), Math.ceil((toMs - windowFromMs) / QUARTER_MS))
  return quarters.length === 0 ? 1 : quarters.reduce((sum, load) => sum + load, 0) / quarters.length
}

/**
 * How many eat in each slot, so that those who stay are shared out like the customers; however unlike the slots are, each has at least half
 * of its even share. More customers never mean a greater batch.
 */
function sizesOf(eaters: number, loads: readonly number[]): number[] {
  const total = loads.reduce((sum, load) => sum + load, 0)
  const least = Math.floor(eaters / loads.length / 2)
  const wanted = loads.map((load) => Math.max(least, total > 0 ? eaters - (loads.length - 1) * eaters * load / total : eaters / loads.length))
  const sizes = wanted.map(() => 0)
  // One by one to the slot that is furthest from what it should have; of equals the calmer, then the earlier one.
  for (let given = 0; given < eaters; given++) {
    const next = sizes.map((size, at) => ({ at, gap: (wanted[at] ?? 0) - size, load: loads[at] ?? 0 })).sort((a, b) => b.gap - a.gap || a.load - b.load || a.at - b.at)[0]
    if (next) sizes[next.at] = (sizes[next.at] ?? 0) + 1
  }
  return sizes
}
