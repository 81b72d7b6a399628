import { afterAll, beforeEach, expect, test } from 'vitest'
import { dutyRig } from '../../test-duty.ts'

const told: string[] = []
const rig = await dutyRig({ an: {}, lin: {}, boss: { roles: ['supervisor'] }, other: { roles: ['supervisor'], teams: false } }, {
  channels: { deliver: (_changes, _conversation, message) => {
    told.push(message.id)
    return Promise.resolve()
  } },
})
const { desk, id, talk, row, rows, lines, presence, after, ctx } = rig
afterAll(() => rig.end())
beforeEach(async () => {
  for (const account of ['an', 'lin', 'boss']) await presence(account, { state: 'online', reachable: true, untilMs: null })
  for (const { id: conversationId } of await rows('conversation', { state: 'open' })) {
    await desk('boss').do('conversation.close', { conversationId, withoutReply: true, enquiryClass: null, outcome: null })
  }
})
const log = () => ctx.sql`select person_id, by_id, cause, from_state, to_state, reason, late from presence_log order by id`

test('M4: the gate is shut while somebody waits; a supervisor of the team lets go with a reason, and it is on record', async () => {
  const conversation = await talk('an', { waits: true })
  expect(await desk('an').do('presence.set', { state: 'meal', reason: null })).toMatchObject({ code: 'M4' })
  const put = { personId: id('an'), state: 'meal' as const, reason: 'I take them', untilMs: rig.clock.now() + 1_800_000 }
  expect(await desk('other').do('presence.put_for', put)).toMatchObject({ code: 'not_allowed' })
  expect(await desk('lin').do('presence.put_for', put)).toMatchObject({ code: 'not_allowed' })
  expect(await desk('boss').do('presence.put_for', put)).toMatchObject({ status: 'applied' })
  expect(await row('presence', id('an'))).toMatchObject({ state: 'meal', cause: 'supervisor', byId: id('boss'), untilMs: put.untilMs })
  expect(await rows('notice', { personId: id('an'), kind: 'let_go' })).toMatchObject([{ params: { state: 'meal', reason: 'I take them' } }])
  expect((await log()).at(-1)).toMatchObject({ person_id: id('an'), by_id: id('boss'), cause: 'supervisor', from_state: 'online', to_state: 'meal', late: false })
  expect(await desk('boss').do('presence.put_for', { ...put, state: 'off_duty' })).toMatchObject({ code: 'H5' })
  expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('an') })
})

test('M9: who is not back in time is told to the supervisors, 3 min later, unless back by then', async () => {
  const untilMs = rig.clock.now() + 60_000
  await desk('an').do('presence.set', { state: 'meal', reason: null, untilMs })
  await desk('lin').do('presence.set', { state: 'meal', reason: null, untilMs })
  await after(60)
  await desk('lin').do('presence.set', { state: 'online', reason: null })
  await after(179)
  expect(await rows('notice', { kind: 'late_back' })).toEqual([])
  await after(1)
  expect(await rows('notice', { kind: 'late_back' })).toMatchObject([{ personId: id('boss'), params: { personId: id('an'), untilMs } }])
})

test('M10: what an offline desk did keeps its own time, and what a newer change overtook is logged as late and changes nothing', async () => {
  const nowMs = rig.clock.now()
  rig.clock.set(nowMs + 600_000)
  await desk('an').send({ ...desk('an').envelope('presence.set', { state: 'away', reason: 'phone' }), atMs: nowMs + 60_000 })
  expect(await row('presence', id('an'))).toMatchObject({ state: 'away', sinceMs: nowMs + 60_000 })
  expect((await log()).at(-1)).toMatchObject({ to_state: 'away', late: true })
  await desk('boss').do('presence.put_for', { personId: id('an'), state: 'online', reason: 'is here', untilMs: null })
  await desk('an').send({ ...desk('an').envelope('presence.set', { state: 'hung_up', reason: null }), atMs: nowMs + 120_000 })
  expect(await row('presence', id('an'))).toMatchObject({ state: 'online', cause: 'supervisor' })
  expect((await log()).at(-1)).toMatchObject({ person_id: id('an'), to_state: 'hung_up', late: true })
})

test('M5, M6: a supervisor moves conversations to somebody who is there, or to the queue; not by choice of an agent', async () => {
  const [one, two] = [await talk('an', { waits: true }), await talk('an')]
  const move = { conversationIds: [one.id, two.id], toPersonId: id('lin'), reason: 'ill' }
  expect(await desk('an').do('conversation.reassign', move)).toMatchObject({ code: 'not_found' })
  await presence('lin', { state: 'hung_up' })
  expect(await desk('boss').do('conversation.reassign', move)).toMatchObject({ code: 'M5' })
  await presence('lin', { state: 'online' })
  expect(await desk('boss').do('conversation.reassign', move)).toMatchObject({ status: 'applied' })
  expect(await desk('boss').do('conversation.reassign', move)).toMatchObject({ status: 'applied' })
  expect(await row('conversation', one.id)).toMatchObject({ ownerId: id('lin'), transferredFrom: [] })
  expect(await lines(one.id)).toEqual(['reassigned'])
  expect(await rows('notice', { personId: id('an'), kind: 'moved' })).toMatchObject([{ params: { count: 2, byId: id('boss'), toId: id('lin') } }])
  expect(await desk('boss').do('conversation.reassign', { ...move, toPersonId: null })).toMatchObject({ status: 'applied' })
  expect(await row('conversation', one.id)).toMatchObject({ state: 'queued', queuedAtMs: one.timers.turn?.sinceMs })
  expect(await ctx.sql`select detail from audit where action = 'conversation.reassigned'`).toHaveLength(2)
})

test('a supervisor looks on and whispers, takes over; looking on ends with the conversation or after 8 h', async () => {
  const [conversation, forgotten] = [await talk('an'), await talk('an')]
  const scopes = async () => (await ctx.sql<{ scope: string }[]>`
    select scope from scope_grant where person_id = ${id('boss')} and reason like 'watch:%' order by scope`).map(({ scope }) => scope)
  expect(await desk('lin').do('conversation.watch', { conversationId: conversation.id, on: true })).toMatchObject({ code: 'not_allowed' })
  for (const { id: conversationId } of [conversation, forgotten]) await desk('boss').do('conversation.watch', { conversationId, on: true })
  expect(await scopes()).toHaveLength(4)
  await desk('boss').catchUp()
  expect(desk('boss').rows.has(`conversation\n${conversation.id}`)).toBe(true)
  expect(await desk('boss').do('note.add', { messageId: ctx.ids.next(), conversationId: conversation.id, body: 'offer a voucher', mentions: [] })).toMatchObject({ status: 'applied' })
  expect(await desk('boss').do('conversation.take_over', { conversationId: conversation.id, reason: 'angry' })).toMatchObject({ status: 'applied' })
  expect(await row('conversation', conversation.id)).toMatchObject({ ownerId: id('boss'), transferredFrom: [] })
  expect(await lines(conversation.id)).toEqual(['watched', 'note: offer a voucher', 'taken_over'])
  expect(await scopes()).toHaveLength(2)
  await after(8 * 3_600)
  expect(await scopes()).toEqual([])
  await desk('boss').do('conversation.watch', { conversationId: forgotten.id, on: true })
  await desk('an').do('conversation.close', { conversationId: forgotten.id, withoutReply: true, enquiryClass: null, outcome: null })
  expect(await scopes()).toEqual([])
})

test('one line to twenty who wait: each gets it and waits on; who waits for nothing gets none; a forbidden one goes to nobody', async () => {
  const waiting = []
  for (let n = 0; n < 20; n++) waiting.push(await talk('an', { waits: true }))
  const quiet = await talk('an')
  const to = (list: readonly { id: string }[]) => list.map(({ id: conversationId }) => ({ messageId: ctx.ids.next(), conversationId }))
  const say = { body: '系统故障，正在恢复，请稍等', lineKind: 'holding' as const, scriptId: null }
  expect(await desk('an').do('message.send_many', { ...say, to: to(waiting) })).toMatchObject({ code: 'not_allowed' })
  rig.clock.set(rig.clock.now() + 200_000)
  const all = to(waiting)
  expect(await desk('boss').do('message.send_many', { ...say, to: all })).toMatchObject({ status: 'applied' })
  expect(await desk('boss').do('message.send_many', { ...say, to: to([quiet]) })).toMatchObject({ status: 'applied' })
  expect(told).toEqual(expect.arrayContaining(all.map(({ messageId }) => messageId)))
  expect(await lines(quiet.id)).toEqual([])
  const now = await row('conversation', waiting[19]!.id)
  expect(now).toMatchObject({ ownerId: id('an'), timers: { turn: { sinceMs: waiting[19]!.timers.turn?.sinceMs } } })
  const before = told.length
  expect(await desk('boss').do('message.send_many', { ...say, body: '卡号 6222021234567890128', to: to(waiting.slice(0, 2)) })).toMatchObject({ code: 'language' })
  expect(told).toHaveLength(before)
})

test('L1: a yes to a call for help brings online', async () => {
  await presence('lin', { state: 'away', reason: 'course' })
  const noticeId = ctx.ids.next()
  await desk('boss').do('help.call', { teamId: rig.shop.teamId, asks: [{ noticeId, personId: id('lin') }] })
  expect(await desk('lin').do('notice.seen', { noticeId, answer: 'yes' })).toMatchObject({ status: 'applied' })
  expect(await row('presence', id('lin'))).toMatchObject({ state: 'online', cause: 'help' })
})
