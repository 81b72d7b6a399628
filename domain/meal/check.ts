import type { MealBatch } from '../entities/roster.ts'
import { abilitiesOf, isAble } from '../roster/coverage.ts'
import type { Skilled } from '../roster/coverage.ts'

/** Somebody who works around the meal, from when to when (epoch milliseconds). */
export interface OnDuty extends Skilled {
  fromMs: number
  toMs: number
}

/** A batch that leaves nobody with a skill or language at the desks; `batch` counts from 0. */
export interface MealGap {
  batch: number
  of: 'skill' | 'language'
  name: string
  fromMs: number
}

/**
 * M2: what these batches would leave without an agent, though somebody who is on duty at the time has it; nothing = they may be decided so.
 * Batches may overlap, when somebody was moved: who eats in another one is no help.
 */
export function checkBatches(people: readonly OnDuty[], batches: readonly MealBatch[]): MealGap[] {
  return batches.flatMap((_, batch) => gapsOf(people, batches, batch))
}

/** The same of one batch alone. */
export function gapsOf(people: readonly OnDuty[], batches: readonly MealBatch[], batch: number): MealGap[] {
  const at = batches[batch]
  if (!at) return []
  const eaters = new Set(at.personIds)
  const moments = [at.fromMs, ...[...people, ...batches].flatMap(({ fromMs, toMs }) => [fromMs, toMs])].filter((ms) => at.fromMs <= ms && ms < at.toMs)
  const gaps: MealGap[] = []
  for (const fromMs of [...new Set(moments)].sort((a, b) => a - b)) {
    const working = people.filter((one) => one.fromMs <= fromMs && fromMs < one.toMs)
    const eating = new Set(batches.filter((one) => one.fromMs <= fromMs && fromMs < one.toMs).flatMap(({ personIds }) => personIds))
    const left = working.filter(({ personId }) => !eating.has(personId))
    for (const ability of abilitiesOf(working.filter(({ personId }) => eaters.has(personId)))) {
      if (left.some((one) => isAble(one, ability)) || gaps.some(({ of, name }) => of === ability.of && name === ability.name)) continue
      gaps.push({ batch, ...ability, fromMs })
    }
  }
  return gaps
}
