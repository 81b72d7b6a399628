import i18next from 'i18next'
import type { PresenceState } from '../../domain/entities/people.ts'
import { serverNow } from '../edge/ticker.ts'
import type { Desk } from './desk-context.ts'
import { useLive } from './live-store.ts'
import type { LiveState } from './live-store.ts'
import { beginLeaving, endLeaving, toast, useWindow } from './window-store.ts'
import type { Leaving } from './window-store.ts'

/** So long before its clearing a meal that is begun still is the planned one. */
const EARLY_MS = 1_800_000

/** What the state is called once the agent has gone; a meeting with nothing left on the desk is a training (H1). */
const GONE: Record<Leaving['kind'], PresenceState> = { meal: 'meal', away: 'away', shift_end: 'off_duty', meeting: 'training' }

/** Whether the state is the one they got ready for: they have gone, whoever set it. */
export function hasLeft(leaving: Leaving, state: PresenceState): boolean {
  return state === GONE[leaving.kind]
}

/** Conversations this agent holds now. */
export function openOfMine(): number {
  const { lists, session } = useLive.getState()
  const me = session?.me?.personId
  return lists ? [...lists.waiting, ...lists.running].filter(row => row.state === 'open' && row.ownerId === me).length : 0
}

/** H5: those somebody else has to take over before this agent signs out; a closed IM stays where it is, and what is on a list is on its way. */
export function heldOfMine({ lists, session, handovers, team }: Pick<LiveState, 'lists' | 'session' | 'handovers' | 'team'>): number {
  if (!lists || team?.mine?.state === 'off_duty') return 0
  const listed = new Set(handovers?.given.flatMap(({ items }) => items).filter(({ state }) => state === 'listed').map(({ conversationId }) => conversationId))
  return [...lists.waiting, ...lists.running]
    .filter(row => row.state === 'open' && row.ownerId === session?.me?.personId && row.channelKind !== 'companion' && !listed.has(row.id)).length
}

/** M3, M10, H1: takes no new customers from here on, and shows who is to be settled first. */
export async function startLeaving({ client, actions }: Desk, leaving: Leaving): Promise<void> {
  beginLeaving(leaving)
  const state = useLive.getState().team?.mine?.state
  if (state === 'online') await actions.done(client.call('presence.set', { state: 'hung_up', reason: null }))
}

/** M9: when a meal that begins now is to be over, by the agent's batch; nothing is planned for one at another time. */
export function mealUntil(): number | null {
  const { shift } = useLive.getState()
  return shift?.meal && serverNow() >= shift.meal.clearAtMs - EARLY_MS ? shift.meal.toMs : null
}

/**
 * Goes: the gate is asked by the core. Refused (M4, H5), the panel opens and says whom it is about.
 * @returns whether the state was taken
 */
export async function leave({ client, actions }: Desk, leaving: Leaving): Promise<boolean> {
  const answer = await client.call('presence.set', { state: GONE[leaving.kind], reason: leaving.reason, untilMs: leaving.untilMs })
  if (answer.ok) {
    endLeaving()
    return true
  }
  if (answer.error.code === 'gate' || answer.error.code === 'list_open') {
    if (useWindow.getState().dialog?.kind !== 'leaving') beginLeaving(leaving)
    toast(i18next.t(`error.${answer.error.code}`), 'bad')
  } else await actions.done(Promise.resolve(answer))
  return false
}

/** Leaves at once with nothing on the desk, else shows the panel first. */
export async function leaveOrClear(desk: Desk, leaving: Leaving): Promise<void> {
  if (openOfMine() === 0) await leave(desk, leaving)
  else await startLeaving(desk, leaving)
}

/** M9: back at the desk; the auto-reply ends. Says who wrote meanwhile. */
export async function comeBack({ client, actions }: Desk): Promise<void> {
  const was = useLive.getState().team?.mine?.state
  if (!await actions.done(client.call('presence.set', { state: 'online', reason: null, untilMs: null }))) return
  // Whoever begins a shift or goes on after clearing was not away.
  if (was === undefined || was === 'off_duty' || was === 'hung_up') return
  const waiting = useLive.getState().lists?.waiting.length ?? 0
  toast(waiting > 0 ? i18next.t('leaving.welcomeWaiting', { count: waiting }) : i18next.t('leaving.welcome'))
}
