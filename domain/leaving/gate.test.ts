import { describe, expect, test } from 'vitest'
import type { ChannelKind, LineKind } from '../entities/team.ts'
import { TimerPolicy } from '../entities/team.ts'
import { apply } from '../timers/apply.ts'
import type { TimerEvent } from '../timers/events.ts'
import { NO_TIMERS } from '../timers/state.ts'
import { gateBlocks, kindOf } from './gate.ts'
import type { LeavingDecision } from './gate.ts'

const standard = TimerPolicy.parse({})
const wrote: TimerEvent = { kind: 'customer_message', atMs: 0, mereGreeting: false, thanksOnly: false, left: false }
const greeted: TimerEvent = { ...wrote, mereGreeting: true }
const assigned: TimerEvent = { kind: 'assigned', atMs: 0, agentId: 'an' }
const line = (lineKind: LineKind): TimerEvent => ({ kind: 'agent_line', atMs: 0, messageId: 'm', lineKind })
const promised: TimerEvent = { kind: 'promise_made', atMs: 0, promiseId: 'p', dueAtMs: 9_000_000 }

/** Each event a second after the one before. */
function after(events: readonly TimerEvent[], channelKind: ChannelKind = 'web_chat') {
  const timers = events.reduce((state, event, at) => apply(state, { ...event, atMs: (at + 1) * 1000 }, () => standard).state, NO_TIMERS)
  return { id: 'c', channelKind, timers }
}

describe('what a conversation is to somebody who wants to leave', () => {
  test.each([
    ['M4: newly connected', [wrote, assigned], 'fresh'],
    ['M4: a holding line, an apology and the line before a transfer leave it newly connected', [wrote, assigned, line('holding'), line('apology')], 'fresh'],
    ['M4: asked again while nobody has answered', [wrote, assigned, wrote], 'fresh'],
    ['M4: asked again after an answer', [wrote, assigned, line('answer'), wrote], 'waiting'],
    ['M4: a question after the greeting was answered', [greeted, assigned, line('opening'), wrote], 'waiting'],
    ['M4: a new service in the same thread is newly connected again', [wrote, assigned, line('answer'), { kind: 'closed', atMs: 0 }, wrote, assigned], 'fresh'],
    ['H4: answered, and something is promised', [wrote, assigned, promised, line('answer')], 'running'],
    ['M3: answered, the customer is silent', [wrote, assigned, line('answer')], 'quiet'],
    ['M3: nobody has asked anything', [assigned], 'quiet'],
  ] as const)('%s: %s', (_name, events, kind) => {
    expect(kindOf(after(events))).toBe(kind)
  })
  test('M3: on a closed IM the agent acts there', () => {
    expect(kindOf(after([wrote, assigned], 'companion'))).toBe('companion')
  })
})

describe('M4: the gate', () => {
  const fresh = after([wrote, assigned])
  const waiting = after([wrote, assigned, line('answer'), wrote])
  const running = after([wrote, assigned, promised, line('answer')])
  const quiet = after([wrote, assigned, line('answer')])
  const companion = after([wrote, assigned], 'companion')
  const answeredThere = after([wrote, assigned, line('answer')], 'companion')
  const blocks = (conversation: ReturnType<typeof after>, decision: LeavingDecision | null): string =>
    gateBlocks([{ conversation, decision }])[0]?.code ?? 'open'

  test.each([
    ['M4: a waiting customer shuts it, whatever was decided', waiting, ['waiting', 'waiting', 'waiting', 'waiting']],
    ['M4: a newly connected one until somebody else has them', fresh, ['waiting', 'waiting', 'waiting', 'waiting']],
    ['M4: a promise needs a decision', running, ['undecided', 'open', 'open', 'open']],
    ['M4: so does a silent customer', quiet, ['undecided', 'open', 'open', 'open']],
    ['M4: on a closed IM the customer is answered first', companion, ['waiting', 'waiting', 'waiting', 'waiting']],
    ['M4: then it is ticked', answeredThere, ['undecided', 'open', 'open', 'open']],
  ])('%s', (_name, conversation, expected) => {
    expect(([null, 'wait', 'done', 'transfer'] as const).map((decision) => blocks(conversation, decision))).toEqual(expected)
  })
  test('M4: open only when nothing is left', () => {
    expect(gateBlocks([])).toEqual([])
    expect(gateBlocks([
      { conversation: { ...quiet, id: 'a' }, decision: 'wait' },
      { conversation: { ...waiting, id: 'b' }, decision: 'wait' },
      { conversation: { ...running, id: 'c' }, decision: null },
    ])).toEqual([{ conversationId: 'b', code: 'waiting' }, { conversationId: 'c', code: 'undecided' }])
  })
})
