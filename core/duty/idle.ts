import type { Ids } from '../../domain/ports.ts'
import { readRow } from '../../db/synced/rows.ts'
import { figureOf } from '../../domain/figures/figures.ts'
import { stepPresence, type PresenceEvent } from '../../domain/presence/presence.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import { presenceOf } from './may-go.ts'

/**
 * The screen was not used for so long, or is locked (M10): after the team's minutes the agent, if online, is away; in use again they are
 * online, if it was the idle screen that said away. It only reports, so no gate holds it.
 */
export function reportIdle(desk: OpenDesk, ids: Ids, { idleSec, locked }: { idleSec: number; locked: boolean }): void {
  const { file: { read }, me, serverClock } = desk
  const presence = presenceOf(read, me.personId)
  const teamId = me.teamIds[0]
  const idle = idleSec >= figureOf(teamId === undefined ? null : readRow(read, 'figures', teamId), 'idleAwayMin') * 60
  const to = idle ? 'away' as const : 'online' as const
  if (idle ? presence.state !== 'online' : locked || presence.state !== 'away' || presence.cause !== 'idle') return
  const reason = idle ? (locked ? 'locked' : 'idle') : null
  const event: PresenceEvent = { kind: 'set', by: 'idle', to, reason, untilMs: null, atMs: Math.max(serverClock.now(), presence.sinceMs) }
  const step = stepPresence(presence, event, { open: 0, waiting: 0 })
  if (step.ok && step.changed) desk.commit('presence.set', { state: to, reason, untilMs: null, cause: 'idle' }, ids.next())
}
