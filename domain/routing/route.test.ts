import { describe, expect, test } from 'vitest'
import { chooseAgent, compareQueue } from './route.ts'
import type { Candidate, RouteRequest, Waiting } from './route.ts'

const request: RouteRequest = { teamId: 'pre', skill: null, language: 'zh', tier: 'normal', knownAgentId: null }
const agent = (personId: string, over: Partial<Candidate> = {}): Candidate => ({
  personId, active: true, state: 'online', reachable: true, load: 0, limit: 10, seniority: 'junior', teamIds: ['pre'],
  skills: [], languages: ['zh'], lastAssignedAtMs: null, ...over,
})

describe('M5: only who is online and heard of', () => {
  test.each([
    ['hung up', { state: 'hung_up' as const }],
    ['at the meal', { state: 'meal' as const }],
    ['handing over', { state: 'handover' as const }],
    ['in training', { state: 'training' as const }],
    ['away', { state: 'away' as const }],
    ['off duty', { state: 'off_duty' as const }],
    ['online but not heard of', { reachable: false }],
  ])('%s: nobody', (_name, over) => {
    expect(chooseAgent(request, [agent('a', over)])).toEqual({ agentId: null, reason: 'nobody_online' })
  })
  test('who left the shop is not in the team', () => {
    expect(chooseAgent(request, [agent('a', { active: false })])).toEqual({ agentId: null, reason: 'nobody_in_team' })
  })
  test('another team does not help out', () => {
    expect(chooseAgent(request, [agent('a', { teamIds: ['after'] })])).toEqual({ agentId: null, reason: 'nobody_in_team' })
  })
})

describe('L2: skill and language', () => {
  test('who has the skill takes it, though busier', () => {
    const route = chooseAgent({ ...request, skill: 'after_sale' }, [agent('a'), agent('b', { skills: ['after_sale'], load: 8 })])
    expect(route).toEqual({ agentId: 'b', reason: 'fitting' })
  })
  test('it waits for the skilled one who is at the meal', () => {
    const route = chooseAgent({ ...request, skill: 'after_sale' }, [agent('a'), agent('b', { skills: ['after_sale'], state: 'meal' })])
    expect(route).toEqual({ agentId: null, reason: 'nobody_skilled' })
  })
  test('a skill that nobody of the team has holds nobody up', () => {
    expect(chooseAgent({ ...request, skill: 'knitting' }, [agent('a')])).toEqual({ agentId: 'a', reason: 'fitting' })
  })
  test('who speaks the language takes it', () => {
    const route = chooseAgent({ ...request, language: 'en' }, [agent('a'), agent('b', { languages: ['zh', 'en'], load: 5 })])
    expect(route).toEqual({ agentId: 'b', reason: 'fitting' })
  })
  test('it waits for the one who speaks it', () => {
    const route = chooseAgent({ ...request, language: 'en' }, [agent('a'), agent('b', { languages: ['en'], state: 'hung_up' })])
    expect(route).toEqual({ agentId: null, reason: 'nobody_speaks' })
  })
  test('a language that nobody of the team speaks holds nobody up', () => {
    expect(chooseAgent({ ...request, language: 'en' }, [agent('a')]).agentId).toBe('a')
  })
})

describe('P2: tier and seniority', () => {
  const trainee = agent('a', { seniority: 'trainee' })
  const junior = agent('b', { load: 3 })
  const senior = agent('c', { seniority: 'senior', load: 6 })
  test.each([
    ['gold goes to the senior', 'gold', [trainee, junior, senior], 'c'],
    ['gold without a senior goes to the junior', 'gold', [trainee, junior], 'b'],
    ['gold with nobody else goes to the trainee', 'gold', [trainee], 'a'],
    ['a full senior is passed over', 'gold', [trainee, junior, { ...senior, load: 10 }], 'b'],
    ['silver goes by load, not to a trainee', 'silver', [trainee, junior, senior], 'b'],
    ['normal goes by load alone', 'normal', [trainee, junior, senior], 'a'],
  ] as const)('%s', (_name, tier, candidates, expected) => {
    expect(chooseAgent({ ...request, tier }, [...candidates]).agentId).toBe(expected)
  })
})

describe('load and limit', () => {
  test.each([
    ['the smaller part of the limit in use', [agent('a', { load: 3, limit: 5 }), agent('b', { load: 4 })], 'b'],
    ['equal parts: the fewer customers', [agent('a', { load: 4, limit: 8 }), agent('b', { load: 2, limit: 4 })], 'b'],
    ['equal load: the longest without a new one', [agent('a', { lastAssignedAtMs: 200 }), agent('b', { lastAssignedAtMs: 100 })], 'b'],
    ['never assigned goes first', [agent('a', { lastAssignedAtMs: 1 }), agent('b')], 'b'],
    ['all equal: the id', [agent('b'), agent('a')], 'a'],
  ])('%s', (_name, candidates, expected) => {
    expect(chooseAgent(request, candidates).agentId).toBe(expected)
    expect(chooseAgent(request, [...candidates].reverse()).agentId).toBe(expected)
  })
  test('the limit holds', () => {
    expect(chooseAgent(request, [agent('a', { load: 10 })])).toEqual({ agentId: null, reason: 'all_full' })
  })
  test('a limit of 0 takes nobody', () => {
    expect(chooseAgent(request, [agent('a', { limit: 0 })])).toEqual({ agentId: null, reason: 'all_full' })
  })
})

describe('L2: a returning customer', () => {
  const back = { ...request, skill: 'after_sale', tier: 'gold' as const, knownAgentId: 'a' }
  const senior = agent('b', { seniority: 'senior', skills: ['after_sale'] })
  test('goes to who knows the case, before skill, tier and load', () => {
    expect(chooseAgent(back, [agent('a', { load: 9 }), senior])).toEqual({ agentId: 'a', reason: 'returning' })
  })
  test.each([
    ['hung up', { state: 'hung_up' as const }],
    ['full', { load: 10 }],
    ['not heard of', { reachable: false }],
    ['no longer in the team', { teamIds: [] }],
  ])('goes to another when that one is %s', (_name, over) => {
    expect(chooseAgent(back, [agent('a', over), senior])).toEqual({ agentId: 'b', reason: 'fitting' })
  })
})

describe('H6: the agent who knows the case is off duty', () => {
  const back = { ...request, skill: 'after_sale', tier: 'gold' as const, knownAgentId: 'a', counterpartId: 'b' }
  const off = agent('a', { state: 'off_duty' })
  const senior = agent('c', { seniority: 'senior', skills: ['after_sale'] })
  test('H6: the customer reaches the counterpart, before skill, tier and load', () => {
    expect(chooseAgent(back, [off, agent('b', { load: 9 }), senior])).toEqual({ agentId: 'b', reason: 'counterpart' })
  })
  test('H6: who is back at the desk goes before the counterpart', () => {
    expect(chooseAgent(back, [agent('a'), agent('b'), senior])).toEqual({ agentId: 'a', reason: 'returning' })
  })
  test.each([
    ['hung up', { state: 'hung_up' as const }],
    ['full', { load: 10 }],
    ['not heard of', { reachable: false }],
    ['gone', { active: false }],
  ])('H6: another when the counterpart is %s', (_name, over) => {
    expect(chooseAgent(back, [off, agent('b', over), senior])).toEqual({ agentId: 'c', reason: 'fitting' })
  })
})

describe('queue', () => {
  const place = (id: string, over: Partial<Waiting> = {}): Waiting => ({ id, priority: 0, tier: 'normal', queuedAtMs: 0, agingSec: 180, ...over })
  test.each([
    ['first come first served', [place('a', { queuedAtMs: 2 }), place('b', { queuedAtMs: 1 })], ['b', 'a']],
    ['P2: gold before silver before normal', [place('a'), place('b', { tier: 'silver', queuedAtMs: 5 }), place('c', { tier: 'gold', queuedAtMs: 9 })], ['c', 'b', 'a']],
    ['K19: the after-sale lane before the tier', [place('a', { tier: 'gold' }), place('b', { priority: 1, queuedAtMs: 9 })], ['b', 'a']],
    ['equals by id', [place('b'), place('a')], ['a', 'b']],
    ['aging: a normal customer 6 minutes longer there goes before gold', [place('g', { tier: 'gold', queuedAtMs: 360_001 }), place('n')], ['n', 'g']],
    ['aging: 1 ms less, and gold goes first', [place('g', { tier: 'gold', queuedAtMs: 359_999 }), place('n')], ['g', 'n']],
    ['aging: silver is one step, 3 minutes', [place('s', { tier: 'silver', queuedAtMs: 180_001 }), place('n')], ['n', 's']],
    ['aging: the lane is three steps, 9 minutes', [place('l', { priority: 10, queuedAtMs: 540_001 }), place('n')], ['n', 'l']],
    ['aging: gold after-sale is five, 15 minutes', [place('l', { priority: 10, tier: 'gold', queuedAtMs: 899_999 }), place('n')], ['l', 'n']],
    ['aging: the team sets the figure', [place('g', { tier: 'gold', queuedAtMs: 3, agingSec: 0.001 }), place('n', { agingSec: 0.001 })], ['n', 'g']],
  ])('%s', (_name, places, order) => {
    expect([...places].sort(compareQueue).map(({ id }) => id)).toEqual(order)
  })
  test('an endless stream of gold after-sale cases does not starve a normal customer', () => {
    const queue = [place('normal')]
    let served = 0
    for (let minute = 0; queue.some(({ id }) => id === 'normal'); minute++) {
      queue.push(place(`gold-${minute}`, { tier: 'gold', priority: 10, queuedAtMs: minute * 60_000 }))
      queue.sort(compareQueue).shift()
      served = minute
    }
    expect(served).toBe(15)
  })
})
