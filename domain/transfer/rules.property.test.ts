// Invariants of any chain of transfers by choice: no customer is with more agents than the team allows; nobody receives who takes no customers;
// a proposed receiver is never refused by M5 or M7; a running conversation without a reason stays.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PRESENCE_STATES } from '../entities/plain-lists.ts'
import type { Candidate } from '../routing/route.ts'
import { rankCandidates } from './candidates.ts'
import { transferRefusals } from './rules.ts'
import type { TransferQuestion } from './rules.ts'

const IDS = ['an', 'bo', 'lin', 'mei', 'qi']
const id = fc.constantFrom(...IDS)
const candidates: fc.Arbitrary<Candidate[]> = fc.tuple(...IDS.map((personId) => fc.record({
  personId: fc.constant(personId), active: fc.boolean(), state: fc.constantFrom(...PRESENCE_STATES), reachable: fc.boolean(), load: fc.nat(12), limit: fc.nat(12),
  seniority: fc.constant('junior' as const), teamIds: fc.constant<string[]>(['pre']), skills: fc.subarray(['after_sale']), languages: fc.subarray(['zh', 'en'] as const),
  lastAssignedAtMs: fc.constant(null),
})))
const turn = fc.option(fc.constantFrom(1, 2).map((sinceMs) => ({ sinceMs, greetingOnly: false, holdingAtMs: null, apologyAtMs: null })))
const first = { customerFromMs: 1, customerSettledAtMs: null, agentFromMs: 1, agentSettledAtMs: null }

test('M6: no chain of transfers by choice shows a customer to more agents than the team allows', () => {
  fc.assert(fc.property(fc.array(id, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (receivers, transferAgents) => {
    let [ownerId, transferredFrom]: [string, string[]] = ['an', []]
    for (const personId of receivers) {
      const question: TransferQuestion = {
        timers: { first, turn: null }, channelKind: 'web_chat', ownerId, transferredFrom, reason: 'why', line: true,
        receiver: { personId, state: 'online', reachable: true }, otherOwnerIds: [], transferAgents,
      }
      if (transferRefusals(question).length === 0) [ownerId, transferredFrom] = [personId, [...transferredFrom, ownerId]]
    }
    expect(new Set([...transferredFrom, ownerId]).size).toBeLessThanOrEqual(transferAgents)
  }), { numRuns: 300 })
})

test('M4, M5, M7: who is proposed may have it, and who is refused stands behind', () => {
  fc.assert(fc.property(candidates, fc.subarray(IDS), fc.subarray(IDS), turn, fc.constantFrom(null, 'why'), (people, otherOwnerIds, nextBatchIds, asked, reason) => {
    const ranked = rankCandidates(
      { ownerId: 'an', teamId: 'pre', skill: null, language: 'zh', otherOwnerIds, knownIds: [], nextBatchIds, busyDeskCount: 10 }, people)
    expect(ranked.some(({ personId }) => personId === 'an')).toBe(false)
    const firstRefused = ranked.findIndex(({ refused }) => refused !== null)
    ranked.forEach(({ personId, refused }, at) => {
      const receiver = people.find((person) => person.personId === personId) ?? null
      const rules = transferRefusals({
        timers: { first, turn: asked }, channelKind: 'web_chat', ownerId: 'an', transferredFrom: [], reason, line: true, receiver, otherOwnerIds, transferAgents: 2,
      })
      if (refused === null) {
        expect(firstRefused === -1 || at < firstRefused).toBe(true)
        expect(rules).toEqual(reason === null && asked?.sinceMs !== 1 ? ['M4'] : [])
      } else if (refused === 'M5' || refused === 'M7') expect(rules).toContain(refused)
    })
  }), { numRuns: 300 })
})
