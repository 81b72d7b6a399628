import { readAnswer } from './intake.ts'
import { cancelOffer } from './offers.ts'
import { wakeRouter } from './router.ts'
import { voidItem } from './handovers.ts'
import { wake } from './desk.ts'
import type { World } from './world.ts'

type LineKind = 'answer' | 'look_up' | 'holding'

/** An agent's line reaches the server. @returns false: refused, somebody else has the conversation */
export function say(world: World, personId: string, talkId: string, lineKind: LineKind): boolean {
  if (!world.rules.mayWrite(world.talk(talkId), personId)) {
    world.count('reassigned')
    return false
  }
  const answers = lineKind === 'answer' && world.talk(talkId).timers.turn !== null
  world.time(talkId, { kind: 'agent_line', atMs: world.nowMs, messageId: world.id('line'), lineKind })
  world.tell({ kind: 'agent_wrote', talkId, personId, answers: lineKind === 'answer' })
  world.answeredBy.set(world.talk(talkId).customerId, personId)
  if (answers) readAnswer(world, talkId)
  return true
}

/** T8: told to the customer with the answer; near its due whoever has the conversation then is reminded. */
export function promise(world: World, talkId: string, inMs: number): void {
  const id = world.id('promise')
  const dueAtMs = world.nowMs + inMs
  world.promises.set(id, { id, conversationId: talkId, dueAtMs, state: 'open' })
  world.time(talkId, { kind: 'promise_made', atMs: world.nowMs, promiseId: id, dueAtMs })
  world.tell({ kind: 'promised', talkId, promiseId: id })
  world.count('promises')
  world.at(dueAtMs - 120_000, () => {
    const { ownerId } = world.talk(talkId)
    if (ownerId !== null) wake(world, ownerId)
  })
}

export function keepPromise(world: World, personId: string, talkId: string, promiseId: string): void {
  const made = world.promises.get(promiseId)
  if (!made || !say(world, personId, talkId, 'answer')) return
  world.promises.set(promiseId, { ...made, state: 'kept' })
  world.time(talkId, { kind: 'promise_settled', atMs: world.nowMs, promiseId, kept: true })
  world.tell({ kind: 'promise_kept', talkId, promiseId })
}

/** Nothing is asked or promised any more. */
export function close(world: World, talkId: string): void {
  cancelOffer(world, talkId)
  world.put({ ...world.talk(talkId), state: 'closed' })
  world.time(talkId, { kind: 'closed', atMs: world.nowMs })
  world.tell({ kind: 'closed', talkId })
  world.count('closed')
  voidItem(world, talkId)
  wakeRouter(world)
}
