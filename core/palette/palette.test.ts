import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import { DiskFullError } from '../../db/errors.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import { EVERYBODY, type Knowledge, type Script } from '../../domain/entities/script.ts'
import { knowledgePinyin, scriptPinyin } from '../../domain/palette/pinyin.ts'
import { NO_TIMERS } from '../../domain/timers/state.ts'
import type { CallInput } from '../../protocol/desk-api.ts'
import type { PaletteView } from '../../protocol/script-views.ts'
import { OfflineDesk } from '../test-support.ts'
import { VirtualClock } from '../time/virtual-clock.ts'

let dir: string
let desk: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-palette-'))
  desk = new OfflineDesk(dir)
  await desk.signIn()
})
afterEach(async () => {
  await desk.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const SEEDS = allSeedScripts(new VirtualClock().now()).map(({ lang, ...script }): Script => ({
  ...script, id: script.code, language: lang, tags: [...script.tags], campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null,
  personId: null, version: 1, updatedAtMs: 1, pinyin: scriptPinyin(script),
}))
const pulled = (...scripts: Script[]): void => desk.pulled(scripts.map(script => ['script', script]))
const script = (given: Partial<Script> & { id: string }): Script => {
  const made = { ...SEEDS[0] as Script, ...given }
  return { ...made, pinyin: scriptPinyin(made) }
}
const find = (text: string, more: Partial<CallInput<'palette.search'>> = {}): Promise<PaletteView> =>
  desk.call('palette.search', { text, tab: 'scripts', conversationId: null, stage: null, scene: null, limit: 20, ...more })
const ids = async (text: string, more: Partial<CallInput<'palette.search'>> = {}): Promise<string[]> => (await find(text, more)).hits.map(({ id }) => id)

function talk(id: string, given: Partial<Conversation> = {}): Conversation {
  const nowMs = desk.clock.now()
  return {
    id, customerId: `customer-${id}`, customerName: '小雨点', channelId: 'ch', channelKind: 'web_chat', teamId: 't', state: 'open', ownerId: 'me',
    transferredFrom: [], language: 'zh', skill: null, tier: 'normal', priority: 0, startedAtMs: nowMs, queuedAtMs: nowMs, assignedAtMs: nowMs,
    closedAtMs: null, lastPosition: 0, seenPosition: 0, snippet: '', lastMessageAtMs: nowMs, lastAuthor: 'customer', spam: false, enquiryClass: null,
    outcome: null, timers: NO_TIMERS, ...given,
  }
}

test('finds by initials, fills the variables, marks what was found', async () => {
  pulled(...SEEDS)
  const { hits, how } = await find('tkjd')
  expect([how, hits[0]?.id, hits[0]?.titleMarks]).toEqual(['found', 'tk03', [[0, 4]]])
  const [opening] = (await find('kc01')).hits
  expect(opening).toMatchObject({ id: 'kc01', codeMarks: [[0, 4]], open: [], changed: false, personal: false })
  expect(opening?.text).toBe('亲您好，我是云朵小铺的客服小安，请问今天想看点什么呢？')
  expect(opening?.filled.map(([from, to]) => opening.text.slice(from, to))).toEqual(['亲', '云朵小铺', '小安'])
  const [order] = (await find('cx01')).hits
  expect(order?.open.map(([from, to]) => order.text.slice(from, to))).toEqual(['{{order.number}}'])
})

test('the customer in front fills it, and marks stand in the filled text', async () => {
  pulled(...SEEDS)
  desk.pulled([['conversation', talk('k')]])
  const [hit] = (await find('想看点', { conversationId: 'k' })).hits
  expect(hit?.text).toContain('小雨点您好')
  expect(hit?.textMarks.map(([from, to]) => hit.text.slice(from, to))).toEqual(['想看点'])
})

test('follows what is written: new, changed, taken away, only of this team, only in its dates', async () => {
  const nowMs = desk.clock.now()
  pulled(...SEEDS)
  expect(await ids('星星裙')).toEqual([])
  pulled(script({ id: 'new', code: 'xx01', title: '星星裙说明', updatedAtMs: nowMs + 1 }))
  expect(await ids('星星裙')).toEqual(['new'])
  pulled(script({ id: 'new', code: 'xx01', title: '月亮裙说明', version: 2, updatedAtMs: nowMs + 2 }))
  expect([await ids('星星裙'), await ids('yueliang')]).toEqual([[], ['new']])
  pulled(script({ id: 'new', code: 'xx01', title: '月亮裙说明', version: 3, audience: { ...EVERYBODY, teamIds: ['others'] } }))
  expect(await ids('月亮裙')).toEqual([])
  pulled(script({ id: 'new', code: 'xx01', title: '月亮裙说明', version: 4, validToMs: nowMs + 5_000 }))
  expect(await ids('月亮裙')).toEqual(['new'])
  await desk.clock.advance(6_000)
  expect(await ids('月亮裙')).toEqual([])
})

test('personal scripts stand beside the team\'s, also without a network', async () => {
  pulled(...SEEDS)
  const { scriptId } = await desk.call('script.personalPut', {
    scriptId: null, code: 'wo1', stage: 'care', scene: null, title: '我的睡前晚安', body: '晚安，{{customer.name|亲}}', language: 'zh', tags: [], pictureIds: [],
  })
  expect((await find('shuiqian')).hits).toMatchObject([{ id: scriptId, personal: true, text: '晚安，亲', changed: false }])
  await desk.call('script.personalRemove', { scriptId })
  expect((await find('shuiqian')).how).toBe('near')
})

test('what the first sync brings is no news; what comes later carries a mark until it is used or seen', async () => {
  const briefing = (): number => desk.value('briefing', {}).changedScripts
  pulled(...SEEDS)
  await desk.clock.advance(1_000)
  expect([briefing(), (await find('tk01')).hits[0]?.changed]).toEqual([0, false])
  pulled(script({ id: 'tk01', code: 'tk01', version: 2 }), script({ id: 'n', code: 'nn01' }))
  expect([briefing(), (await find('tk01')).hits[0]?.changed]).toEqual([2, true])
  await desk.call('palette.used', { scriptId: 'tk01', conversationId: null })
  expect([briefing(), (await find('tk01')).hits[0]?.changed]).toEqual([1, false])
  await desk.call('script.seen', { scriptIds: ['n', 'unknown'] })
  expect(briefing()).toBe(0)
})

test('what this agent uses comes first among equals', async () => {
  pulled(...SEEDS)
  expect((await ids('稍等')).slice(0, 2)).toEqual(['dd01', 'dd02'])
  for (let i = 0; i < 6; i++) await desk.call('palette.used', { scriptId: 'dd02', conversationId: null })
  expect((await find('稍等')).hits.slice(0, 2)).toMatchObject([{ id: 'dd02', reason: 'often' }, { id: 'dd01', reason: null }])
})

test('knowledge has a tab of its own: question, solution, cases and usual mistakes', async () => {
  const entry = {
    id: 'k1', question: '发票怎么开', solution: '确认收货后24小时内开好', scene: 'invoice', language: 'zh' as const, tags: ['发票'],
    cases: [{ title: '公司抬头', solution: '需要税号', pictureIds: [] }], mistakes: ['把个人抬头当成公司抬头'], pictureIds: [],
    autoAnswer: { on: false, phrases: [] }, validFromMs: null, validToMs: null, audience: EVERYBODY, ownerId: null, reviewAtMs: null,
  }
  const row: Knowledge = { ...entry, version: 1, updatedAtMs: desk.clock.now(), pinyin: knowledgePinyin(entry) }
  desk.pulled([['knowledge', row]])
  for (const text of ['发票', 'fpzmk', 'shuihao', '公司抬头', '当成', 'invoice']) {
    expect((await find(text, { tab: 'knowledge' })).hits, text).toMatchObject([{ id: 'k1', code: null, cases: entry.cases, mistakes: entry.mistakes }])
  }
  expect(await ids('发票')).toEqual([])
})

test('empty: the five of the moment with their reason; a filter shows all of it', async () => {
  pulled(...SEEDS)
  const nowMs = desk.clock.now()
  desk.pulled([['conversation', talk('g', {
    timers: { ...NO_TIMERS, running: true, turnNo: 1, turn: { sinceMs: nowMs, greetingOnly: true, holdingAtMs: null, apologyAtMs: null } },
  })]])
  const { hits, how, scenes } = await find('', { conversationId: 'g' })
  expect(how).toBe('offered')
  expect(hits.slice(0, 1).map(({ id, reason }) => [id, reason])).toEqual([['kc01', 'greeting']])
  expect(hits.length).toBe(5)
  expect(scenes).toContain('refund')
  expect((await find(' ', { stage: 'meal', limit: 50 })).hits.map(({ id }) => id)).toEqual(expect.arrayContaining(['yc01', 'yc02', 'yc03', 'yc04']))
})

test('a full disk ends nothing: what is there is found', async () => {
  const { file } = desk.open
  pulled(...SEEDS)
  const { write } = file
  file.write = () => { throw new DiskFullError('SQLITE_FULL') }
  await desk.clock.advance(200)
  expect((await ids('tkjd'))[0]).toBe('tk03')
  file.write = write
})
