import { openOf } from '../../db/conversations.ts'
import type { ReadDb } from '../../db/handle.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { Presence, PresenceState } from '../../domain/entities/people.ts'
import { isWaiting } from '../../domain/leaving/gate.ts'
import { dutyOf, stepPresence, type PresenceEvent } from '../../domain/presence/presence.ts'
import { DeskFailure } from '../failure.ts'
import { gateNow } from '../queries/shift/leaving.ts'
import type { OpenDesk } from '../session/open-desk.ts'

/** @returns a person's presence as this desk knows it; without a row nobody has come on duty yet */
export function presenceOf(db: ReadDb, personId: string): Presence {
  return readRow(db, 'presence', personId) ??
    { id: personId, state: 'off_duty', reason: null, sinceMs: 0, cause: 'system', byId: null, untilMs: null, reachable: true }
}

/**
 * The gate (M4, M10, H5), asked here before anything leaves: without a network it holds just as well.
 * @throws DeskFailure gate: somebody waits or is undecided · list_open: off duty with something open · invalid
 */
export function mayGo(desk: OpenDesk, { to, reason, untilMs }: { to: PresenceState; reason: string | null; untilMs: number | null }): void {
  const { file, me, serverClock } = desk
  const before = presenceOf(file.read, me.personId)
  const open = openOf(file.read, me.personId)
  const event: PresenceEvent = { kind: 'set', by: 'agent', to, reason, untilMs, atMs: Math.max(serverClock.now(), before.sinceMs) }
  const step = stepPresence(before, event, { open: open.length, waiting: open.filter(({ timers }) => isWaiting(timers)).length })
  if (!step.ok) throw new DeskFailure(step.refused === 'M4' ? 'gate' : step.refused === 'H5' ? 'list_open' : 'invalid')
  const { next } = step
  const leaves = next.state !== before.state && next.state !== 'off_duty' && !dutyOf(next).countsInLoad
  if (leaves && gateNow({ db: file.read, me }).length > 0) throw new DeskFailure('gate')
}
