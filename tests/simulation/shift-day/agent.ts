import { isWaiting } from '../../../domain/leaving/gate.ts'
import { setOwn } from './duty.ts'
import { confirm } from './handovers.ts'
import { leave } from './leaving.ts'
import type { Desk, Talk } from './rows.ts'
import { close, keepPromise, promise, say } from './talking.ts'
import { accept, offer, proposed, returnOffer } from './transfers.ts'
import { openOffer } from './offers.ts'
import { walkOff } from './troubles.ts'
import type { World } from './world.ts'

/** The next thing an agent does: answers an offer, confirms a list, answers who waits longest, keeps a promise, closes, leaves. False: nothing to do. */
export function act(world: World, desk: Desk): boolean {
  return answerOffer(world, desk) || confirmItem(world, desk) || (mustGo(world, desk) && leave(world, desk)) || work(world, desk) || leave(world, desk)
}

/** A meal waits for the customers, a meeting and the end of the shift do not. */
const mustGo = (world: World, { leaving }: Desk): boolean => leaving !== null && leaving.kind !== 'meal' && world.nowMs >= leaving.fromMs

/** Most say yes, some no, some do not look, some hang up first. */
function answerOffer(world: World, desk: Desk): boolean {
  const transfer = world.offers.find(({ id, target }) => target.kind === 'agent' && target.personId === desk.personId && !desk.ignored.has(id))
  if (!transfer) return false
  const place = world.random.next()
  if (place < 0.15) desk.ignored.add(transfer.id)
  else if (place < 0.25) returnOffer(world, transfer.id, 'declined')
  else {
    if (place < 0.32) hangUpShortly(world, desk)
    accept(world, transfer.id, desk.personId)
  }
  desk.ignored.add(transfer.id)
  return true
}

function hangUpShortly(world: World, { personId }: Desk): void {
  if (setOwn(world, personId, 'hung_up')) return
  world.in(40_000, () => {
    const desk = world.desk(personId)
    if (desk.link === 'up' && !desk.leaving && world.presence(personId).state === 'hung_up') setOwn(world, personId, 'online')
  })
}

function confirmItem(world: World, desk: Desk): boolean {
  const item = world.listed.find(({ handoverId, toPersonId }) => toPersonId === desk.personId && !desk.ignored.has(handoverId))
  if (!item) return false
  if (world.random.chance(0.15)) desk.ignored.add(item.handoverId)
  else confirm(world, item, desk.personId)
  return true
}

function work(world: World, desk: Desk): boolean {
  const open = world.openOf(desk.personId).filter(({ id }) => !openOffer(world, id))
  const next = open.filter(({ timers }) => isWaiting(timers)).sort((a, b) => (a.timers.turn?.sinceMs ?? 0) - (b.timers.turn?.sinceMs ?? 0))[0]
  if (next) {
    answer(world, desk.personId, next)
    return true
  }
  for (const { id, timers } of open) {
    const due = timers.promises.find(({ dueAtMs }) => dueAtMs - world.nowMs < 150_000)
    if (due) {
      keepPromise(world, desk.personId, id, due.id)
      return true
    }
    if (timers.contact) {
      say(world, desk.personId, id, 'answer')
      return true
    }
    if ((world.questions.get(id) ?? 0) === 0 && timers.promises.length === 0) {
      close(world, id)
      return true
    }
  }
  return false
}

function answer(world: World, personId: string, talk: Talk): void {
  const place = world.random.next()
  if (place < 0.05 && passOn(world, personId, talk)) return
  if (place < 0.12) {
    say(world, personId, talk.id, 'look_up')
    return
  }
  if (!say(world, personId, talk.id, 'answer')) return
  if (place < 0.17) promise(world, talk.id, world.random.int(4, 50) * 60_000)
}

/** L3: to whom the program proposes; now and then to anybody at all, or to a queue, which the rules have to stop or let pass. */
function passOn(world: World, fromId: string, talk: Talk): boolean {
  const reason = world.random.chance(0.7) ? 'knows this better' : null
  if (world.random.chance(0.2)) return offer(world, { fromId, talkId: talk.id, target: { kind: 'skill', skill: talk.skill ?? 'logistics' }, reason })
  const anybody = world.random.chance(0.5) ? world.random.pick(world.plan.workers)?.personId : undefined
  const personId = anybody ?? proposed(world, fromId, talk, [])
  if (personId === null || !offer(world, { fromId, talkId: talk.id, target: { kind: 'agent', personId }, reason, proposed: anybody === undefined })) return false
  // Some go on typing, some take it for done and go for a coffee.
  if (world.random.chance(0.3)) world.in(25_000, () => { say(world, fromId, talk.id, 'answer') })
  if (world.random.chance(0.1)) walkOff(world, { personId: fromId, fromMs: world.nowMs + 10_000, toMs: world.nowMs + 300_000 })
  return true
}
