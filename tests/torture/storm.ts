import type { Agent } from './agent.ts'
import type { House } from './house.ts'
import type { Fault } from './plan.ts'
import { sleep } from './processes.ts'

/** What the storm did, counted. */
export interface StormCounts {
  deskKills: number
  deskStops: number
  apiKills: number
  apiStops: number
  cuts: number
  halfOpens: number
  delays: number
  databaseRestarts: number
  databaseCuts: number
  shifts: number
}

export function noCounts(): StormCounts {
  return {
    deskKills: 0, deskStops: 0, apiKills: 0, apiStops: 0, cuts: 0, halfOpens: 0, delays: 0, databaseRestarts: 0,
    databaseCuts: 0, shifts: 0,
  }
}

interface Field {
  readonly house: House
  readonly agents: readonly Agent[]
  readonly counts: StormCounts
  readonly say: (line: string) => void
}

/** Breaks what the plan says, when it says so, and mends each thing again. Returns when all is mended. */
export async function storm(field: Field, plan: readonly Fault[], signal: AbortSignal): Promise<void> {
  const startedAt = performance.now()
  const repairs: Promise<void>[] = []
  for (const fault of plan) {
    await sleep(fault.atMs - (performance.now() - startedAt))
    if (signal.aborted) break
    field.say(`${(fault.atMs / 1000).toFixed(1)} s ${fault.kind} ${fault.target}${fault.hard ? ' hard' : ''} for ${fault.forMs} ms`)
    repairs.push(strike(field, fault))
  }
  await Promise.all(repairs)
}

async function strike({ house, agents, counts }: Field, { kind, target, forMs, hard, delayMs }: Fault): Promise<void> {
  const agent = agents[target]
  const desk = agent?.desk
  switch (kind) {
    case 'kill_desk':
      counts.deskKills += 1
      await desk?.kill()
      await sleep(forMs)
      desk?.start()
      return
    case 'stop_desk':
      counts.deskStops += 1
      desk?.signal('SIGSTOP')
      await sleep(forMs)
      desk?.signal('SIGCONT')
      return
    case 'kill_api':
      counts.apiKills += 1
      await house.killNode(target)
      await sleep(forMs)
      await house.keepNode(target)
      return
    case 'stop_api':
      counts.apiStops += 1
      house.signalNode(target, 'SIGSTOP')
      await sleep(forMs)
      house.signalNode(target, 'SIGCONT')
      return
    case 'cut_line':
      counts.cuts += 1
      desk?.line.cut()
      await sleep(forMs)
      desk?.line.heal(true)
      return
    case 'half_open_line':
      counts.halfOpens += 1
      desk?.line.halfOpen()
      await sleep(forMs)
      desk?.line.heal(!hard)
      return
    case 'delay_line':
      counts.delays += 1
      desk?.line.delay(delayMs)
      await sleep(forMs)
      desk?.line.heal(true)
      return
    case 'kill_postgres':
      counts.databaseRestarts += 1
      await house.stopDatabase(hard)
      await sleep(forMs)
      await house.startDatabase()
      return
    case 'cut_postgres':
      counts.databaseCuts += 1
      house.cutDatabase()
      await sleep(forMs)
      house.healDatabase()
      return
    case 'new_shift':
      counts.shifts += 1
      return endOfShift(agent, forMs)
  }
}

/** H1: hands over, then cut off: what the agent writes now is late, and the customer may be with somebody else already. */
async function endOfShift(agent: Agent | undefined, forMs: number): Promise<void> {
  if (!agent) return
  agent.offDuty = true
  await agent.handOver()
  await sleep(1_000)
  agent.desk.line.cut()
  await sleep(forMs)
  agent.desk.line.heal(true)
  agent.offDuty = false
  await agent.setPresence('online')
}
