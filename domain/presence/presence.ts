import type { Presence, PresenceState } from '../entities/people.ts'

/** What a person's presence decides. The desk, the router, the wall and the simulation ask nothing else. */
export type Duty = {
  /** New customers from the queue. */
  takesNew: boolean
  /** M5. */
  mayReceiveTransfer: boolean
  /** Still works on what they hold: their customers are not handed back. */
  countsInLoad: boolean
  /** M9, M10: the server answers for them while they are away. */
  autoReply: boolean
}

const ONLINE: Duty = { takesNew: true, mayReceiveTransfer: true, countsInLoad: true, autoReply: false }
const CLEARING: Duty = { takesNew: false, mayReceiveTransfer: false, countsInLoad: true, autoReply: false }
const ABSENT: Duty = { takesNew: false, mayReceiveTransfer: false, countsInLoad: false, autoReply: true }

const DUTIES: Record<PresenceState, Duty> = {
  online: ONLINE,
  hung_up: CLEARING,
  handover: { ...CLEARING, autoReply: true },
  meal: ABSENT,
  training: ABSENT,
  away: ABSENT,
  off_duty: ABSENT,
}

/**
 * M3, M5, M9, M10, H1: what a presence decides. Not heard of takes nobody new and receives nothing, whatever the state says; the state
 * itself goes on, since it is the person's own choice. Nothing known of somebody (null) counts as off duty.
 */
export function dutyOf(presence: Pick<Presence, 'state' | 'reachable'> | null): Duty {
  if (!presence) return ABSENT
  const duty = DUTIES[presence.state]
  return presence.reachable ? duty : { ...duty, takesNew: false, mayReceiveTransfer: false }
}

/** `atMs`: when it was done where it was done (server's clock as the desk knew it), never later than now. */
export type PresenceEvent =
  /** The person; the idle or locked screen; their yes to a call for help (L1). */
  | { kind: 'set'; by: 'agent' | 'idle' | 'help'; to: PresenceState; reason: string | null; untilMs: number | null; atMs: number }
  /** A supervisor, past the gate (M4), never with customers off duty (H5). */
  | { kind: 'set_for'; byId: string; to: PresenceState; reason: string; untilMs: number | null; atMs: number }
  | { kind: 'roster'; to: PresenceState; untilMs: number | null; atMs: number }
  /** The server: a desk that vanished, a list that is empty. */
  | { kind: 'system'; to: PresenceState; atMs: number }
  /** A desk of the person was heard of again, or for 60 s no more. */
  | { kind: 'heard'; reachable: boolean; atMs: number }

/** open: conversations the person holds. waiting: those of them whose customer waits unanswered. */
export type Around = { open: number; waiting: number }

/** M4: the gate is shut, H5: something is open. invalid: the event cannot be. */
export type PresenceRefusal = 'M4' | 'H5' | 'invalid'

/** overtaken: a newer change is known already (the event comes late from an offline desk): it is logged and changes nothing. */
export type PresenceStep =
  | { ok: true; next: Presence; changed: boolean; overtaken: boolean }
  | { ok: false; refused: PresenceRefusal }

type Change = Exclude<PresenceEvent, { kind: 'heard' }>

/** M4, M10: states in which nobody sits at the desk. */
const LEAVES_SEAT: ReadonlySet<PresenceState> = new Set(['meal', 'training', 'away'])
const HAS_END: ReadonlySet<PresenceState> = new Set(['hung_up', 'meal', 'handover', 'training', 'away'])

/**
 * M3, M4, M9, M10, H1, H5: one step of a person's presence.
 * @returns the next presence, or the rule that refuses it; nothing is changed by an event that was overtaken, by the roster or an idle screen
 *   against the person's own choice, or by one that says what is so already.
 */
export function stepPresence(presence: Presence, event: PresenceEvent, around: Around): PresenceStep {
  if (event.kind === 'heard') {
    return { ok: true, next: { ...presence, reachable: event.reachable }, changed: presence.reachable !== event.reachable, overtaken: false }
  }
  if (!isPossible(presence, event)) return { ok: false, refused: 'invalid' }
  if (event.atMs < presence.sinceMs) return { ok: true, next: presence, changed: false, overtaken: true }
  if (keepsOwnChoice(presence, event)) return { ok: true, next: presence, changed: false, overtaken: false }
  const next = changedBy(presence, event)
  if (isSame(presence, next)) return { ok: true, next: { ...presence, reachable: next.reachable }, changed: false, overtaken: false }
  if (next.state !== presence.state) {
    if (next.state === 'off_duty' && around.open > 0) return { ok: false, refused: 'H5' }
    if (gateHolds(event) && LEAVES_SEAT.has(next.state) && around.waiting > 0) return { ok: false, refused: 'M4' }
  }
  return { ok: true, next, changed: true, overtaken: false }
}

/** Away has a reason; a yes to a call for help only brings online; an idle screen only reports that somebody left, or came back from that. */
function isPossible(presence: Presence, event: Change): boolean {
  if (event.to === 'away' && !('reason' in event && event.reason?.trim())) return false
  if (event.kind !== 'set' || event.by === 'agent') return true
  if (event.by === 'help') return event.to === 'online'
  return event.to === 'away' || (event.to === 'online' && presence.cause === 'idle')
}

/** The roster hangs up, begins or sends to something only who is at the desk; it ends a shift for anybody. An idle screen tells nothing new of who has left. */
function keepsOwnChoice({ state }: Presence, event: Change): boolean {
  if (event.kind === 'set' && event.by === 'idle' && event.to === 'away') return state !== 'online' && state !== 'hung_up'
  if (event.kind !== 'roster' || event.to === 'off_duty') return false
  if (event.to === 'online') return state !== 'off_duty' && state !== 'hung_up'
  return event.to === 'hung_up' ? state !== 'online' : state !== 'online' && state !== 'hung_up'
}

/** M4: for who leaves by themselves or by the roster. A supervisor passes it with a reason; an idle screen only tells what has happened. */
function gateHolds(event: Change): boolean {
  return event.kind === 'roster' || (event.kind === 'set' && event.by === 'agent')
}

function changedBy(presence: Presence, event: Change): Presence {
  return {
    id: presence.id,
    state: event.to,
    reason: 'reason' in event ? event.reason : null,
    sinceMs: presence.state === event.to ? presence.sinceMs : event.atMs,
    cause: event.kind === 'set' ? event.by : event.kind === 'set_for' ? 'supervisor' : event.kind,
    byId: event.kind === 'set_for' ? event.byId : null,
    untilMs: 'untilMs' in event && HAS_END.has(event.to) ? event.untilMs : null,
    reachable: event.kind === 'set' || presence.reachable,
  }
}

function isSame(a: Presence, b: Presence): boolean {
  return a.state === b.state && a.reason === b.reason && a.untilMs === b.untilMs
}
