import { TimerPolicy, type Team } from '../domain/entities/team.ts'
import type { Person, Presence } from '../domain/entities/people.ts'
import type { Shift } from '../domain/entities/roster.ts'
import { NO_TIMERS, type TimerState } from '../domain/timers/state.ts'

/** For tests: rows of a shift. */
export const TEAM: Team = {
  id: 't', name: '售前', timers: TimerPolicy.parse({}), timersBefore: [], linePatterns: [], returningHours: 24, timeZone: 'Asia/Shanghai',
}

export function presence(id: string, change: Partial<Presence> = {}): Presence {
  return { id, state: 'online', reason: null, sinceMs: 0, cause: 'agent', byId: null, untilMs: null, reachable: true, ...change }
}

export function person(id: string, change: Partial<Person> = {}): Person {
  return {
    id, account: id, name: id, roles: ['agent'], teamIds: ['t'], seniority: 'junior', skills: [], languages: ['zh'], conversationLimit: 8, active: true, ...change,
  }
}

export function shift(id: string, personId: string, fromMs: number, toMs: number, date: string, change: Partial<Shift> = {}): Shift {
  return { id, personId, teamId: 't', kind: 'day', date, fromMs, toMs, duty: false, ...change }
}

/** The customer waits since then: newly connected, or, answered before, in the middle of a case. */
export function waits(sinceMs: number, { fresh = true } = {}): TimerState {
  return {
    ...NO_TIMERS, running: true, turnNo: 1, agentId: 'me', turn: { sinceMs, greetingOnly: false, holdingAtMs: null, apologyAtMs: null },
    first: { customerFromMs: fresh ? sinceMs : sinceMs - 60_000, customerSettledAtMs: fresh ? null : sinceMs - 50_000, agentFromMs: sinceMs, agentSettledAtMs: fresh ? null : sinceMs - 50_000 },
  }
}

/** Answered; the customer's turn. */
export const ANSWERED: TimerState = {
  ...NO_TIMERS, running: true, turnNo: 1, agentId: 'me', first: { customerFromMs: 1, customerSettledAtMs: 2, agentFromMs: 1, agentSettledAtMs: 2 },
}
