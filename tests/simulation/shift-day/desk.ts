import type { World } from './world.ts'

/** What an agent is about to leave the desk for. */
export interface Leaving {
  kind: 'meal' | 'meeting' | 'training' | 'shift_end'
  fromMs: number
  toMs: number
}

/** One agent's seat. dead: no power, nobody works there. offline: the agent works on, what they do waits for the network. */
export interface Desk {
  readonly personId: string
  link: 'up' | 'offline' | 'dead'
  /** Since when the server has heard nothing; null = it hears. */
  silentSinceMs: number | null
  leaving: Leaving | null
  /** Lists and offers the agent does not look at. */
  readonly ignored: Set<string>
  /** What was done offline, in its order. */
  outbox: (() => void)[]
  woken: boolean
  /** Does the next thing; false when there is nothing to do. */
  readonly act: () => boolean
}

const AT_WORK: readonly string[] = ['online', 'hung_up', 'handover']

/** Whether somebody sits there who the server hears. */
export function isAtDesk(world: World, personId: string): boolean {
  return world.desk(personId).link === 'up' && AT_WORK.includes(world.presence(personId).state)
}

/** Something is there to do: the agent does one thing after the other, a few seconds each. */
export function wake(world: World, personId: string): void {
  const desk = world.desk(personId)
  if (desk.woken || !isAtDesk(world, personId)) return
  desk.woken = true
  world.in(world.random.int(8, 28) * 1_000, () => {
    desk.woken = false
    if (isAtDesk(world, personId) && desk.act()) wake(world, personId)
  })
}
