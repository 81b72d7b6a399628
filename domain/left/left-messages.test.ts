import { expect, test } from 'vitest'
import { compareLeft, leftRefusal } from './left-messages.ts'

const HOUR = 3_600_000
const stretch = (kind: 'day' | 'mid' | 'night' | 'off' | 'training', from: number, to: number) => ({ kind, fromMs: from * HOUR, toMs: to * HOUR })
const day = stretch('day', 9, 18)
const mid = stretch('mid', 13, 22)
const night = stretch('night', 22, 33)
const nextDay = stretch('day', 33, 42)
const team = [day, mid, night, nextDay]

test.each([
  ['D11: the night shift leaves alone what came by day', 10, 23, [night], 'D11'],
  ['D11: nor what came in the middle shift', 21, 23, [night], 'D11'],
  ['D11: the night shift answers what came at night', 24, 26, [night], null],
  ['D11: the day shift answers everything of the night', 24, 34, [nextDay], null],
  ['D11: and of the day before', 10, 34, [nextDay], null],
  ['D11: what comes as the night begins is of the night', 22, 23, [night], null],
  ['D11: without a shift now there is no rule', 10, 23, [], null],
  ['D11: a day off, and a shift that is over, are none', 10, 34, [night, stretch('off', 24, 48)], null],
  ['D11: who works night and day at once answers as the day', 10, 33, [stretch('night', 22, 34), nextDay], null],
] as const)('%s', (_name, left, now, mine, expected) => {
  expect(leftRefusal({ leftAtMs: left * HOUR, nowMs: now * HOUR, mine, team })).toBe(expected)
})

test('D11: nobody has a roster, nobody is refused', () => {
  expect(leftRefusal({ leftAtMs: 10 * HOUR, nowMs: 23 * HOUR, mine: [night], team: [night] })).toBeNull()
})

test('D11: the day list is read oldest first', () => {
  const list = [{ id: 'c', lastMessageAtMs: 2 }, { id: 'b', lastMessageAtMs: 1 }, { id: 'a', lastMessageAtMs: 2 }]
  expect(list.sort(compareLeft).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
})
