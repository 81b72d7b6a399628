// Invariants: no batch leaves a skill or language of those on duty without an agent; nobody eats twice or outside their work; more customers never
// mean a greater batch; the same question has the same answer, whatever the order of the people.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../roster/test-shifts.ts'
import { checkBatches } from './check.ts'
import type { OnDuty } from './check.ts'
import { proposeBatches } from './propose.ts'
import type { MealQuestion } from './propose.ts'

const one = (personId: string, skills: string[] = [], languages = ['zh'], from = '09:00', to = '18:00'): OnDuty =>
  ({ personId, skills, languages, fromMs: at(`10-05 ${from}`), toMs: at(`10-05 ${to}`) })
const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => one(id))
const ask = (people: readonly OnDuty[], more: Partial<MealQuestion> = {}) => proposeBatches({
  people, windowFromMs: at('10-05 12:00'), windowToMs: at('10-05 14:00'), load: { open: 8, queued: 0 }, history: [], weeks: 4, figures: null, count: null, ...more,
})
const shape = ({ batches }: ReturnType<typeof ask>): string[] =>
  batches.map(({ fromMs, toMs, personIds }) => `${String((fromMs - at('10-05 12:00')) / 60_000)}-${String((toMs - at('10-05 12:00')) / 60_000)} ${personIds.join('')}`)
const codes = ({ why }: ReturnType<typeof ask>): string[] => why.map(({ code }) => code)

describe('M1, M2: batches', () => {
  test('M2: two of an hour when calm', () => {
    const proposal = ask(eight)
    expect(shape(proposal)).toEqual(['0-60 aceg', '60-120 bdfh'])
    expect(codes(proposal)).toEqual(['batches', 'load_now', 'no_history', 'calm'])
  })
  test('M2: three when each desk that stays would have too many customers, in shares of the window', () => {
    const proposal = ask(eight, { load: { open: 40, queued: 0 } })
    expect(proposal.batches.map(({ personIds }) => personIds.length)).toEqual([3, 3, 2])
    expect(shape(proposal)[2]).toMatch(/^80-120/)
    expect(codes(proposal)).toContain('busy')
  })
  test('M2: three when the queue is over its threshold (L1), or it was so in the last weeks', () => {
    expect(ask(eight, { load: { open: 0, queued: 11 } }).batches).toHaveLength(3)
    expect(ask(eight, { history: [10, 20, 45, 20, 10, 10, 10, 10] }).batches).toHaveLength(3)
  })
  test('M2: as many as are asked for, of as many as eat', () => {
    expect(ask(eight, { count: 4 }).batches).toHaveLength(4)
    expect(ask(eight.slice(0, 2), { count: 4 }).batches).toHaveLength(2)
  })
  test('M1: the window and the minutes are the team’s; a short meal is put in the calm part', () => {
    const figures = { given: { mealMinutes: 30 } }
    expect(shape(ask(eight, { figures }))).toEqual(['0-30 aceg', '30-60 bdfh'])
    expect(shape(ask(eight, { figures, history: [9, 9, 9, 9, 2, 2, 2, 2] }))).toEqual(['60-90 aceg', '90-120 bdfh'])
  })
  test('L4: the busy hour keeps most at the desks', () => {
    expect(ask(eight, { history: [20, 20, 20, 20, 10, 10, 10, 10] }).batches.map(({ personIds }) => personIds.length)).toEqual([3, 5])
  })
  test('M2: who begins within the window covers and does not eat in it; who leaves early eats first', () => {
    const people = [one('a', ['x']), one('b', ['x'], ['zh'], '12:00', '20:00'), one('c', ['x'], ['zh'], '12:30', '20:00'), one('d', [], ['zh'], '09:00', '13:00'), one('e')]
    const proposal = ask(people)
    expect(proposal.batches.flatMap(({ personIds }) => personIds).sort()).toEqual(['a', 'b', 'd', 'e'])
    expect(proposal.batches[0]?.personIds).toContain('d')
  })
  test('M2: two with a rare skill never eat together, and the reason is told', () => {
    const proposal = ask([one('a', ['x']), one('b', ['x']), one('c', [], ['zh', 'en']), one('d', [], ['zh', 'en']), one('e'), one('f')])
    expect(checkBatches(eight, proposal.batches)).toEqual([])
    for (const { personIds } of proposal.batches) expect([personIds.filter((id) => 'ab'.includes(id)).length, personIds.filter((id) => 'cd'.includes(id)).length]).toEqual([1, 1])
  })
  test('M2: who alone has a skill cannot be spared, and that is told', () => {
    const proposal = ask([one('a', ['x']), one('b'), one('c')])
    expect(proposal.batches.flatMap(({ personIds }) => personIds)).not.toContain('a')
    expect(proposal.why).toContainEqual({ code: 'cannot_cover', params: { personId: 'a', skill: 'x' } })
  })
  test('M2: colleagues change places for one who fits nowhere else', () => {
    const people = [one('a', ['x']), one('b', ['x', 'y']), one('c', ['y'])]
    const proposal = ask(people)
    expect(proposal.batches.flatMap(({ personIds }) => personIds)).toHaveLength(3)
    expect(checkBatches(people, proposal.batches)).toEqual([])
  })
  test('M2: one alone has nobody to wait for', () => {
    expect(ask([one('a')]).why).toContainEqual({ code: 'single', params: { people: 1 } })
    expect(ask([]).batches).toEqual([])
  })
})

describe('M2: people who are moved by hand are checked the same', () => {
  const people = [one('a', ['x']), one('b', ['x']), one('c'), one('d', [], ['zh'], '13:00', '20:00')]
  const batch = (from: string, to: string, ...personIds: string[]) => ({ fromMs: at(`10-05 ${from}`), toMs: at(`10-05 ${to}`), personIds })

  test('a skill that is emptied is named, with the batch and since when', () => {
    expect(checkBatches(people, [batch('12:00', '13:00', 'a'), batch('13:00', '14:00', 'b')])).toEqual([])
    expect(checkBatches(people, [batch('12:00', '13:00', 'a', 'b')])).toEqual([{ batch: 0, of: 'skill', name: 'x', fromMs: at('10-05 12:00') }])
  })
  test('batches that overlap empty it together', () => {
    expect(checkBatches(people, [batch('12:00', '13:00', 'a'), batch('12:30', '13:30', 'b')]).map(({ batch: at, fromMs }) => [at, fromMs]))
      .toEqual([[0, at('10-05 12:30')], [1, at('10-05 12:30')]])
  })
  test('who comes later covers from then on only', () => {
    expect(checkBatches(people, [batch('12:00', '14:00', 'a', 'b', 'c')]).map(({ of, name, fromMs }) => [of, name, fromMs]))
      .toEqual([['skill', 'x', at('10-05 12:00')], ['language', 'zh', at('10-05 12:00')]])
    expect(checkBatches(people, [batch('13:00', '14:00', 'c')])).toEqual([])
  })
})

const person = fc.record({
  skills: fc.subarray(['x', 'y', 'z']), languages: fc.subarray(['zh', 'en'], { minLength: 1 }),
  hours: fc.constantFrom(['09:00', '18:00'], ['08:00', '13:00'], ['12:30', '21:00'], ['12:00', '20:00'], ['09:00', '14:00']),
})
const team = fc.array(person, { maxLength: 14 }).map((people) =>
  people.map(({ skills, languages, hours: [from = '', to = ''] }, index) => one(`p${String(index).padStart(2, '0')}`, skills, languages, from, to)))
const around = fc.record({
  history: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(60), { minLength: 8, maxLength: 8 })),
  load: fc.record({ open: fc.nat(120), queued: fc.nat(20) }),
  count: fc.option(fc.integer({ min: 1, max: 5 })),
})

test('M2: no batch empties a skill or language, everybody eats once within their work or it is told why not, and the order of people is no matter', () => {
  fc.assert(fc.property(team, around, (people, more) => {
    const proposal = ask(people, more)
    expect(checkBatches(people, proposal.batches)).toEqual([])
    const eaters = proposal.batches.flatMap(({ personIds }) => personIds)
    expect(new Set(eaters).size).toBe(eaters.length)
    for (const { fromMs, toMs, personIds } of proposal.batches) {
      expect(fromMs >= at('10-05 12:00') && toMs <= at('10-05 14:00') && personIds.length > 0).toBe(true)
      for (const id of personIds) expect(people.some((one) => one.personId === id && one.fromMs <= fromMs && toMs <= one.toMs)).toBe(true)
    }
    const told = new Set(proposal.why.filter(({ code }) => code === 'cannot_cover').map(({ params }) => params.personId))
    for (const id of told) expect(eaters).not.toContain(id)
    expect(ask([...people].reverse(), more)).toEqual(proposal)
  }), { numRuns: 300 })
})

test('L4: of people who are all alike, more customers never mean a greater batch', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 14 }), around, (count, more) => {
    const people = Array.from({ length: count }, (_, index) => one(`p${String(index).padStart(2, '0')}`, [], ['zh']))
    const staying = [...people, one('stays', [], ['zh'], '12:30', '20:00'), one('stays too', [], ['zh'], '09:00', '12:45')]
    const { batches } = ask(staying, { ...more, history: more.history.map((load) => load + 1) })
    const load = ({ fromMs, toMs }: { fromMs: number; toMs: number }): number => {
      const quarters = more.history.slice(Math.floor((fromMs - at('10-05 12:00')) / 900_000), Math.ceil((toMs - at('10-05 12:00')) / 900_000))
      return quarters.reduce((sum, each) => sum + each, 0) / Math.max(1, quarters.length)
    }
    for (const a of batches) for (const b of batches) if (load(a) > load(b)) expect(a.personIds.length).toBeLessThanOrEqual(b.personIds.length)
  }), { numRuns: 200 })
})
