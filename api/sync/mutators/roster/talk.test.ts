import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, shiftTeam } from '../../../shift/test-shift.ts'
import { standingClock, testConversation } from '../../../store/test-context.ts'
import { testDatabase } from '../../../store/test-database.ts'
import type { TestDesk } from '../../test-desk.ts'

const db = await testDatabase(8)
let team: Awaited<ReturnType<typeof shiftTeam>>
let boss: TestDesk
let an: TestDesk
let lin: TestDesk
beforeAll(async () => {
  team = await shiftTeam(db, { an: {}, lin: {}, boss: { roles: ['supervisor'] }, outside: { teams: false } }, { clock: standingClock(at(9)) })
  boss = team.desk('boss')
  an = team.desk('an')
  lin = team.desk('lin')
})
afterAll(async () => {
  await team.ctx.end()
  await db.close()
})

const open = (talkId: string, more: Partial<Parameters<typeof an.do<'talk.open'>>[1]> = {}) => an.do('talk.open', {
  talkId, messageId: `${talkId}-1`, kind: 'help', conversationId: null, title: '能退吗', memberIds: [team.id('an'), team.id('boss')], dueAtMs: at(10), body: '客户说已拆封，能退吗？', ...more,
})

test('D17: who asks for help keeps the customer; the question goes out with its due time', async () => {
  const { id } = await testConversation(team.ctx, team.shop, team.id('an'))
  expect(await open('t1', { conversationId: id })).toMatchObject({ status: 'applied' })
  expect(await team.row('talk', 't1')).toMatchObject({ kind: 'help', conversationId: id, memberIds: [team.id('an'), team.id('boss')], dueAtMs: at(10), state: 'open' })
  expect(await team.row('conversation', id)).toMatchObject({ ownerId: team.id('an'), state: 'open', transferredFrom: [] })
  expect(await open('t2', { dueAtMs: null })).toMatchObject({ status: 'rejected', code: 'invalid', text: 'due' })
})

test('D17: answered as soon as somebody else writes, not when the asker goes on', async () => {
  await open('t3')
  await an.do('talk.say', { talkId: 't3', messageId: 'm1', body: '客户在等' })
  expect(await team.row('talk', 't3')).toMatchObject({ state: 'open' })
  await boss.do('talk.say', { talkId: 't3', messageId: 'm2', body: '可以退' })
  expect(await team.row('talk', 't3')).toMatchObject({ state: 'answered' })
  // Sent again.
  expect(await boss.do('talk.say', { talkId: 't3', messageId: 'm2', body: '可以退' })).toMatchObject({ status: 'applied' })
  const [{ count = 0 } = {}] = await db.sql<{ count: number }[]>`select count(*) as count from talk_message where talk_id = 't3'`
  expect(count).toBe(3)
})

test('L6: colleagues of the shop talk, also of other departments; nobody else hears of it', async () => {
  expect(await open('t4', { kind: 'group', dueAtMs: null, memberIds: [team.id('lin'), team.id('outside')] })).toMatchObject({ status: 'applied' })
  await lin.catchUp()
  await boss.catchUp()
  expect([...lin.rows.keys()]).toEqual(expect.arrayContaining(['talk\nt4', 'talk_message\nt4-1']))
  expect([...boss.rows.keys()].filter((key) => key.includes('t4'))).toEqual([])
  expect(await boss.do('talk.say', { talkId: 't4', messageId: 'm3', body: '?' })).toMatchObject({ code: 'not_found' })
  expect(await open('t5', { kind: 'group', memberIds: ['nobody'] })).toMatchObject({ code: 'invalid', text: 'member' })
  expect(await open('t5', { conversationId: 'no-such' })).toMatchObject({ code: 'not_found' })
})

test('L6: what is said is encrypted at rest', async () => {
  await open('t6', { body: '客户电话 13800000000' })
  const [{ body = Buffer.alloc(0) } = {}] = await db.sql<{ body: Buffer }[]>`select body_cipher as body from talk_message where talk_id = 't6'`
  expect(body.toString('utf8')).not.toContain('138')
})

test('L6: the asker ends it; then nothing more is said', async () => {
  await open('t7', { memberIds: [team.id('lin')] })
  expect(await lin.do('talk.close', { talkId: 't7' })).toMatchObject({ code: 'not_allowed' })
  expect(await an.do('talk.close', { talkId: 't7' })).toMatchObject({ status: 'applied' })
  expect(await lin.do('talk.say', { talkId: 't7', messageId: 'm4', body: '好' })).toMatchObject({ code: 'closed' })
})

test('L6: a talk of as many as one may have fits one commit', async () => {
  const crowd = Array.from({ length: 49 }, (_, n) => `crowd${n}`)
  await db.sql`insert into person (tenant, id, account, name, roles, team_ids, seniority, skills, languages, conversation_limit, active)
    select ${team.shop.tenant}, c, c, c, '[]', '[]', 'junior', '[]', '[]', 0, true from unnest(${crowd}::text[]) c`
  expect(await open('t8', { memberIds: crowd })).toMatchObject({ status: 'applied' })
})

test('L1: a supervisor calls for help; each is asked once', async () => {
  const asks = [{ noticeId: 'h1', personId: team.id('an') }, { noticeId: 'h2', personId: team.id('lin') }]
  expect(await an.do('help.call', { teamId: team.shop.teamId, asks })).toMatchObject({ code: 'not_allowed' })
  expect(await boss.do('help.call', { teamId: team.shop.teamId, asks })).toMatchObject({ status: 'applied' })
  expect(await team.row('notice', 'h1')).toMatchObject({ kind: 'help_call', personId: team.id('an'), params: { teamId: team.shop.teamId, byId: team.id('boss') }, answer: null })
  expect(await boss.do('help.call', { teamId: team.shop.teamId, asks: [{ noticeId: 'h3', personId: team.id('outside') }] })).toMatchObject({ code: 'invalid' })
  expect(await lin.do('notice.seen', { noticeId: 'h1', answer: 'no' })).toMatchObject({ code: 'not_found' })
  expect(await lin.do('notice.seen', { noticeId: 'h2', answer: 'no' })).toMatchObject({ status: 'applied' })
  expect(await team.row('notice', 'h2')).toMatchObject({ answer: 'no', seenAtMs: at(9) })
})

test('L1: a yes to a call for help brings the helper online, and stands in the log', async () => {
  await an.do('presence.set', { state: 'away', reason: '休息' })
  expect(await an.do('notice.seen', { noticeId: 'h1', answer: 'yes' })).toMatchObject({ status: 'applied' })
  expect(await team.row('presence', team.id('an'))).toMatchObject({ state: 'online', cause: 'help' })
  const log = await db.sql<{ from: string, to: string, cause: string }[]>`
    select from_state as "from", to_state as "to", cause from presence_log where person_id = ${team.id('an')} order by id`
  expect(log.at(-1)).toEqual({ from: 'away', to: 'online', cause: 'help' })
})
