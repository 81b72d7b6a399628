// The checker is only worth something if it sees a broken rule: one rule at a time is broken, and within a few days it has to say which.
import { expect, test } from 'vitest'
import { runDay } from './day.ts'
import { RULES } from './rules.ts'
import type { Rules } from './rules.ts'

const MOST_DAYS = 20

const without = (...rules: string[]): Partial<Rules> => ({ transferRefusals: (question) => RULES.transferRefusals(question).filter((rule) => !rules.includes(rule)) })
const withApply = (change: (...args: Parameters<Rules['apply']>) => ReturnType<Rules['apply']>['state']): Partial<Rules> =>
  ({ apply: (before, event, policy) => ({ state: change(before, event, policy), results: [] }) })
const moved: Rules['apply'] = RULES.apply

/** What is broken, how, and what the checker has to call it. */
const FAULTS: [what: string, rule: string, fault: Partial<Rules>][] = [
  ['M2: the proposal sends everybody at once', 'M2', {
    proposeBatches: (question) => {
      const { batches, why } = RULES.proposeBatches(question)
      return { batches: batches.slice(0, 1).map((batch) => ({ ...batch, personIds: batches.flatMap(({ personIds }) => personIds) })), why }
    },
  }],
  ['M2: batches changed by hand are not checked', 'M2', { checkBatches: () => [] }],
  ['M3: nobody is told that the meal is near', 'M3', { promptOf: (day) => { const due = RULES.promptOf(day); return due?.kind === 'meal' ? null : due } }],
  ['H1: nobody is told that the shift ends', 'H1', { promptOf: (day) => { const due = RULES.promptOf(day); return due?.kind === 'shift_end' ? null : due } }],
  ['M4: the server lets go who leaves customers waiting', 'M4', { stepPresence: (presence, event, around) => RULES.stepPresence(presence, event, { ...around, waiting: 0 }) }],
  ['M4: the desk lets go whom the server holds', 'gate', { gateBlocks: () => [] }],
  ['M4: a running case is passed on without a reason', 'M4', without('M4')],
  ['M5: a transfer is offered to who is hung up', 'M5', without('M5')],
  ['M5: who has hung up takes an offer', 'M5', { dutyOf: (presence) => ({ ...RULES.dutyOf(presence), mayReceiveTransfer: true }) }],
  ['M5: who takes nobody is proposed', 'proposed', {
    rankCandidates: (wish, people) => [...RULES.rankCandidates(wish, people)].reverse().map((one) => ({ ...one, refused: null })),
  }],
  ['M6: a customer is passed on a third time', 'M6', without('M6')],
  ['M6: the sender is forgotten', 'M6', { passedOn: (talk, senderId, receiverId, nowMs) => ({ ...RULES.passedOn(talk, senderId, receiverId, nowMs), transferredFrom: [] }) }],
  ['M7: a second talk with a third agent', 'M7', without('M7')],
  ['M9: nothing is answered for who is away', 'auto-reply', { dutyOf: (presence) => ({ ...RULES.dutyOf(presence), autoReply: false }) }],
  ['M9: customers stay with who is away', 'M9', { handBackAtMs: () => null }],
  ['M9: customers stay with who is at the meal', 'M9', { handBackAtMs: (presence, timers, graceSec) => presence?.state === 'meal' ? null : RULES.handBackAtMs(presence, timers, graceSec) }],
  ['M10: the grace begins again whenever it is looked at', 'M9', { handBackAtMs: (presence, timers, graceSec) => RULES.handBackAtMs(presence, timers, 4 * graceSec) }],
  ['an offer returns to a sender who has gone', 'returns', { returnsTo: (talk, transfer) => talk.ownerId === transfer.fromPersonId ? 'sender' : 'nowhere' }],
  ['H2: the list leaves out who does not wait', 'H2', { belongsOnList: (talk, personId) => RULES.belongsOnList(talk, personId) && (talk as { timers?: { turn: unknown } }).timers?.turn !== null }],
  ['H2: the counterpart leaves at the same time', 'H2', { counterparts: ({ personId }) => [{ personId: personId === 'day-7' ? 'day-5' : 'day-7', shiftFromMs: null }] }],
  ['H3: what moved meanwhile is taken away again', 'H3', { itemStands: ({ state }) => state === 'listed' }],
  ['H3: a confirmed conversation stays where it was', 'H3', { givenTo: (talk, personId, nowMs) => talk.state === 'open' ? talk : RULES.givenTo(talk, personId, nowMs) }],
  ['H3: a list counts as settled with items on it', 'H3', { isSettled: () => true }],
  ['H3: a list is never settled', 'end of day', { isSettled: () => false }],
  ['H4: a promise is not on the list', 'H4', { itemFacts: (...args) => ({ ...RULES.itemFacts(...args), promiseIds: [] }) }],
  ['H5: somebody goes home with customers', 'H5', { stepPresence: (presence, event, around) => RULES.stepPresence(presence, event, { ...around, open: 0 }) }],
  ['H5: nobody is signed off when the list is settled', 'end of day', { endsDuty: () => false }],
  ['H6: the counterpart comes after all others', 'H6', { chooseAgent: (request, candidates) => RULES.chooseAgent({ ...request, counterpartId: null }, candidates) }],
  ['H8: the last ones hand over to nobody', 'H8', { isLastOfDay: () => false }],
  ['L2: a customer goes to who is not there', 'L2', { chooseAgent: (request, candidates) => RULES.chooseAgent(request, candidates.map((one) => ({ ...one, state: one.state === 'hung_up' ? 'online' : one.state }))) }],
  ['L2: a desk gets more than its limit', 'L2', { chooseAgent: (request, candidates) => RULES.chooseAgent(request, candidates.map((one) => ({ ...one, load: 0 }))) }],
  ['L2: skills are not asked for', 'L2', { chooseAgent: (request, candidates) => RULES.chooseAgent({ ...request, skill: null }, candidates) }],
  ['K19: who came last is served first', 'K19', { compareQueue: (a, b) => RULES.compareQueue(b, a) }],
  ['two agents answer', 'two agents', { mayWrite: () => true }],
  ['a late change overturns a newer one', 'late', {
    stepPresence: (presence, event, around) => RULES.stepPresence(event.kind === 'heard' ? presence : { ...presence, sinceMs: Math.min(presence.sinceMs, event.atMs) }, event, around),
  }],
  ['a change is not in the log', 'log', { logged: (entry) => entry.cause === 'idle' ? null : entry }],
  ['a transfer restarts the wait', 'wait', withApply((before, event, policy) => {
    const { state } = moved(before, event, policy)
    return event.kind === 'assigned' && state.turn ? { ...state, turn: { ...state.turn, sinceMs: event.atMs } } : state
  })],
  ['who goes back to the queue stands at its end', 'wait', { handedBack: (talk) => ({ ...RULES.handedBack(talk), queuedAtMs: (talk.assignedAtMs ?? 0) + 600_000 }) }],
  ['to a team or skill the wait begins anew', 'wait', { passedToQueue: (talk, senderId, target) => ({ ...RULES.passedToQueue(talk, senderId, target), queuedAtMs: (talk.assignedAtMs ?? 0) + 600_000 }) }],
  ['T5: the handover window has no target of its own', 'T5', withApply((before, event, policy) => event.kind === 'handover_window' ? before : moved(before, event, policy).state)],
  ['T6: nobody has to contact an inherited customer', 'T6', withApply((before, event, policy) => ({ ...moved(before, event, policy).state, contact: null }))],
  ['T8: a promise is lost when its agent is', 'T8', withApply((before, event, policy) => {
    const { state } = moved(before, event, policy)
    return event.kind === 'unassigned' ? { ...state, promises: [] } : state
  })],
]

test.each(FAULTS)('found: %s', (_, rule, fault) => {
  for (let seed = 1; seed <= MOST_DAYS; seed++) {
    if (runDay(seed, { ...RULES, ...fault }, rule).violations.some((violation) => violation.rule === rule)) return
  }
  expect.fail(`in ${MOST_DAYS} days the checker saw no broken ${rule}`)
})
