import type { Presence } from '../../../domain/entities/people.ts'
import { isWork } from '../../../domain/roster/shift-times.ts'
import { act } from './agent.ts'
import { Checker } from './checker.ts'
import type { Violation } from './checker.ts'
import { setOwn } from './duty.ts'
import { arrive } from './intake.ts'
import { mindClock } from './leaving.ts'
import { decideMeal } from './meals.ts'
import { clock, makePlan } from './plan.ts'
import type { Desk } from './rows.ts'
import type { Rules } from './rules.ts'
import { sweep, SWEEP_MS } from './sweep.ts'
import { goOffline, loseDesk, overrule, walkOff } from './troubles.ts'
import { World } from './world.ts'

export interface DayReport {
  /** Empty = every rule was kept at every step. */
  violations: Violation[]
  /** How often what happened: a day on which nothing is transferred shows nothing. */
  counts: Readonly<Record<string, number>>
  steps: number
}

/**
 * One day of twenty agents and two thousand customers on virtual time; the same seed gives the same day.
 * @param until ends the day as soon as this rule is seen broken
 */
export function runDay(seed: number, rules: Rules, until?: string): DayReport {
  const world = new World(makePlan(seed), rules, seed)
  const checker = new Checker(world)
  openShop(world)
  let steps = 0
  for (let event = world.events.take(); event; event = world.events.take()) {
    world.nowMs = event.atMs
    event.run()
    checker.step()
    steps++
    if (checker.violations.at(-1)?.rule === until && until !== undefined) break
  }
  checker.endOfDay()
  return { violations: checker.violations, counts: world.counts, steps }
}

function openShop(world: World): void {
  for (const { personId } of world.plan.workers) {
    world.putPresence(offDuty(personId))
    const desk: Desk = { personId, link: 'up', silentSinceMs: null, leaving: null, ignored: new Set(), outbox: [], woken: false, act: () => act(world, desk) }
    world.desks.set(personId, desk)
  }
  for (const { personId, fromMs } of world.plan.shifts.filter(isWork)) {
    world.at(fromMs - world.random.int(0, 240) * 1_000, () => { setOwn(world, personId, 'online') })
  }
  for (const arrival of world.plan.arrivals) world.at(arrival.atMs, () => { arrive(world, arrival) })
  world.at(clock(11.25), () => { decideMeal(world, 'lunch') })
  world.at(clock(17.25), () => { decideMeal(world, 'dinner') })
  for (const outage of world.plan.lost) loseDesk(world, outage)
  goOffline(world, world.plan.offline)
  for (const outage of world.plan.idle) walkOff(world, outage)
  for (const atMs of world.plan.overruleAtMs) world.at(atMs, () => { overrule(world) })
  every(world, SWEEP_MS, () => { sweep(world) })
  every(world, 60_000, () => { for (const desk of world.desks.values()) mindClock(world, desk) })
}

/** Until everybody has gone home. */
function every(world: World, ms: number, run: () => void): void {
  const endMs = clock(27.5)
  for (let atMs = clock(7.5); atMs <= endMs; atMs += ms) world.at(atMs, run)
}

const offDuty = (id: string): Presence =>
  ({ id, state: 'off_duty', reason: null, sinceMs: clock(0), cause: 'agent', byId: null, untilMs: null, reachable: true })
