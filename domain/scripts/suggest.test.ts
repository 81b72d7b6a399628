import { expect, test } from 'vitest'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import { pick } from '../palette/pick.ts'
import { libraryOf } from '../palette/test-library.ts'
import { isAngry, wishesOf, type Situation } from './suggest.ts'

const NOW_MS = Date.UTC(2026, 10, 20, 4)
const index = libraryOf(allSeedScripts(NOW_MS))
const TALK = {
  leftMessage: false, waiting: true, greetingOnly: false, answered: true, late: false, holdingDue: false, silent: false, angry: false, promiseOpen: false,
  closingAsked: false, takenOver: false, afterSale: false,
}
const PLAIN: Situation = {
  talk: TALK, vip: false, complainer: false, order: null, presence: 'online', mealSoon: false, handoverSoon: false, incidentScriptIds: [],
}
const five = (given: Partial<Situation>, talk: Partial<typeof TALK> = {}, words = '', language: 'zh' | 'en' = 'zh') =>
  pick(index, wishesOf({ ...PLAIN, ...given, talk: given.talk === null ? null : { ...TALK, ...talk } }), words,
    { nowMs: NOW_MS, stage: null, scene: null, teamIds: [], channelId: null, tier: null }, { byId: new Map(), byStage: new Map(), language },
    { count: 5, all: false })
const END = { waiting: false }

test.each([
  ['D1 merely greeted', {}, { answered: false, greetingOnly: true }, '', 'kc01', 'greeting'],
  ['D1 asked', {}, { answered: false }, '', 'kc02', 'question'],
  ['T10 late', {}, { late: true }, '', 'bq01', 'late'],
  ['T3 no answer in time', {}, { holdingDue: true }, '', 'dd01', 'waiting'],
  ['T7 silent', {}, { silent: true, ...END }, '', 'kc09', 'waiting'],
  ['D4 angry', {}, { angry: true }, '', 'ts01', 'angry'],
  ['D5 once', {}, END, '', 'js01', 'closing'],
  ['D7 did not buy', {}, { ...END, closingAsked: true }, '', 'js02', 'closing'],
  ['D7 unpaid', { order: 'unpaid' }, { ...END, closingAsked: true }, '', 'js03', 'closing'],
  ['D7 paid', { order: 'paid' }, { ...END, closingAsked: true }, '', 'js04', 'closing'],
  ['D7 after sale', { order: 'refunded' }, { ...END, closingAsked: true }, '', 'js05', 'closing'],
  ['D11, D12 left message', {}, { leftMessage: true, answered: false }, '', 'ly01', 'left_message'],
  ['M8 meal', { presence: 'meal' }, {}, '', 'yc02', 'meal'],
  ['H2 handover', { handoverSoon: true }, {}, '', 'jb01', 'handover'],
  ['H3 taken over', {}, { takenOver: true }, '', 'jj01', 'handover'],
  ['L5 incident', { incidentScriptIds: ['dd05'] }, { late: true }, '', 'dd05', 'incident'],
  ['their own words', {}, {}, '我的退款什么时候到账', 'tk01', 'their_words'],
] as const)('%s', (_, given, talk, words, id, reason) => {
  expect(five(given, talk, words)[0]).toEqual({ id, reason })
})

test('D14: ordered and not paid brings the reminder and a campaign; P2: a member is greeted as one; D13 before ordering', () => {
  expect(five({ order: 'unpaid' }).map(({ reason }) => reason)).toEqual(expect.arrayContaining(['unpaid', 'campaign']))
  expect(five({ vip: true }, { answered: false, greetingOnly: true })).toContainEqual({ id: 'kc08', reason: 'vip' })
  expect(five({}).map(({ id }) => id)).toContain('hd07')
  expect(five({ complainer: true })).toContainEqual({ id: 'ts01', reason: 'complainer' })
})

test('the conversation\'s language goes first', () => {
  expect(five({}, { answered: false, greetingOnly: true }, '', 'en')[0]?.id).toBe('kc01e')
})

test('over another program without a moment there is nothing to say but what is used', () => {
  expect(five({ talk: null })).toEqual([])
})

test.each([['我要投诉', true], ['你们什么态度', true], ['This is RIDICULOUS', true], ['有货吗', false]])('%s is angry: %s', (text, angry) => expect(isAngry(text)).toBe(angry))
