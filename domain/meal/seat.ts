import type { MealBatch, MealWhy } from '../entities/roster.ts'
import { abilitiesOf, isAble } from '../roster/coverage.ts'
import { gapsOf } from './check.ts'
import type { MealGap, OnDuty } from './check.ts'

interface Slot { fromMs: number; toMs: number }

/** Whether somebody works through the whole of it. */
export const mayJoin = (person: OnDuty, slot: Slot): boolean => person.fromMs <= slot.fromMs && slot.toMs <= person.toMs

/**
 * M2: everybody to a batch, first who has the least choice, then the rarest skills, so that who stays can do what who eats can. A batch over its size is rather
 * taken than one that leaves a skill or language empty; who fits nowhere even when colleagues change places is left out.
 * @param people all on duty, also those who do not eat
 * @param sizes how many should eat in each slot
 */
export function seat(people: readonly OnDuty[], eaters: readonly OnDuty[], slots: readonly Slot[], sizes: readonly number[]): { batches: MealBatch[]; why: MealWhy[] } {
  const batches = slots.map(({ fromMs, toMs }): MealBatch => ({ fromMs, toMs, personIds: [] }))
  const kept = new Map<string, MealWhy>()
  const left: MealWhy[] = []
  const abilities = abilitiesOf(people)
  const rarity = (one: OnDuty): number => Math.min(Infinity, ...abilities.filter((ability) => isAble(one, ability)).map((ability) => people.filter((other) => isAble(other, ability)).length))
  const places = (one: OnDuty): number[] => slots.flatMap((slot, at) => mayJoin(one, slot) ? [at] : [])
  const room = (at: number): number => (sizes[at] ?? 0) - (batches[at]?.personIds.length ?? 0)

  for (const one of [...eaters].sort((a, b) => places(a).length - places(b).length || rarity(a) - rarity(b) || (a.personId < b.personId ? -1 : 1))) {
    const byRoom = places(one).sort((a, b) => Number(room(b) > 0) - Number(room(a) > 0) || alike(one, a) - alike(one, b) || room(b) - room(a) || a - b)
    const gaps = byRoom.map((at) => ({ at, gaps: gapsWith(one, at) }))
    const free = gaps.find((place) => place.gaps.length === 0)
    if (free) {
      for (const { gaps: held } of gaps.slice(0, gaps.indexOf(free))) for (const gap of held) keep(gap)
      join(one, free.at)
    } else if (!byRoom.some((at) => changePlaces(one, at))) {
      for (const { of, name } of gaps[0]?.gaps ?? []) left.push({ code: 'cannot_cover', params: { personId: one.personId, [of]: name } })
    }
  }
  return { batches: batches.filter(({ personIds }) => personIds.length > 0).map((batch) => ({ ...batch, personIds: [...batch.personIds].sort() })), why: [...kept.values(), ...left] }

  function join(one: OnDuty, at: number): void { batches[at]?.personIds.push(one.personId) }
  function leave(one: OnDuty, at: number): void { batches[at]?.personIds.splice(batches[at].personIds.indexOf(one.personId), 1) }

  function gapsWith(one: OnDuty, at: number): MealGap[] {
    join(one, at)
    const gaps = gapsOf(people, batches, at)
    leave(one, at)
    return gaps
  }

  /** How much of what the person can is in that batch already. */
  function alike(one: OnDuty, at: number): number {
    const there = people.filter(({ personId }) => batches[at]?.personIds.includes(personId))
    return abilitiesOf([one]).reduce((sum, ability) => sum + there.filter((other) => isAble(other, ability)).length / people.filter((other) => isAble(other, ability)).length, 0)
  }

  /** Somebody of that batch goes to another one, so that the person may come in. */
  function changePlaces(one: OnDuty, at: number): boolean {
    const there = people.filter(({ personId }) => batches[at]?.personIds.includes(personId))
    for (const other of there) {
      leave(other, at)
      const to = places(other).find((place) => place !== at && gapsWith(other, place).length === 0)
      if (to !== undefined && gapsWith(one, at).length === 0) {
        join(other, to)
        join(one, at)
        return true
      }
      join(other, at)
    }
    return false
  }

  function keep({ of, name }: MealGap): void {
    kept.set(`${of}:${name}`, of === 'skill' ? { code: 'skill_kept', params: { skill: name } } : { code: 'language_kept', params: { language: name } })
  }
}
