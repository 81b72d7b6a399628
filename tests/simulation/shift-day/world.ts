import type { Handover, HandoverItem } from '../../../domain/entities/handover.ts'
import type { Presence } from '../../../domain/entities/people.ts'
import type { MealPlan, Shift } from '../../../domain/entities/roster.ts'
import { TimerPolicy } from '../../../domain/entities/team.ts'
import type { Transfer } from '../../../domain/entities/transfer.ts'
import { isWaiting } from '../../../domain/leaving/gate.ts'
import type { Candidate } from '../../../domain/routing/route.ts'
import type { TimerEvent } from '../../../domain/timers/events.ts'
import { Seeded } from '../../torture/random.ts'
import { EventQueue } from './event-queue.ts'
import type { Fact } from './facts.ts'
import { TEAM } from './plan.ts'
import type { Plan, Worker } from './plan.ts'
import type { Desk, LogEntry, Promised, Talk } from './rows.ts'
import type { Rules } from './rules.ts'

export const TIMERS = TimerPolicy.parse({})
const policy = (): TimerPolicy => TIMERS

/** The server's truth of one day, on virtual time. What happens with it stands in the files beside. */
export class World {
  nowMs = 0
  readonly random: Seeded
  readonly events = new EventQueue()
  readonly workers: ReadonlyMap<string, Worker>
  readonly desks = new Map<string, Desk>()
  readonly presences = new Map<string, Presence>()
  readonly log: LogEntry[] = []
  readonly talks = new Map<string, Talk>()
  /** Those queued or open. */
  readonly live = new Map<string, Talk>()
  readonly transfers = new Map<string, Transfer>()
  readonly handovers = new Map<string, Handover>()
  readonly items = new Map<string, HandoverItem>()
  readonly promises = new Map<string, Promised>()
  readonly mealPlans: MealPlan[] = []
  /** Whom the supervisor was told of: late back (M9), by person and time. */
  readonly lateNotices = new Set<string>()
  readonly lastAssignedAtMs = new Map<string, number>()
  /** Who answered a customer last (L2). */
  readonly answeredBy = new Map<string, string>()
  /** What happened in this step, for the checker: told by what does it, not by the rules. */
  facts: Fact[] = []
  /** Conversations whose row was written in this step, and whether a presence was. */
  readonly touched = new Set<string>()
  presenceTouched = false
  /** Questions still in a customer; negative while they think. */
  readonly questions = new Map<string, number>()
  readonly counts: Record<string, number> = {}
  readonly plan: Plan
  readonly rules: Rules
  routerWoken = false
  #offers = new Set<string>()
  #listed = new Set<string>()
  readonly #shifts: ReadonlyMap<string, Shift[]>
  #ids = 0

  constructor(plan: Plan, rules: Rules, seed: number) {
    this.plan = plan
    this.rules = rules
    this.random = new Seeded(seed).fork('world')
    this.#shifts = Map.groupBy(plan.shifts, ({ personId }) => personId)
    this.workers = new Map(plan.workers.map((worker) => [worker.personId, worker]))
  }

  id(kind: string): string { return `${kind}-${this.#ids++}` }
  in(ms: number, run: () => void): void { this.events.put(this.nowMs + ms, run) }
  at(atMs: number, run: () => void): void { this.events.put(atMs, run) }
  tell(fact: Fact): void { this.facts.push(fact) }
  count(what: string): void { this.counts[what] = (this.counts[what] ?? 0) + 1 }

  talk(id: string): Talk {
    const talk = this.talks.get(id)
    if (!talk) throw new Error(`no conversation ${id}`)
    return talk
  }

  put(talk: Talk): void {
    this.talks.set(talk.id, talk)
    this.touched.add(talk.id)
    if (talk.state === 'queued' || talk.state === 'open') this.live.set(talk.id, talk)
    else this.live.delete(talk.id)
  }

  /** One event of its timers. */
  time(id: string, event: TimerEvent): void {
    const talk = this.talk(id)
    this.put({ ...talk, timers: this.rules.apply(talk.timers, event, policy).state })
  }

  putPresence(presence: Presence): void {
    this.presences.set(presence.id, presence)
    this.presenceTouched = true
  }

  presence(personId: string): Presence {
    const presence = this.presences.get(personId)
    if (!presence) throw new Error(`no presence of ${personId}`)
    return presence
  }

  desk(personId: string): Desk {
    const desk = this.desks.get(personId)
    if (!desk) throw new Error(`no desk of ${personId}`)
    return desk
  }

  /** Transfers that wait for an answer. */
  get offers(): Transfer[] { return [...this.#offers].flatMap((id) => this.transfers.get(id) ?? []) }

  putTransfer(transfer: Transfer): void {
    this.transfers.set(transfer.id, transfer)
    if (transfer.state === 'offered') this.#offers.add(transfer.id)
    else this.#offers.delete(transfer.id)
  }

  /** Items that wait for their confirmation. */
  get listed(): HandoverItem[] { return [...this.#listed].flatMap((id) => this.items.get(id) ?? []) }

  putItem(item: HandoverItem): void {
    this.items.set(item.id, item)
    if (item.state === 'listed') this.#listed.add(item.id)
    else this.#listed.delete(item.id)
  }

  shiftsOf(personId: string): readonly Shift[] { return this.#shifts.get(personId) ?? [] }

  openOf(personId: string): Talk[] {
    const open: Talk[] = []
    for (const talk of this.live.values()) {
      if (talk.state === 'open' && talk.ownerId === personId) open.push(talk)
    }
    return open
  }

  around(personId: string): { open: number; waiting: number } {
    const open = this.openOf(personId)
    return { open: open.length, waiting: open.filter(({ timers }) => isWaiting(timers)).length }
  }

  candidates(): Candidate[] {
    const load = new Map<string, number>()
    for (const { ownerId } of this.live.values()) {
      if (ownerId !== null) load.set(ownerId, (load.get(ownerId) ?? 0) + 1)
    }
    return this.plan.workers.map(({ personId, skills, languages, seniority, limit }) => {
      const { state, reachable } = this.presence(personId)
      return {
        personId, active: true, state, reachable, load: load.get(personId) ?? 0, limit, seniority, teamIds: [TEAM], skills, languages,
        lastAssignedAtMs: this.lastAssignedAtMs.get(personId) ?? null,
      }
    })
  }

  /** Owners of the customer's other open conversations (M7). */
  otherOwners({ id, customerId }: Talk): string[] {
    const owners: string[] = []
    for (const talk of this.live.values()) {
      if (talk.id !== id && talk.customerId === customerId && talk.ownerId !== null) owners.push(talk.ownerId)
    }
    return owners
  }
}
