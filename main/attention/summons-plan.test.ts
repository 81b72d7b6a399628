import { expect, test } from 'vitest'
import { planSummons } from './summons-plan.ts'

const transfer = { id: 't1', kind: 'transfer' as const, name: '小雨' }
const meal = { id: 'meal:1', kind: 'meal' as const, name: null }

test('M3, M5: what is new calls once; what is over comes down', () => {
  const away = { summons: [transfer, meal], quiet: false, focused: false }
  expect(planSummons(away, new Set()).show).toEqual([transfer, meal])
  expect(planSummons(away, new Set(['t1'])).show).toEqual([meal])
  expect(planSummons({ ...away, summons: [meal] }, new Set(['t1', 'meal:1']))).toEqual({ show: [], keep: new Set(['meal:1']) })
})

test('who looks at the desk, or has asked for quiet, is not called', () => {
  expect(planSummons({ summons: [transfer], quiet: false, focused: true }, new Set()).show).toEqual([])
  expect(planSummons({ summons: [transfer], quiet: true, focused: false }, new Set()).show).toEqual([])
})
