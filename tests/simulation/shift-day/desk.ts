import type { World } from './world.ts'

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
