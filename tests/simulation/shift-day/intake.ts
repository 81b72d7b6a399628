import { NO_TIMERS } from '../../../domain/timers/state.ts'
import { wake } from './desk.ts'
import type { Arrival } from './plan.ts'
import { TEAM } from './plan.ts'
import { wakeRouter } from './router.ts'
import type { World } from './world.ts'

/** A customer comes with a first question. */
export function arrive(world: World, { customerId, skill, language, tier, questions }: Arrival): void {
  const id = world.id('talk')
  world.put({
    id, customerId, customerName: customerId, channelKind: 'web_chat', teamId: TEAM, state: 'queued', ownerId: null, transferredFrom: [], language, skill, tier,
    priority: skill === 'after_sale' ? 1 : 0, startedAtMs: world.nowMs, queuedAtMs: world.nowMs, assignedAtMs: null, timers: NO_TIMERS,
  })
  ask(world, id, questions)
  wakeRouter(world)
}

/** The customer asks; `left`: how many questions are in them, this one included. */
function ask(world: World, id: string, left: number): void {
  wrote(world, id)
  world.questions.set(id, left - 1)
  nudgeLater(world, id)
}

/** Who waits long writes again: the wait is the same one. */
function nudgeLater(world: World, id: string): void {
  world.in(world.random.int(60, 150) * 1_000, () => {
    if (!world.live.has(id) || !world.talk(id).timers.turn) return
    wrote(world, id)
    if (world.random.chance(0.5)) nudgeLater(world, id)
  })
}

/** A message of the customer reaches the server, which answers for who is away (M9, M10). */
function wrote(world: World, id: string): void {
  world.time(id, { kind: 'customer_message', atMs: world.nowMs, mereGreeting: false, thanksOnly: false, left: false })
  world.tell({ kind: 'customer_wrote', talkId: id })
  const { ownerId } = world.talk(id)
  if (ownerId === null) return
  if (world.rules.dutyOf(world.presence(ownerId)).autoReply) {
    world.time(id, { kind: 'automatic_line', atMs: world.nowMs })
    world.tell({ kind: 'auto_replied', talkId: id })
    world.count('auto-replied')
  }
  wake(world, ownerId)
}

/** The customer reads an answer and asks the next question, if there is one. */
export function readAnswer(world: World, id: string): void {
  const left = world.questions.get(id) ?? 0
  if (left <= 0) return
  world.in(world.random.int(8, 60) * 1_000, () => {
    if (world.live.has(id) && !world.talk(id).timers.turn) ask(world, id, left)
  })
  world.questions.set(id, -left)
}
