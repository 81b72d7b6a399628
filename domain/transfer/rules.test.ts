import { describe, expect, test } from 'vitest'
import { PRESENCE_STATES } from '../entities/plain-lists.ts'
import { transferRefusals } from './rules.ts'
import type { TransferQuestion } from './rules.ts'

const first = { customerFromMs: 1, customerSettledAtMs: null, agentFromMs: 1, agentSettledAtMs: null }
const FRESH = { first, turn: { sinceMs: 1, greetingOnly: false, holdingAtMs: null, apologyAtMs: null } }
const RUNNING = { first, turn: null }
const to = (over: Partial<NonNullable<TransferQuestion['receiver']>> = {}) => ({ personId: 'lin', state: 'online' as const, reachable: true, ...over })
const may: TransferQuestion = {
  timers: FRESH, channelKind: 'web_chat', ownerId: 'an', transferredFrom: [], reason: null, line: true, receiver: to(), otherOwnerIds: [], transferAgents: 2,
}

describe('who may be passed on, and to whom', () => {
  test.each<[string, Partial<TransferQuestion>, string[]]>([
    ['M4: who is newly connected, freely', {}, []],
    ['M4: a running one needs a reason', { timers: RUNNING }, ['M4']],
    ['M4: spaces are no reason', { timers: RUNNING, reason: '  ' }, ['M4']],
    ['M4: with a reason it goes', { timers: RUNNING, reason: 'she knows the fabric' }, []],
    ['M4: asked again after an answer is running, too', { timers: { ...FRESH, turn: { ...FRESH.turn, sinceMs: 2 } } }, ['M4']],
    ['M5: not to who is unreachable', { receiver: to({ reachable: false }) }, ['M5']],
    ['M5: not to oneself', { receiver: to({ personId: 'an' }) }, ['M5']],
    ['M5: a team or skill has its queue', { receiver: null }, []],
    ['M6: who was with one agent before is with two now', { transferredFrom: ['mei'] }, ['M6']],
    ['M6: the same agent twice is one', { transferredFrom: ['an'] }, []],
    ['M6: not to a queue either', { transferredFrom: ['mei'], receiver: null }, ['M6']],
    ['M6: the team sets how many', { transferredFrom: ['mei'], transferAgents: 3 }, []],
    ['M7: the customer is meanwhile with a third agent', { otherOwnerIds: ['mei'] }, ['M7']],
    ['M7: to that very agent it goes', { otherOwnerIds: ['lin'] }, []],
    ['M7: another talk of the sender is no third agent', { otherOwnerIds: ['an'] }, []],
    ['M7: to a queue nobody knows who takes it', { otherOwnerIds: ['lin'], receiver: null }, ['M7']],
    ['M8: a line goes to the customer before', { line: false }, ['M8']],
    ['M8: in a shop\'s own chat as well', { line: false, channelKind: 'webhook' }, ['M8']],
    ['M8: on the phone the agent says it', { line: false, channelKind: 'phone' }, []],
    ['M4-M8: every rule that is broken speaks, in their order',
      { timers: RUNNING, receiver: to({ state: 'meal' }), transferredFrom: ['mei'], otherOwnerIds: ['bo'], line: false }, ['M4', 'M5', 'M6', 'M7', 'M8']],
  ])('%s', (_name, over, rules) => {
    expect(transferRefusals({ ...may, ...over })).toEqual(rules)
  })
  test.each(PRESENCE_STATES)('M5: only to who is online: %s', (state) => {
    expect(transferRefusals({ ...may, receiver: to({ state }) })).toEqual(state === 'online' ? [] : ['M5'])
  })
})
