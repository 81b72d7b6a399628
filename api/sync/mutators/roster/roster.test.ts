import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SHIFTS_AT_ONCE } from '../../../../protocol/mutations.ts'
import { at, DAY, shiftTeam } from '../../../shift/test-shift.ts'
import { SHIFT_JOBS } from '../../../shift/meal-notices.ts'
import { startJobs } from '../../../jobs/runner.ts'
import { standingClock } from '../../../store/test-context.ts'
import { testDatabase } from '../../../store/test-database.ts'
import { inTransaction } from '../../../store/transaction.ts'
import type { TestDesk } from '../../test-desk.ts'

const db = await testDatabase(8)
const clock = standingClock(at(8))
let team: Awaited<ReturnType<typeof shiftTeam>>
let boss: TestDesk
let an: TestDesk
let lin: TestDesk
beforeAll(async () => {
  team = await shiftTeam(db, { an: {}, lin: {}, jie: {}, boss: { roles: ['supervisor'] }, stranger: { teams: false } }, { clock })
  boss = team.desk('boss')
  an = team.desk('an')
  lin = team.desk('lin')
})
afterAll(async () => {
  await team.ctx.end()
  await db.close()
})

const put = (...shifts: Parameters<typeof team.shift>[]) => boss.do('roster.put', { shifts: shifts.map((shift) => team.shift(...shift)) })
const notice = (account: string) => team.row('notice', `roster:${team.id(account)}`)

describe('roster', () => {
  test('a supervisor of the team plans; agents and strangers do not', async () => {
    expect(await put(['s1', 'an', 9, 18])).toMatchObject({ status: 'applied' })
    expect(await team.row('shift', 's1')).toMatchObject({ personId: team.id('an'), date: DAY })
    expect(await an.do('roster.put', { shifts: [team.shift('s2', 'an', 9, 18)] })).toMatchObject({ status: 'rejected', code: 'not_allowed' })
    expect(await an.do('roster.remove', { shiftIds: ['s1'] })).toMatchObject({ status: 'rejected', code: 'not_allowed' })
    expect(await put(['s2', 'stranger', 9, 18])).toMatchObject({ status: 'rejected', code: 'invalid', text: 'person' })
  })

  test('a shift begins on its day in the zone of the team, and ends after it begins', async () => {
    expect(await put(['s3', 'an', 24, 30, { date: DAY }])).toMatchObject({ code: 'invalid', text: 'date' })
    expect(await put(['s3', 'an', 22, 30, { kind: 'night' }])).toMatchObject({ status: 'applied' })
    expect(await put(['s4', 'an', 9, 9])).toMatchObject({ code: 'invalid', text: 'times' })
    expect(await boss.do('roster.remove', { shiftIds: ['s3'] })).toMatchObject({ status: 'applied' })
  })

  test('who has other shifts has one notice, which counts on until it is seen', async () => {
    await put(['n1', 'lin', 9, 12], ['n2', 'lin', 13, 18])
    await put(['n1', 'lin', 9, 13])
    // The same again changes nothing.
    await put(['n1', 'lin', 9, 13])
    expect(await notice('lin')).toMatchObject({ kind: 'roster', params: { date: DAY, count: 3 }, seenAtMs: null })
    expect(await lin.do('notice.seen', { noticeId: `roster:${team.id('lin')}`, answer: null })).toMatchObject({ status: 'applied' })
    await put(['n2', 'jie', 13, 18])
    expect(await notice('lin')).toMatchObject({ params: { count: 1 }, seenAtMs: null })
    expect(await notice('jie')).toMatchObject({ params: { count: 1 } })
    await boss.do('roster.remove', { shiftIds: ['n1', 'n2', 'nowhere'] })
    expect(await notice('jie')).toMatchObject({ params: { count: 2 } })
  })

  test('as many as one mutation takes, each moved from one person to another, fit one commit', async () => {
    const from = Array.from({ length: SHIFTS_AT_ONCE }, (_, n) => `from${n}`)
    const to = Array.from({ length: SHIFTS_AT_ONCE }, (_, n) => `to${n}`)
    for (const id of [...from, ...to]) {
      await inTransaction(team.ctx, team.shop.tenant, (changes) => changes.put('person', {
        id, account: id, name: id, roles: ['agent'], teamIds: [team.shop.teamId], seniority: 'junior', skills: [], languages: ['zh'], conversationLimit: 1, active: true,
      }))
    }
    const shifts = (people: string[]) => people.map((personId, n) => ({ ...team.shift(`many${n}`, 'an', 9, 18), personId }))
    expect(await boss.do('roster.put', { shifts: shifts(from) })).toMatchObject({ status: 'applied' })
    expect(await boss.do('roster.put', { shifts: shifts(to) })).toMatchObject({ status: 'applied' })
    expect(await team.row('notice', 'roster:from0')).toMatchObject({ params: { count: 2 } })
  })
})

describe('meal batches', () => {
  const date = '2026-11-28'
  const batches = (...who: string[][]) => who.map((accounts, n) => ({ fromMs: at(12 + n, date), toMs: at(13 + n, date), personIds: accounts.map(team.id) }))
  const decide = (desk: TestDesk, ...who: string[][]) => desk.do('meal.decide', { teamId: team.shop.teamId, date, meal: 'lunch', batches: batches(...who) })
  beforeAll(async () => {
    await put(['d1', 'an', 9, 18, { date, duty: true }], ['d2', 'lin', 9, 18, { date }], ['d3', 'jie', 9, 18, { date }])
    await inTransaction(team.ctx, team.shop.tenant, async (changes) => {
      const one = await team.row('person', team.id('an'))
      if (one) await changes.put('person', { ...one, languages: ['zh', 'en'] })
      const two = await team.row('person', team.id('lin'))
      if (two) await changes.put('person', { ...two, languages: ['zh', 'en'] })
    })
  })

  test('M2: the duty person of the day or a supervisor decides, nobody else', async () => {
    expect(await decide(lin, ['an'], ['lin', 'jie'])).toMatchObject({ status: 'rejected', code: 'not_allowed' })
    expect(await decide(an, ['an'], ['lin', 'jie'])).toMatchObject({ status: 'applied' })
    expect(await decide(boss, ['an', 'jie'], ['lin'])).toMatchObject({ status: 'applied' })
    expect(await team.row('meal_plan', `${team.shop.teamId}:${date}:lunch`)).toMatchObject({ decidedById: team.id('boss') })
  })

  test('M2: a batch never leaves a skill or language without an agent', async () => {
    expect(await decide(boss, ['an', 'lin'], ['jie'])).toMatchObject({ status: 'rejected', code: 'M2', text: 'en' })
  })

  test('M2: a batch has people of the team, each once', async () => {
    expect(await decide(boss, ['an'], ['an'])).toMatchObject({ code: 'invalid', text: 'person' })
    expect(await decide(boss, ['stranger'])).toMatchObject({ code: 'invalid', text: 'person' })
  })

  test('M2: everybody in it is told when they eat, again only when that changes', async () => {
    const jobs = startJobs(team.ctx, SHIFT_JOBS, { loop: false })
    const told = async () => Object.fromEntries((await db.sql<{ person: string, from: number, seen: number | null }[]>`
      select person_id as person, (params->>'fromMs')::bigint as "from", seen_at_ms as seen from notice where tenant = ${team.shop.tenant} and kind = 'meal_plan'`)
      .map(({ person, from, seen }) => [person, [from, seen]]))
    await decide(boss, ['an', 'jie'], ['lin'])
    await jobs.runDue()
    expect(await told()).toEqual({ [team.id('an')]: [at(12, date), null], [team.id('jie')]: [at(12, date), null], [team.id('lin')]: [at(13, date), null] })
    await lin.do('notice.seen', { noticeId: `meal:${date}:lunch:${team.id('lin')}`, answer: null })
    await decide(boss, ['an'], ['lin', 'jie'])
    await jobs.runDue()
    expect(await told()).toEqual({ [team.id('an')]: [at(12, date), null], [team.id('jie')]: [at(13, date), null], [team.id('lin')]: [at(13, date), at(8)] })
    await jobs.stop()
  })
})

describe('swaps', () => {
  const date = '2026-12-01'
  const ask = (swapId: string, shiftId: string, otherShiftId: string | null, desk = an, to = 'lin') => desk.do('swap.ask', {
    swapId, teamId: team.shop.teamId, toPersonId: team.id(to), shiftId, otherShiftId, note: '',
  })
  const owners = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await team.row('shift', id))?.personId))

  test('two agents change shifts with the consent of the other', async () => {
    await put(['w1', 'an', 9, 18, { date, duty: true }], ['w2', 'lin', 22, 30, { date, kind: 'night' }])
    expect(await ask('swap1', 'w1', 'w2')).toMatchObject({ status: 'applied' })
    expect(await team.row('shift_swap', 'swap1')).toMatchObject({ state: 'asked', fromPersonId: team.id('an') })
    expect(await team.desk('jie').do('swap.answer', { swapId: 'swap1', agree: true })).toMatchObject({ status: 'rejected', code: 'not_found' })
    expect(await lin.do('swap.answer', { swapId: 'swap1', agree: true })).toMatchObject({ status: 'applied' })
    expect(await owners('w1', 'w2')).toEqual([team.id('lin'), team.id('an')])
    expect(await team.row('shift', 'w1')).toMatchObject({ duty: true })
    expect(await team.row('shift_swap', 'swap1')).toMatchObject({ state: 'agreed', settledAtMs: at(8) })
  })

  test('impossible when a shift is another than it was when they were asked; both are told', async () => {
    await put(['w3', 'an', 9, 18, { date: '2026-12-03' }], ['w4', 'lin', 9, 18, { date: '2026-12-04' }])
    await ask('swap2', 'w3', 'w4')
    await put(['w4', 'lin', 10, 19, { date: '2026-12-04' }])
    expect(await lin.do('swap.answer', { swapId: 'swap2', agree: true })).toMatchObject({ status: 'applied' })
    expect(await team.row('shift_swap', 'swap2')).toMatchObject({ state: 'impossible' })
    expect(await owners('w3', 'w4')).toEqual([team.id('an'), team.id('lin')])
    const told = await db.sql<{ person: string }[]>`select person_id as person from notice
      where tenant = ${team.shop.tenant} and kind = 'swap_settled' and params->>'swapId' = 'swap2' order by person_id`
    expect(told.map(({ person }) => person)).toEqual([team.id('an'), team.id('lin')].sort())
  })

  test('what is not theirs, runs already, or would have somebody work twice at once is not asked for', async () => {
    expect(await ask('swap3', 'w4', null)).toMatchObject({ code: 'invalid', text: 'gone' })
    expect(await ask('swap3', 'w3', null, an, 'stranger')).toMatchObject({ code: 'not_found' })
    await put(['w5', 'lin', 12, 20, { date: '2026-12-03' }])
    expect(await ask('swap3', 'w3', null)).toMatchObject({ code: 'invalid', text: 'clash' })
    expect(await ask('swap3', 's1', null)).toMatchObject({ status: 'applied' })
    clock.set(at(10))
    expect(await lin.do('swap.answer', { swapId: 'swap3', agree: true })).toMatchObject({ status: 'applied' })
    expect(await team.row('shift_swap', 'swap3')).toMatchObject({ state: 'impossible' })
    clock.set(at(8))
  })

  test('the asker may take it back, the other may decline', async () => {
    await put(['w6', 'an', 9, 18, { date: '2026-12-06' }])
    await ask('swap4', 'w6', null)
    expect(await lin.do('swap.cancel', { swapId: 'swap4' })).toMatchObject({ code: 'not_found' })
    expect(await an.do('swap.cancel', { swapId: 'swap4' })).toMatchObject({ status: 'applied' })
    expect(await lin.do('swap.answer', { swapId: 'swap4', agree: true })).toMatchObject({ status: 'applied' })
    expect(await team.row('shift_swap', 'swap4')).toMatchObject({ state: 'cancelled' })
    await ask('swap5', 'w6', null)
    await lin.do('swap.answer', { swapId: 'swap5', agree: false })
    expect(await team.row('shift_swap', 'swap5')).toMatchObject({ state: 'declined' })
    expect(await owners('w6')).toEqual([team.id('an')])
  })
})
