import { describe, expect, test } from 'vitest'
import type { Candidate } from '../routing/route.ts'
import { rankCandidates } from './candidates.ts'
import type { TransferWish } from './candidates.ts'

const person = (personId: string, over: Partial<Candidate> = {}): Candidate => ({
  personId, active: true, state: 'online', reachable: true, load: 0, limit: 20, seniority: 'junior', teamIds: ['pre'], skills: [], languages: ['zh'],
  lastAssignedAtMs: null, ...over,
})
const wish: TransferWish = {
  ownerId: 'an', teamId: 'pre', skill: null, language: 'zh', otherOwnerIds: [], knownIds: [], nextBatchIds: [], busyDeskCount: 10,
}
const order = (over: Partial<TransferWish>, people: Candidate[]): string[] =>
  rankCandidates({ ...wish, ...over }, people).map(({ personId, refused, why }) => `${personId} ${refused ?? why}`)

describe('to whom a customer goes', () => {
  test.each<[string, Partial<TransferWish>, Candidate[], string[]]>([
    ['M4: the next batch first, then who knows the case, then the emptiest desk', { nextBatchIds: ['d'], knownIds: ['c'] },
      [person('a', { load: 4 }), person('b', { load: 1 }), person('c', { load: 8 }), person('d', { load: 9 })], ['d next_batch', 'c known', 'b free', 'a free']],
    ['M5: who is not there comes last, though of the next batch', { nextBatchIds: ['a'] },
      [person('a', { state: 'hung_up' }), person('b', { load: 9 }), person('c', { reachable: false })], ['b free', 'a M5', 'c M5']],
    ['M7: with a third agent: only to that one', { otherOwnerIds: ['b'] }, [person('a'), person('b', { load: 5 })], ['b free', 'a M7']],
    ['M7: with two others: to nobody', { otherOwnerIds: ['b', 'c'] }, [person('b'), person('c')], ['b M7', 'c M7']],
    ['L3: a busy desk gets no more', {}, [person('a', { load: 10 }), person('b', { load: 9 })], ['b free', 'a full']],
    ['L3: the team sets what is busy', { busyDeskCount: 5 }, [person('a', { load: 5 }), person('b', { load: 4 })], ['b free', 'a full']],
    ['L3: the limit of the person holds as well', {}, [person('a', { load: 2, limit: 2 }), person('b', { limit: 0 })], ['a full', 'b full']],
    ['L2: the skill fits', { skill: 'after_sale' }, [person('a'), person('b', { load: 5, skills: ['after_sale'] })], ['b free', 'a skill']],
    ['L2: a skill that nobody has holds nobody up', { skill: 'knitting' }, [person('a')], ['a free']],
    ['L2: the language fits', { language: 'en' }, [person('a'), person('b', { load: 5, languages: ['en'] })], ['b free', 'a language']],
    ['L2: the smaller part of the limit goes first, then the fewer customers, then the id', {},
      [person('d', { load: 2, limit: 4 }), person('c', { load: 2 }), person('b', { load: 2 }), person('a', { load: 1, limit: 10 })], ['a free', 'b free', 'c free', 'd free']],
    ['neither oneself, nor who left the shop, nor another team', {},
      [person('an'), person('a', { active: false }), person('b', { teamIds: ['after'] })], []],
  ])('%s', (_name, over, people, expected) => {
    expect(order(over, people)).toEqual(expected)
    expect(order(over, [...people].reverse())).toEqual(expected)
  })
})
