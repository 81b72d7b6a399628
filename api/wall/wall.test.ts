import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conversation } from '../../domain/entities/conversation.ts'
import { WallView } from '../../protocol/shift-views.ts'
import type { ShiftAsk, ShiftInput, ShiftOutput } from '../../protocol/shift.ts'
import { assembleApp } from '../assemble.ts'
import { issueAccessToken } from '../auth/access-token.ts'
import { endSessionsOf } from '../auth/end-sessions.ts'
import { startFamily } from '../auth/refresh-tokens.ts'
import { startJobs } from '../jobs/runner.ts'
import type { App } from '../routes/app-type.ts'
import { at, DAY, shiftTeam } from '../shift/test-shift.ts'
import { presenceRow, standingClock, testConversation } from '../store/test-context.ts'
import { testDatabase } from '../store/test-database.ts'
import { inTransaction } from '../store/transaction.ts'
import type { TestDesk } from '../sync/test-desk.ts'
import { WallBoard } from './board.ts'
import { startSampling, WALL_JOBS } from './sample.ts'
import { dayPart, wallOf } from './snapshot.ts'

const db = await testDatabase(12)
const clock = standingClock(at(12, DAY) + 5 * 60_000)
let team: Awaited<ReturnType<typeof shiftTeam>>
let app: App
let url: string
let boss: TestDesk
const tokens = new Map<string, string>()
beforeAll(async () => {
  team = await shiftTeam(db, { an: { limit: 8 }, lin: {}, jie: {}, boss: { roles: ['supervisor'] }, other: { roles: ['supervisor'], teams: false } }, {
    clock, config: { signingKey: randomBytes(32), publicUrl: 'http://127.0.0.1', production: false, demo: false },
  })
  boss = team.desk('boss')
  app = (await assembleApp(team.ctx, { log: pino({ level: 'silent' }) })).app
  await app.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  for (const account of ['an', 'lin', 'boss', 'other']) {
    const who = { tenant: team.shop.tenant, personId: team.id(account), deviceId: team.shop.devices[account] ?? '' }
    const { familyId } = await inTransaction(team.ctx, team.shop.tenant, (changes) => startFamily(changes.tx, who, team.ctx.ids, clock.now()))
    tokens.set(account, (await issueAccessToken(team.ctx.config.signingKey, { ...who, familyId }, clock)).token)
  }
})
afterAll(async () => {
  await app.close()
  await team.ctx.end()
  await db.close()
})

const headers = (account: string) => ({ authorization: `Bearer ${tokens.get(account) ?? ''}`, 'content-type': 'application/json' })
const post = (account: string, name: ShiftAsk, input: object) => fetch(`${url}/v1/shift/${name}`, {
  method: 'POST', headers: headers(account), body: JSON.stringify({ teamId: team.shop.teamId, ...input }),
})
async function ask<N extends ShiftAsk>(account: string, name: N, input: Omit<ShiftInput<N>, 'teamId'>): Promise<ShiftOutput<N>> {
  const answer = await post(account, name, input)
  expect([name, answer.status]).toEqual([name, 200])
  return await answer.json() as ShiftOutput<N>
}
const stream = (account: string, signal: AbortSignal, teamId = team.shop.teamId) => fetch(`${url}/v1/wall/stream?teamId=${teamId}`, { headers: headers(account), signal })
const snapshot = async (): Promise<WallView> => {
  const tenantDb = { tx: db.sql, tenant: team.shop.tenant, keys: await team.ctx.keys.of(db.sql, team.shop.tenant) }
  const row = await team.row('team', team.shop.teamId)
  if (!row) throw new Error('no team')
  return WallView.parse(await wallOf(tenantDb, row, await dayPart(tenantDb, row, clock.now()), clock.now()))
}
const change = (conversation: Conversation, fields: Partial<Conversation>) => inTransaction(team.ctx, team.shop.tenant, (changes) => changes.put('conversation', { ...conversation, ...fields }))
const outcome = (id: string, conversationId: string, account: string | null, rule: 'T1' | 'T2' | 'T3', tookMs: number, hit: boolean) => inTransaction(team.ctx, team.shop.tenant, (changes) => changes.put('timer_outcome', {
  id, conversationId, agentId: account === null ? null : team.id(account), rule, startedAtMs: at(11), dueAtMs: at(11) + 15_000, settledAtMs: at(11) + tookMs, hit,
}))

describe('snapshot', () => {
  test('L1, L4: queue, longest wait and alert; per agent open, waiting, nearest due; replies of today', async () => {
    const mine = await testConversation(team.ctx, team.shop, team.id('an'))
    const sinceMs = clock.now() - 20_000
    await change(mine, {
      startedAtMs: at(11), timers: { ...mine.timers, running: true, turnNo: 1, agentId: team.id('an'), turn: { sinceMs, greetingOnly: false, holdingAtMs: null, apologyAtMs: null }, first: { customerFromMs: sinceMs, customerSettledAtMs: null, agentFromMs: sinceMs, agentSettledAtMs: null } },
    })
    const waiting = await testConversation(team.ctx, team.shop)
    await change(waiting, { queuedAtMs: clock.now() - 90_000 })
    const spam = await testConversation(team.ctx, team.shop)
    await change(spam, { spam: true, queuedAtMs: clock.now() - 900_000 })
    await outcome('o1', mine.id, 'an', 'T1', 10_000, true)
    await outcome('o2', mine.id, 'lin', 'T1', 30_000, false)
    await outcome('o3', mine.id, 'an', 'T2', 20_000, true)
    await outcome('o4', waiting.id, null, 'T3', 200_000, false)
    const wall = await snapshot()
    expect(wall.queue).toEqual({ count: 1, longestWaitMs: 90_000, alertAt: 10, alert: false })
    expect(wall.people.find(({ personId }) => personId === team.id('an'))).toMatchObject({
      state: 'online', open: 1, waiting: 1, limit: 8, nearestDueAtMs: sinceMs + 15_000, firstReplyMs: 10_000, averageReplyMs: 20_000, missed: 0,
    })
    expect(wall.today).toMatchObject({ firstReplyMs: 20_000, averageReplyMs: 20_000, firstInTime: 0.5, open: 1, missed: 2, left: 0 })
    expect(wall.urgent.map(({ conversationId }) => conversationId)).toEqual([waiting.id, mine.id])
  })

  test('L1: the alert comes when more wait than the threshold of the team, and calls for help are counted', async () => {
    await inTransaction(team.ctx, team.shop.tenant, async (changes) => {
      await changes.put('figures', { id: team.shop.teamId, given: { queueAlertCount: 1 }, version: 1, changes: {}, updatedAtMs: 0 })
    })
    expect((await snapshot()).queue).toMatchObject({ count: 1, alert: false })
    const more = await testConversation(team.ctx, team.shop)
    await boss.do('help.call', { teamId: team.shop.teamId, asks: [{ noticeId: 'h1', personId: team.id('lin') }, { noticeId: 'h2', personId: team.id('jie') }] })
    const lin = team.desk('lin')
    await lin.do('presence.set', { state: 'away', reason: '休息' })
    await lin.do('notice.seen', { noticeId: 'h1', answer: 'yes' })
    const wall = await snapshot()
    expect(wall.queue).toMatchObject({ count: 2, alertAt: 1, alert: true })
    expect(wall.help).toEqual({ asked: 2, yes: 1, no: 0 })
    await change(more, { state: 'closed', queuedAtMs: null })
  })

  test('M2, M9: how far each batch of the meal is', async () => {
    await inTransaction(team.ctx, team.shop.tenant, async (changes) => {
      await changes.put('meal_plan', {
        id: `${team.shop.teamId}:${DAY}:lunch`, teamId: team.shop.teamId, date: DAY, meal: 'lunch', decidedById: team.id('boss'), decidedAtMs: 0,
        batches: [{ fromMs: at(12), toMs: at(13), personIds: [team.id('lin'), team.id('jie')] }, { fromMs: at(13), toMs: at(14), personIds: [team.id('an')] }],
      })
      await changes.put('presence', { ...presenceRow(team.id('lin'), 'meal', at(12)), untilMs: clock.now() - 1 })
      await changes.tx`insert into presence_log ${changes.tx({
        tenant: changes.tenant, id: 'l1', person_id: team.id('jie'), by_id: null, cause: 'agent', from_state: 'online', to_state: 'meal', reason: null, at_ms: at(12), accepted_at_ms: at(12), late: false,
      })}`
    })
    expect((await snapshot()).meal).toMatchObject({ meal: 'lunch', batches: [{ total: 2, away: 1, back: 1, late: 1 }, { total: 1, away: 0, back: 0, late: 0 }] })
  })

  test('H3: open handovers, with what nobody confirmed yet', async () => {
    const conversation = await testConversation(team.ctx, team.shop, team.id('an'))
    await inTransaction(team.ctx, team.shop.tenant, async (changes) => {
      await changes.put('handover', { id: 'ho', teamId: team.shop.teamId, fromPersonId: team.id('an'), toPersonId: team.id('lin'), cause: 'shift_end', state: 'open', startedAtMs: at(12), limitAtMs: at(13), settledAtMs: null })
      await changes.put('handover_item', {
        id: 'hi', handoverId: 'ho', teamId: team.shop.teamId, conversationId: conversation.id, customerName: 'Lan', fromPersonId: team.id('an'), toPersonId: team.id('lin'), note: '', dueAtMs: null,
        promiseIds: [], state: 'listed', settledAtMs: null, contactedAtMs: null,
      })
    })
    expect((await snapshot()).handovers).toEqual([{ handoverId: 'ho', fromName: 'an', toName: 'lin', total: 1, open: 1, escalated: 0, limitAtMs: at(13) }])
  })
})

describe('stream', () => {
  test('L1: for supervisors of the team alone', async () => {
    const stop = new AbortController()
    expect((await stream('an', stop.signal)).status).toBe(403)
    expect((await stream('other', stop.signal)).status).toBe(403)
    expect((await stream('boss', stop.signal, 'no-such-team')).status).toBe(403)
    expect((await fetch(`${url}/v1/wall/stream?teamId=${team.shop.teamId}`)).status).toBe(401)
    stop.abort()
  })

  test('a wall a second, until the session ends', async () => {
    const stop = new AbortController()
    const answer = await stream('boss', stop.signal)
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    let text = ''
    let ended = false
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString()
      if (ended || text.split('event: wall').length < 3) continue
      ended = true
      await inTransaction(team.ctx, team.shop.tenant, (changes) => endSessionsOf(team.ctx, changes, team.id('boss'), clock.now()))
    }
    expect(WallView.parse(JSON.parse(/data: (.*)\n/.exec(text)?.[1] ?? ''))).toMatchObject({ teamId: team.shop.teamId })
    expect((await stream('boss', stop.signal)).status).toBe(401)
    const who = { tenant: team.shop.tenant, personId: team.id('boss'), deviceId: team.shop.devices['boss'] ?? '' }
    const { familyId } = await inTransaction(team.ctx, team.shop.tenant, (changes) => startFamily(changes.tx, who, team.ctx.ids, clock.now()))
    tokens.set('boss', (await issueAccessToken(team.ctx.config.signingKey, { ...who, familyId }, clock)).token)
  })

  test('all who look at a team share one look a second; nobody looks, nothing is counted', async () => {
    const board = new WallBoard(team.ctx)
    const seen: WallView[][] = [[], [], []]
    const first = Promise.withResolvers<undefined>()
    const stops = seen.map((walls) => board.watch(team.shop.tenant, team.shop.teamId, (wall) => {
      walls.push(wall)
      if (seen.every(({ length }) => length > 0)) first.resolve(undefined)
    }))
    await first.promise
    expect(seen[1]?.[0]).toBe(seen[0]?.[0])
    expect(seen[2]?.[0]).toBe(seen[0]?.[0])
    for (const stop of stops) stop()
    const late: WallView[] = []
    board.watch(team.shop.tenant, team.shop.teamId, (wall) => { late.push(wall) })()
    expect(late).toEqual([])
  })
})

describe('questions', () => {
  test('wall.history: the greatest of each quarter of an hour, also while nobody looks', async () => {
    const jobs = startJobs(team.ctx, WALL_JOBS, { loop: false })
    await startSampling(team.ctx)
    await jobs.runDue()
    await jobs.stop()
    const history = await ask('boss', 'wall.history', { date: DAY })
    expect(history.find(({ quarterMs }) => quarterMs === at(12))).toMatchObject({ queueMax: 1, longestWaitMs: 90_000, openMax: 2, onlineMax: 2 })
    expect(history.find(({ quarterMs }) => quarterMs === at(11))).toMatchObject({ started: 1, firstReplyMs: 20_000, averageReplyMs: 20_000, missed: 1 })
    expect((await post('an', 'wall.history', { date: DAY })).status).toBe(403)
    expect((await post('other', 'wall.history', { date: DAY })).status).toBe(403)
  })

  test('wall.conversations: what somebody has open, or what waits', async () => {
    expect(await ask('boss', 'wall.conversations', { personId: null })).toMatchObject([{ ownerId: null, channelName: 'Web', waitingSinceMs: clock.now() - 90_000 }])
    const open = await ask('boss', 'wall.conversations', { personId: team.id('an') })
    expect(open.map(({ waitingSinceMs }) => waitingSinceMs)).toEqual([clock.now() - 20_000, null])
    expect((await post('an', 'wall.conversations', { personId: null })).status).toBe(403)
  })

  test('presence.log: every change with who made it, for supervisors', async () => {
    const log = await ask('boss', 'presence.log', { personId: team.id('lin'), fromMs: at(0), toMs: at(24) })
    expect(log).toMatchObject([
      { personName: 'lin', byName: 'lin', cause: 'help', from: 'away', to: 'online', late: false }, { cause: 'agent', from: 'online', to: 'away', reason: '休息' },
    ])
    expect((await post('an', 'presence.log', { personId: null, fromMs: 0, toMs: 1 })).status).toBe(403)
  })

  test('M2: meal.propose for who works that day and supervisors, from the load now and that of the same weekday', async () => {
    const shifts = ['an', 'lin', 'jie'].map((account, n) => team.shift(`p${n}`, account, 9, 18))
    await boss.do('roster.put', { shifts: shifts.slice(1) })
    expect((await post('an', 'meal.propose', { date: DAY, meal: 'lunch', batches: null })).status).toBe(403)
    await boss.do('roster.put', { shifts })
    const lastWeek = await testConversation(team.ctx, team.shop)
    await change(lastWeek, { state: 'closed', closedAtMs: at(13, '2026-11-20'), startedAtMs: at(12, '2026-11-20'), lastMessageAtMs: at(13, '2026-11-20') })
    const { batches, why } = await ask('an', 'meal.propose', { date: DAY, meal: 'lunch', batches: null })
    expect(batches.flatMap(({ personIds }) => personIds).sort()).toEqual(['an', 'lin', 'jie'].map(team.id).sort())
    expect(batches[0]?.fromMs).toBeGreaterThanOrEqual(at(12))
    expect(why.map(({ code }) => code)).toEqual(expect.arrayContaining(['batches', 'load_now', 'load_history']))
    expect(why.find(({ code }) => code === 'load_history')?.params).toMatchObject({ weeks: 1, customers: 1 })
  })

  test('L4: roster.read says what would come of a file; read in again it moves shifts', async () => {
    const bytes = Buffer.from('账号,日期,班次,开始,结束\nan,2026-11-27,白班,8:00,17:00\nan,2026-11-29,白班,8:00,17:00\nghost,2026-11-29,白班,8:00,17:00').toString('base64')
    const { shifts, faults } = await ask('boss', 'roster.read', { name: '排班.csv', bytes })
    expect(shifts.map(({ id, personId, fromMs }) => [id === 'p0', personId, fromMs])).toEqual([[true, team.id('an'), at(8)], [false, team.id('an'), at(8, '2026-11-29')]])
    expect(faults).toEqual([{ line: 4, code: 'unknown_account', value: 'ghost' }])
    expect((await post('an', 'roster.read', { name: 'x', bytes })).status).toBe(403)
  })
})
