import { expect, it } from 'vitest'
import { planOf, thingOf } from '../torture/plan.ts'

it('the same seed and length give the same faults, another seed gives others', () => {
  expect(planOf(7, 60_000)).toEqual(planOf(7, 60_000))
  expect(planOf(8, 60_000)).not.toEqual(planOf(7, 60_000))
})

it('every kind of fault comes, nothing is broken twice at a time, and all is mended by the end', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const plan = planOf(seed, 60_000)
    expect(new Set(plan.map(({ kind }) => kind)).size).toBe(10)
    for (const fault of plan) {
      expect(fault.atMs + fault.forMs).toBeLessThanOrEqual(60_000)
      const others = plan.filter(other => other !== fault && thingOf(other) === thingOf(fault))
      expect(others.some(other => other.atMs <= fault.atMs + fault.forMs && fault.atMs <= other.atMs + other.forMs)).toBe(false)
    }
  }
})
