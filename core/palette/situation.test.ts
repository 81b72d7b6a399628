import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Conversation, Message } from '../../domain/entities/conversation.ts'
import type { PresenceState } from '../../domain/entities/people.ts'
import type { MealPlan, Shift } from '../../domain/entities/roster.ts'
import { wishesOf } from '../../domain/scripts/suggest.ts'
import { NO_TIMERS } from '../../domain/timers/state.ts'
import { ME, OfflineDesk } from '../test-support.ts'
import { momentOf } from './situation.ts'

let dir: string
let desk: OfflineDesk
let nowMs: number
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-situation-'))
  desk = new OfflineDesk(dir)
  await desk.signIn()
  nowMs = desk.clock.now()
})
afterEach(async () => {
  await desk.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const MINUTE_MS = 60_000
const date = (): string => new Date(nowMs).toISOString().slice(0, 10)

function presence(state: PresenceState): void {
  desk.pulled([['presence', { id: 'me', state, reason: null, sinceMs: nowMs - 3_600_000, cause: 'agent', byId: null, untilMs: null, reachable: true } as { id: string }]])
}
function shift(kind: Shift['kind'], fromMin: number, toMin: number): void {
  const row: Shift = { id: kind, personId: 'me', teamId: 't', kind, date: date(), fromMs: nowMs + fromMin * MINUTE_MS, toMs: nowMs + toMin * MINUTE_MS, duty: false }
  desk.pulled([['shift', row]])
}
function meal(fromMin: number): void {
  const row: MealPlan = {
    id: 'm', teamId: 't', date: date(), meal: 'lunch', decidedById: 'boss', decidedAtMs: nowMs,
    batches: [{ fromMs: nowMs + fromMin * MINUTE_MS, toMs: nowMs + (fromMin + 60) * MINUTE_MS, personIds: ['me'] }],
  }
  desk.pulled([['meal_plan', row]])
}
/** What the moment asks for besides what fits always. */
const stages = (conversationId: string | null = null): string[] =>
  [...new Set(wishesOf(momentOf(desk.open.file.read, ME, conversationId, nowMs).situation).flatMap(({ stage, reason }) => reason === 'meal' || reason === 'handover' ? [stage ?? ''] : []))]

describe('what the agent\'s day asks for', () => {
  test.each<[string, () => void, string[]]>([
    ['at work nothing', () => { shift('day', -120, 120) }, []],
    ['M3: 10 minutes before the meal its lines', () => { shift('day', -120, 120); meal(10) }, ['meal']],
    ['M3: not earlier', () => { shift('day', -120, 120); meal(11) }, []],
    ['M9: at the meal', () => { presence('meal') }, ['meal']],
    ['H1: 10 minutes before the end of the shift the handover line', () => { shift('day', -120, 10) }, ['handover_give']],
    ['H1: and before a meeting', () => { shift('day', -120, 120); shift('meeting', 5, 35) }, ['handover_give']],
    ['H2: while handing over', () => { presence('handover') }, ['handover_give']],
    ['who has no roster is asked nothing', () => undefined, []],
  ])('%s', (_name, given, expected) => {
    presence('online')
    given()
    expect(stages()).toEqual(expected)
  })
})

describe('H3: the takeover line', () => {
  const conversation = (over: Partial<Conversation> = {}): Conversation => ({
    id: 'c', customerId: 'customer', customerName: '小雨点', channelId: 'ch', channelKind: 'web_chat', teamId: 't', state: 'open', ownerId: 'me',
    transferredFrom: [], language: 'zh', skill: null, tier: 'normal', priority: 0, startedAtMs: nowMs, queuedAtMs: nowMs, assignedAtMs: nowMs,
    closedAtMs: null, lastPosition: 1, seenPosition: 0, snippet: '', lastMessageAtMs: nowMs, lastAuthor: 'agent', spam: false, enquiryClass: null,
    outcome: null, timers: { ...NO_TIMERS, running: true }, ...over,
  })
  const said = (authorId: string): Message => ({
    id: `by-${authorId}`, conversationId: 'c', position: 1, author: 'agent', authorId, lineKind: 'answer', scriptId: null, body: '好的', system: null,
    attachmentIds: [], quoteId: null, mentions: [], clientAtMs: nowMs, acceptedAtMs: nowMs, deliveredAtMs: null,
  })
  const contact = { timers: { ...NO_TIMERS, running: true, contact: { sinceMs: 1 } } }
  test.each<[string, Partial<Conversation>, string | null, string[]]>([
    ['H3, T6: of another shift and not contacted yet', contact, 'lin', ['handover_take']],
    ['H3, T6: though it was mine once', contact, 'me', ['handover_take']],
    ['T6: contacted: not any more', {}, 'lin', []],
    ['M8: from a colleague who wrote last', { transferredFrom: ['lin'] }, 'lin', ['handover_take']],
    ['M8: not once I have written', { transferredFrom: ['lin'] }, 'me', []],
    ['my own customer', {}, null, []],
  ])('%s', (_name, over, lastBy, expected) => {
    desk.pulled([['conversation', conversation(over)], ...lastBy === null ? [] : [['message', said(lastBy)] as ['message', Message]]])
    expect(stages('c')).toEqual(expected)
  })
  test('T6: what waits to be sent counts as said', async () => {
    desk.pulled([['conversation', conversation(contact)]])
    await desk.call('message.send', { conversationId: 'c', body: '您好，我是接班客服', kind: null, scriptId: null, attachmentIds: [], quoteId: null })
    await desk.clock.advance(5_000)
    expect(stages('c')).toEqual([])
  })
})
