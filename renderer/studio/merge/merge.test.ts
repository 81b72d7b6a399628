import fc from 'fast-check'
import { expect, it } from 'vitest'
import { merged, mergeFields, proposed } from './merge.ts'

const base = { title: '退款', body: '三天到账', tags: ['售后'], scene: 'refund' }

it('takes what only one of both changed, and asks where both did', () => {
  const theirs = { ...base, body: '一到三天到账', tags: ['售后', '退款'], id: 's1', version: 4 }
  const mine = { ...base, body: '次日到账', title: '退款到账' }
  const fields = mergeFields(base, theirs, mine)
  expect(fields.map(({ key, both }) => [key, both])).toEqual([['body', true], ['title', false], ['tags', false]])
  expect(merged(mine, fields, new Map())).toEqual({ title: '退款到账', body: '次日到账', tags: ['售后', '退款'], scene: 'refund' })
  expect(merged(mine, fields, new Map([['body', '一到三天，多数次日到账']])).body).toBe('一到三天，多数次日到账')
})

it('the order of keys is no difference', () => {
  const audience = { teamIds: ['t1'], tiers: [] }
  expect(mergeFields({ audience }, { audience: { tiers: [], teamIds: ['t1'] } }, { audience: { teamIds: ['t1'], tiers: [] } })).toEqual([])
})

it('asks about every difference when nobody knows where both began', () => {
  expect(mergeFields(null, { ...base, title: 'x' }, base).map(({ key, both }) => [key, both])).toEqual([['title', true]])
})

it('loses nothing: a field that one of both changed has that change, one that nobody changed is as it was', () => {
  const content = fc.record({ a: fc.constantFrom('1', '2', '3'), b: fc.constantFrom('1', '2', '3'), c: fc.constantFrom(null, ['x'], ['y']) })
  fc.assert(fc.property(content, content, content, (begun, theirs, mine) => {
    const fields = mergeFields(begun, theirs, mine)
    const result = merged(mine, fields, new Map())
    for (const key of ['a', 'b', 'c'] as const) {
      const [before, now, written] = [begun, theirs, mine].map(one => JSON.stringify(one[key]))
      const shown = JSON.stringify(result[key])
      expect(shown).toBe(written === before ? now : written)
    }
    for (const field of fields) expect(JSON.stringify(proposed(field))).not.toBe(field.both ? JSON.stringify(field.theirs) : JSON.stringify(field.base))
  }), { seed: 3 })
})
