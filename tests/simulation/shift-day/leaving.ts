import { isFresh } from '../../../domain/leaving/gate.ts'
import type { Prompt } from '../../../domain/roster/prompt.ts'
import { shiftAt } from '../../../domain/roster/shift-times.ts'
import { wake } from './desk.ts'
import { changePresence, setOwn } from './duty.ts'
import { beginHandover } from './handovers.ts'
import type { Desk, Leaving } from './rows.ts'
import { offer, proposed } from './transfers.ts'
import type { World } from './world.ts'

const MINUTE_MS = 60_000
/** Who cannot clear so long after the meal began is let go by the supervisor. */
const LET_GO_MS = 3 * MINUTE_MS

/** M3, H1, M9: what the program tells the agent to do now, once a minute; hung up by the agent sooner or later, by the roster for who does not react. */
export function mindClock(world: World, desk: Desk): void {
  const { personId } = desk
  const presence = world.presence(personId)
  if (desk.link !== 'up' || presence.state === 'off_duty') return
  if (desk.leaving) {
    // Back from a screen that was idle they are online again, and hang up again.
    if (presence.state === 'online' && !(desk.leaving.kind === 'shift_end' && world.rules.isLastOfDay(world.plan.shifts, personId, world.nowMs))) setOwn(world, personId, 'hung_up')
    if (desk.leaving.kind !== 'meal' || world.random.chance(0.2) || !leave(world, desk)) wake(world, personId)
    return
  }
  const prompt = world.rules.promptOf({ shifts: world.shiftsOf(personId), mealPlans: world.mealPlans, presence, figures: null, nowMs: world.nowMs, personId })
  if (!prompt) return
  if (prompt.kind === 'late_back') {
    if (world.random.chance(0.3)) comeBack(world, desk)
    return
  }
  if (presence.state !== 'online' && presence.state !== 'hung_up') return
  const isLate = prompt.atMs <= world.nowMs
  if (!isLate && world.random.chance(0.8)) return
  desk.leaving = whatFor(world, personId, prompt)
  if (isLate) changePresence(world, personId, { kind: 'roster', to: 'hung_up', untilMs: null, atMs: world.nowMs })
  else setOwn(world, personId, 'hung_up')
  if (desk.leaving.kind === 'meal') passFreshOn(world, desk)
  wake(world, personId)
}

function whatFor(world: World, personId: string, { kind, atMs }: Prompt): Leaving {
  if (kind === 'meal') return { kind, fromMs: atMs, toMs: world.mealPlans.flatMap(({ batches }) => batches).find(({ fromMs, personIds }) => fromMs === atMs && personIds.includes(personId))?.toMs ?? atMs }
  if (kind === 'meeting') {
    const stretch = world.shiftsOf(personId).find(({ kind, fromMs }) => fromMs === atMs && (kind === 'meeting' || kind === 'training'))
    return { kind: stretch?.kind === 'training' ? 'training' : 'meeting', fromMs: atMs, toMs: stretch?.toMs ?? atMs }
  }
  return { kind: 'shift_end', fromMs: atMs, toMs: atMs }
}

/** M4: newly connected customers go to who eats later, or to others. */
function passFreshOn(world: World, { personId, leaving }: Desk): void {
  const later = world.mealPlans.flatMap(({ batches }) => batches).filter(({ fromMs }) => leaving && fromMs > leaving.fromMs).flatMap(({ personIds }) => personIds)
  for (const talk of world.openOf(personId)) {
    const receiver = isFresh(talk.timers) ? proposed(world, personId, talk, later) : null
    if (receiver !== null) offer(world, { fromId: personId, talkId: talk.id, target: { kind: 'agent', personId: receiver }, reason: null, proposed: true })
  }
}

/** Goes as far as the rules let the agent. @returns whether anything was done */
export function leave(world: World, desk: Desk): boolean {
  const { leaving } = desk
  if (!leaving || world.nowMs < leaving.fromMs) return false
  switch (leaving.kind) {
    case 'meal': return toMeal(world, desk, leaving)
    case 'meeting': case 'training': return toMeeting(world, desk, leaving)
    case 'shift_end': return goHome(world, desk)
  }
}

function toMeal(world: World, desk: Desk, { fromMs, toMs }: Leaving): boolean {
  const open = world.openOf(desk.personId)
  const shut = world.rules.gateBlocks(open.map((conversation) => ({ conversation, decision: 'wait' as const }))).length > 0
  const untilMs = world.nowMs + toMs - fromMs
  const dueAtMs = fromMs + LET_GO_MS
  if (shut && world.nowMs < dueAtMs && !world.random.chance(0.7)) return false
  const refused = shut && world.nowMs >= dueAtMs
    ? changePresence(world, desk.personId, { kind: 'set_for', byId: 'supervisor', to: 'meal', reason: 'has to eat', untilMs, atMs: world.nowMs })
    : setOwn(world, desk.personId, 'meal', untilMs)
  if (refused && !shut) world.tell({ kind: 'gate_shut', personId: desk.personId })
  if (refused) return false
  if (shut) world.count('let go')
  backAt(world, desk, untilMs)
  return true
}

function toMeeting(world: World, desk: Desk, { toMs }: Leaving): boolean {
  if (world.openOf(desk.personId).length === 0) {
    if (setOwn(world, desk.personId, 'training', toMs)) return false
  } else {
    setOwn(world, desk.personId, 'handover', toMs)
    beginHandover(world, desk.personId, 'meeting')
  }
  backAt(world, desk, toMs)
  return true
}

function goHome(world: World, desk: Desk): boolean {
  const { personId } = desk
  const last = world.rules.isLastOfDay(world.plan.shifts, personId, world.nowMs)
  // H8: all is finished before sign-off, the queue too.
  if (last && world.live.size > 0) {
    if ([...world.live.values()].some(({ state }) => state === 'queued')) setOwn(world, personId, 'online')
    return false
  }
  // Some try it with customers left.
  if (world.openOf(personId).length === 0 || world.random.chance(0.3)) {
    if (setOwn(world, personId, 'off_duty')) return false
  } else {
    setOwn(world, personId, 'handover')
    beginHandover(world, personId, 'shift_end')
  }
  desk.leaving = null
  return true
}

/** Most are back in time, some only when they are told. */
function backAt(world: World, desk: Desk, untilMs: number): void {
  desk.leaving = null
  if (world.random.chance(0.85)) world.at(untilMs - world.random.int(0, 50) * 1_000, () => { comeBack(world, desk) })
}

/** Auto-reply off, clock runs. */
function comeBack(world: World, { personId, link }: Desk): void {
  const { state } = world.presence(personId)
  if (link !== 'up' || state === 'online' || state === 'off_duty' || !shiftAt(world.plan.shifts, personId, world.nowMs)) return
  setOwn(world, personId, 'online')
  wake(world, personId)
}
