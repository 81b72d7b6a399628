import { describe, expect, test } from 'vitest'
import { conflictsOf } from './conflicts.ts'
import { applySwap } from './swap.ts'
import { at, shift } from './test-shifts.ts'

const codes = (...texts: string[]): string[] => conflictsOf(texts.map(shift), []).map(({ code, params }) => [code, ...Object.values(params)].join(' '))

describe('L4: what a supervisor should look at in a roster', () => {
  test.each([
    [['an day 10-05 09:00 18:00 duty'], []],
    [['an day 10-05 09:00 18:00'], ['no_duty']],
    [['an day 10-05 09:00 13:00 duty', 'an mid 10-05 12:00 18:00'], ['overlap']],
    [['an day 10-05 09:00 13:00 duty', 'an mid 10-05 13:00 18:00'], []],
    [['an day 10-05 09:00 18:00 duty', 'an meeting 10-05 15:00 15:30'], []],
    [['an meeting 10-05 15:00 15:30', 'an training 10-05 15:00 16:00'], ['overlap']],
    [['an off 10-05', 'an day 10-05 09:00 18:00 duty'], ['on_day_off']],
    [['an off 10-05', 'an night 10-04 22:00 30:00 duty'], ['on_day_off']],
    [['an off 10-05', 'an night 10-04 20:00 24:00 duty'], []],
    [['an day 10-05 08:00 20:30 duty'], ['too_long 12.5']],
    [['an day 10-05 08:00 15:00 duty', 'an mid 10-05 15:00 22:00'], ['too_long 14']],
    [['an day 10-05 09:00 23:00 duty', 'an day 10-06 06:30 12:00 duty'], ['too_long 14', 'rest 7.5']],
    [['an day 10-05 09:00 13:00 duty', 'an mid 10-05 17:00 21:00'], []],
    [['an night 10-05 22:00 30:00 duty', 'an mid 10-06 13:00 21:00 duty'], ['rest 7']],
    [['an day 10-05 09:00 18:00 duty', 'lin day 10-05 09:00 18:00'], []],
  ])('%j: %j', (texts, expected) => { expect(codes(...texts)).toEqual(expected) })

  test('hours without a skill or language of the team, each stretch once', () => {
    const people = [{ personId: 'an', skills: ['after_sale'], languages: ['zh', 'en'] }, { personId: 'lin', skills: [], languages: ['zh'] }]
    const found = conflictsOf(['an day 10-05 09:00 12:00 duty', 'lin day 10-05 09:00 18:00', 'lin mid 10-05 18:00 20:00', 'an mid 10-05 20:00 22:00'].map(shift), people)
    expect(found.map(({ code, params }) => [code, params])).toEqual([
      ['uncovered', { skill: 'after_sale', fromMs: at('10-05 12:00'), toMs: at('10-05 20:00') }],
      ['uncovered', { language: 'en', fromMs: at('10-05 12:00'), toMs: at('10-05 20:00') }],
    ])
  })

  test('hours in which nobody works at all are no gap', () => {
    expect(conflictsOf([shift('an day 10-05 09:00 12:00 duty'), shift('an day 10-06 09:00 12:00 duty')], [{ personId: 'an', skills: ['x'], languages: [] }])).toEqual([])
  })
})

describe('two agents change shifts', () => {
  const roster = [shift('an day 10-05 09:00 18:00 duty'), shift('lin night 10-06 18:00 26:00'), shift('lin off 10-07'), shift('an mid 10-07 12:00 20:00')]
  const swap = (shiftId: string, otherShiftId: string | null) => applySwap(roster, { fromPersonId: 'an', toPersonId: 'lin', shiftId, otherShiftId }, at('10-05 08:00'))

  test('each gets the other’s, with its duty', () => {
    const done = swap('an day 10-05 09:00 18:00 duty', 'lin night 10-06 18:00 26:00')
    expect(done.ok && done.shifts.map(({ id, personId, duty }) => [id.split(' ')[1], personId, duty])).toEqual([['day', 'lin', true], ['night', 'an', false]])
  })
  test('or one simply takes over', () => {
    const done = swap('an day 10-05 09:00 18:00 duty', null)
    expect(done.ok && done.shifts.map(({ personId }) => personId)).toEqual(['lin'])
  })
  test.each([
    ['the other has a day off', 'an mid 10-07 12:00 20:00', null, 'clash'],
    ['it is no longer theirs', 'lin night 10-06 18:00 26:00', null, 'gone'],
    ['there is no such shift', 'an day 10-05 09:00 18:00 duty', 'none', 'gone'],
  ])('not when %s', (_, shiftId, other, refused) => { expect(swap(shiftId, other)).toEqual({ ok: false, refused }) })
  test('not when it has begun', () => {
    expect(applySwap(roster, { fromPersonId: 'an', toPersonId: 'lin', shiftId: 'an day 10-05 09:00 18:00 duty', otherShiftId: null }, at('10-05 09:00')))
      .toEqual({ ok: false, refused: 'begun' })
  })
})
