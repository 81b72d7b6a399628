import { isWork } from '../../../domain/roster/shift-times.ts'
import { checkFact } from './check-facts.ts'
import { checkLog, checkState } from './check-state.ts'
import { Witness } from './witness.ts'
import type { World } from './world.ts'

export interface Violation {
  rule: string
  atMs: number
  what: string
}

/** By then everybody who goes to the meal, a meeting or home has hung up (M3, H1). */
const HUNG_UP_MS = 90_000

/** Looks at the whole world after every step. It knows what people did and what the rows say, and asks no rule of the product. */
export class Checker {
  readonly violations: Violation[] = []
  readonly #world: World
  readonly #seen: Witness
  readonly #said = new Set<string>()
  #logged = 0
  /** Who has to have hung up when, earliest last. */
  #dates: { personId: string; atMs: number; rule: string }[] = []
  #plans = 0

  constructor(world: World) {
    this.#world = world
    this.#seen = new Witness(world)
    this.#await(world.plan.shifts.filter(({ kind }) => !isWork({ kind })).map(({ personId, fromMs }) => ({ personId, atMs: fromMs, rule: 'H1' })))
    this.#await(world.plan.shifts.filter(isWork).map(({ personId, toMs }) => ({ personId, atMs: toMs, rule: 'H1' })))
  }

  step(): void {
    const world = this.#world
    for (const fact of world.facts) {
      this.#seen.see(world, fact)
      if ('talkId' in fact) world.touched.add(fact.talkId)
    }
    for (const fact of world.facts) checkFact(world, this.#seen, fact, this.#say)
    world.facts = []
    checkState(world, this.#seen, this.#say)
    checkLog(world, this.#seen, this.#logged, this.#say)
    this.#logged = world.log.length
    world.touched.clear()
    world.presenceTouched = false
    this.#checkHungUp()
  }

  /** Nothing is open, nobody is left, everything promised was kept. */
  endOfDay(): void {
    const { live, presences, handovers } = this.#world
    for (const { id, state } of live.values()) this.#say('end of day', `${id} is ${state}`)
    for (const { id, state } of presences.values()) if (state !== 'off_duty') this.#say('end of day', `${id} is ${state}`)
    for (const { id, state } of handovers.values()) if (state !== 'done') this.#say('end of day', `${id} is not settled`)
    for (const [id, promises] of this.#seen.promised) if (promises.size > 0) this.#say('end of day', `${id} has promises that were not kept`)
  }

  /** Once, though it is seen again at every step. */
  #say = (rule: string, what: string): void => {
    if (this.#said.has(what)) return
    this.#said.add(what)
    this.violations.push({ rule, atMs: this.#world.nowMs, what })
  }

  #await(dates: readonly { personId: string; atMs: number; rule: string }[]): void {
    this.#dates = [...this.#dates, ...dates].sort((a, b) => b.atMs - a.atMs)
  }

  #checkHungUp(): void {
    const { mealPlans, nowMs } = this.#world
    if (mealPlans.length > this.#plans) {
      this.#await(mealPlans.slice(this.#plans).flatMap(({ batches }) => batches).flatMap(({ fromMs, personIds }) => personIds.map((personId) => ({ personId, atMs: fromMs, rule: 'M3' }))))
      this.#plans = mealPlans.length
    }
    for (let next = this.#dates.at(-1); next && next.atMs + HUNG_UP_MS < nowMs; next = this.#dates.at(-1)) {
      this.#dates.pop()
      const { state, sinceMs } = this.#world.presence(next.personId)
      if (state === 'online' && sinceMs < next.atMs) this.#say(next.rule, `${next.personId} still takes customers`)
    }
  }
}
