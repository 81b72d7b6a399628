import { Seeded } from './random.ts'

/** One fault: what is broken, when, and for how long. Times in milliseconds from the start of the storm. */
export interface Fault {
  readonly atMs: number
  readonly forMs: number
  readonly kind: FaultKind
  /** Index of the desk or API node; 0 for the database. */
  readonly target: number
  /** half_open: the swallowed connections hang for ever. kill_postgres: crash instead of a clean stop. */
  readonly hard: boolean
  /** delay_line: of each piece of bytes. */
  readonly delayMs: number
}

export type FaultKind =
  | 'kill_desk' | 'stop_desk' | 'kill_api' | 'stop_api' | 'cut_line' | 'half_open_line' | 'delay_line'
  | 'kill_postgres' | 'cut_postgres' | 'new_shift'

export const DESKS = 6
export const NODES = 2
/** The longest quiet before a fault that hangs connections for ever must be over: the desk needs two missing pings to notice. */
const HARD_UNTIL_MS = 18_000

const OF: Record<FaultKind, { weight: number, targets: number, forMs: [number, number] }> = {
  kill_desk: { weight: 10, targets: DESKS, forMs: [0, 3_000] },
  stop_desk: { weight: 3, targets: DESKS, forMs: [1_000, 7_000] },
  kill_api: { weight: 5, targets: NODES, forMs: [0, 3_000] },
  stop_api: { weight: 3, targets: NODES, forMs: [1_000, 7_000] },
  cut_line: { weight: 9, targets: DESKS, forMs: [200, 8_000] },
  half_open_line: { weight: 6, targets: DESKS, forMs: [500, 9_000] },
  delay_line: { weight: 4, targets: DESKS, forMs: [2_000, 8_000] },
  kill_postgres: { weight: 1, targets: 1, forMs: [0, 2_000] },
  cut_postgres: { weight: 2, targets: 1, forMs: [50, 1_500] },
  new_shift: { weight: 4, targets: DESKS, forMs: [4_000, 10_000] },
}
const KINDS = Object.keys(OF) as FaultKind[]

/** What is broken together: two faults of one thing never overlap. */
export function thingOf({ kind, target }: Pick<Fault, 'kind' | 'target'>): string {
  if (kind === 'kill_postgres' || kind === 'cut_postgres') return 'postgres'
  if (kind === 'kill_api' || kind === 'stop_api') return `api ${target}`
  // A new shift works the line too; a killed or stopped desk may have a broken line at the same time.
  return kind === 'kill_desk' || kind === 'stop_desk' ? `desk ${target}` : `line ${target}`
}

/** The faults of a run in order of time: the same seed and length give the same ones. Every kind comes at least once. */
export function planOf(seed: number, lengthMs: number): Fault[] {
  const random = new Seeded(seed).fork('faults')
  const faults: Fault[] = []
  const free = (fault: Fault) => faults.every(other => thingOf(other) !== thingOf(fault) ||
    other.atMs > fault.atMs + fault.forMs + 1_000 || other.atMs + other.forMs + 1_000 < fault.atMs)
  const draw = (kind: FaultKind): Fault => {
    const { targets, forMs: [least, most] } = OF[kind]
    const forMs = random.int(least, most)
    const atMs = random.int(1_500, Math.max(1_500, lengthMs - forMs))
    const hard = random.chance(0.5) && (kind !== 'half_open_line' || atMs + forMs < lengthMs - HARD_UNTIL_MS)
    return { kind, target: random.int(0, targets - 1), atMs, forMs, hard, delayMs: random.int(20, 400) }
  }
  const add = (kind: FaultKind) => {
    for (let attempt = 0; attempt < 50; attempt++) {
      const fault = draw(kind)
      if (!free(fault)) continue
      faults.push(fault)
      return
    }
  }
  for (const kind of KINDS) add(kind)
  const bag = KINDS.flatMap(kind => Array.from({ length: OF[kind].weight }, () => kind))
  const wanted = Math.round(lengthMs / 1_300)
  for (let i = KINDS.length; i < wanted; i++) add(random.pick(bag) ?? 'kill_desk')
  return faults.sort((a, b) => a.atMs - b.atMs)
}
