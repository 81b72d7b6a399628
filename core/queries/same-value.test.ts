import { expect, test } from 'vitest'
import { roomAfter, sameValue } from './same-value.ts'

const view = () => ({ id: 'c1', tags: ['vip'], dues: [{ rule: 'T2', dueAtMs: 5 }], proposed: null, soonAtMs: undefined })

test('the same said twice is the same, whichever objects say it', () => {
  expect(sameValue(view(), view())).toBe(true)
  expect(sameValue({ id: 'c1' }, { id: 'c1', soonAtMs: undefined })).toBe(true)
})

test.each([
  ['a field', { ...view(), id: 'c2' }],
  ['a field deep inside', { ...view(), dues: [{ rule: 'T2', dueAtMs: 6 }] }],
  ['one more in a list', { ...view(), tags: ['vip', 'new'] }],
  ['nothing instead of something', { ...view(), dues: null }],
  ['something instead of nothing', { ...view(), proposed: {} }],
  ['a field more', { ...view(), more: 1 }],
  ['a list instead of an object', { ...view(), dues: { 0: { rule: 'T2', dueAtMs: 5 } } }],
])('%s makes it another', (_, other) => {
  expect(sameValue(view(), other)).toBe(false)
  expect(sameValue(other, view())).toBe(false)
})

test('room is left by what is small, and none by what is not', () => {
  expect(roomAfter(view(), 200)).toBeGreaterThan(0)
  expect(roomAfter({ text: 'x'.repeat(300) }, 200)).toBeLessThan(0)
  expect(roomAfter(Array.from({ length: 100 }, view), 200)).toBeLessThan(0)
})
