import type { Tier } from '../../../domain/entities/customer.ts'
import type { Seniority } from '../../../domain/entities/people.ts'
import type { Shift } from '../../../domain/entities/roster.ts'
import type { Language } from '../../../domain/entities/scalars.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import { Seeded } from '../../torture/random.ts'

export const DATE = '2026-10-05'
const ZONE = 'Asia/Shanghai'
export const TEAM = 'team'
const MINUTE_MS = 60_000

const MIDNIGHT_MS = zonedMs(DATE, 0, ZONE)

/** A time of the day as hours; 26 is two in the morning. No clock is changed in this zone. */
export const clock = (hours: number): number => MIDNIGHT_MS + Math.round(hours * 60) * MINUTE_MS

export interface Worker {
  personId: string
  skills: string[]
  languages: Language[]
  seniority: Seniority
  limit: number
}

export interface Arrival {
  atMs: number
  customerId: string
  skill: string | null
  language: Language
  tier: Tier
  /** How often the customer asks in all. */
  questions: number
}

/** A desk that is not heard of for a while, or an agent who just walks off. */
export interface Outage {
  personId: string
  fromMs: number
  toMs: number
}

/** What a day brings before anybody decides anything. */
export interface Plan {
  workers: Worker[]
  shifts: Shift[]
  arrivals: Arrival[]
  /** Power cuts. */
  lost: Outage[]
  /** A desk without network whose agent works on. */
  offline: Outage
  idle: Outage[]
  /** When the supervisor passes a customer on past the rules. */
  overruleAtMs: number[]
}

const SKILLS = ['pre_sale', 'after_sale', 'logistics']
const SHIFTS = [{ kind: 'day', from: 8, to: 17, people: 8 }, { kind: 'mid', from: 13, to: 22, people: 7 }, { kind: 'night', from: 17, to: 26, people: 5 }] as const
const CUSTOMERS = 2_000
const RUSHES = [{ from: 11.25, to: 12.25, customers: 400 }, { from: 18.5, to: 19.5, customers: 400 }]
const LAST_ARRIVAL = 25.4

export function makePlan(seed: number): Plan {
  const random = new Seeded(seed)
  const workers: Worker[] = []
  const shifts: Shift[] = []
  for (const { kind, from, to, people } of SHIFTS) {
    for (let index = 0; index < people; index++) {
      const worker = makeWorker(`${kind}-${index}`, index, random.fork(`worker ${kind} ${index}`))
      workers.push(worker)
      shifts.push(shift(worker.personId, kind, from, to, index === 0))
    }
  }
  for (const personId of ['day-1', 'day-2', 'day-3']) shifts.push(shift(personId, 'meeting', 15, 15.5))
  for (const personId of ['mid-1', 'mid-2']) shifts.push(shift(personId, 'meeting', 16, 16.5))
  shifts.push(shift('night-1', 'training', 23, 23.5))
  return { workers, shifts, arrivals: makeArrivals(random.fork('arrivals')), ...makeTroubles(random.fork('troubles')) }
}

function shift(personId: string, kind: Shift['kind'], from: number, to: number, duty = false): Shift {
  return { id: `${personId} ${kind}`, personId, teamId: TEAM, kind, date: DATE, fromMs: clock(from), toMs: clock(to), duty }
}

/** Of every shift at least two have each skill, and two speak English. */
function makeWorker(personId: string, index: number, random: Seeded): Worker {
  const own = [SKILLS[index % 3], SKILLS[(index + 1) % 3]]
  const skills = SKILLS.filter((skill) => own.includes(skill) || random.chance(0.3))
  const seniority = index % 4 === 0 ? 'senior' : index % 4 === 3 ? 'trainee' : 'junior'
  return { personId, skills, languages: index < 2 || random.chance(0.3) ? ['zh', 'en'] : ['zh'], seniority, limit: random.int(6, 9) }
}

function makeArrivals(random: Seeded): Arrival[] {
  const inRush = RUSHES.flatMap(({ from, to, customers }) => Array.from({ length: customers }, () => random.int(clock(from), clock(to))))
  const others = Array.from({ length: CUSTOMERS - inRush.length }, () => random.int(clock(8), clock(LAST_ARRIVAL)))
  const arrivals: Arrival[] = []
  for (const atMs of [...inRush, ...others].sort((a, b) => a - b)) {
    arrivals.push({
      atMs, customerId: customerOf(arrivals, atMs, random), skill: random.chance(0.5) ? random.pick(SKILLS) ?? null : null, language: random.chance(0.08) ? 'en' : 'zh',
      tier: random.chance(0.05) ? 'gold' : random.chance(0.15) ? 'silver' : 'normal', questions: random.int(1, 6),
    })
  }
  return arrivals
}

/** Some come back hours later (L2, H6), some write on a second channel while the first is open (M7). */
function customerOf(before: readonly Arrival[], atMs: number, random: Seeded): string {
  const place = random.next()
  const last = before.at(-1)
  if (place < 0.05 && last && atMs - last.atMs < 2 * MINUTE_MS) return last.customerId
  const earlier = place < 0.2 ? random.pick(before) : undefined
  return earlier && atMs - earlier.atMs > 60 * MINUTE_MS ? earlier.customerId : `customer-${before.length}`
}

function makeTroubles(random: Seeded): Pick<Plan, 'lost' | 'offline' | 'idle' | 'overruleAtMs'> {
  const outage = (personId: string, from: number, to: number, minutes: number): Outage => {
    const fromMs = random.int(clock(from), clock(to))
    return { personId, fromMs, toMs: fromMs + minutes * MINUTE_MS }
  }
  return {
    lost: [outage('day-4', 9, 11, random.int(6, 30)), outage('mid-3', 20.4, 21, random.int(6, 30)), outage('night-2', 22.5, 24.5, random.int(6, 30))],
    offline: outage('mid-4', 14, 14.8, 40),
    idle: ['day-5', 'day-6', 'day-7', 'mid-5', 'mid-6', 'night-3', 'night-4'].map((personId) =>
      outage(personId, personId < 'mid' ? 9 : personId < 'night' ? 14 : 20.3, personId < 'mid' ? 11.3 : personId < 'night' ? 17 : 21.5, random.int(5, 9))),
    overruleAtMs: [clock(11.5), clock(18.8)],
  }
}
