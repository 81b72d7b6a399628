import { expect, it } from 'vitest'
import { given, isEmpty } from './given.ts'

it('what is left empty is no change, unless it is to be emptied', () => {
  const dates = { campaign: '双11', validFromMs: null, validToMs: 5 }
  expect(given(dates, false)).toEqual({ campaign: '双11', validToMs: 5 })
  expect(given(dates, true)).toEqual(dates)
  expect(given({ teamIds: ['t'], tiers: [] }, false)).toEqual({ teamIds: ['t'] })
  expect(isEmpty({ ownerId: null, tiers: [] })).toBe(true)
  expect(isEmpty({ reviewAtMs: 0 })).toBe(false)
})
