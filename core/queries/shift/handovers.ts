import { handoversSince, itemsOf } from '../../../db/handovers.ts'
import { allTeams, peopleNames } from '../../../db/roster.ts'
import { readRow } from '../../../db/synced/rows.ts'
import type { Handover, HandoverItem } from '../../../domain/entities/handover.ts'
import type { HandoverListView, HandoversView } from '../../../protocol/shift-views.ts'
import type { QueryContext } from '../context.ts'
import { leadsTeams } from './leads.ts'

/** A settled list stays in sight while its customers may still wait for contact (T6). */
const SETTLED_MS = 30 * 60_000

/** @returns the lists this agent gave, those for this agent (H3), and, for supervisors, those of their teams */
export function handoversView(context: QueryContext): HandoversView {
  const { db, me, nowMs } = context
  const names = peopleNames(db)
  const nameOf = (id: string | null): string | null => (id === null ? null : names.get(id) ?? null)
  const minutes = new Map(allTeams(db).map(({ id, timers }) => [id, timers]))
  const views = handoversSince(db, nowMs - SETTLED_MS).map((handover): HandoverListView => ({
    ...handover, fromName: nameOf(handover.fromPersonId) ?? '', toName: nameOf(handover.toPersonId),
    items: itemsOf(db, handover.id).map(item => ({
      ...item, toName: nameOf(item.toPersonId), promises: promisesOf(context, item), contact: contactOf(item, minutes.get(handover.teamId)),
    })),
  }))
  return {
    given: views.filter(one => one.fromPersonId === me.personId && one.state === 'open'),
    received: views.filter(one => isMine(one, me.personId) && (one.state === 'open' || one.items.some(({ contact }) => contact !== null))),
    team: leadsTeams(me) ? views.filter(one => me.teamIds.includes(one.teamId) && one.state === 'open') : [],
  }
}

/** For this agent as a whole, or one of its customers came here when nobody confirmed it. */
function isMine({ toPersonId, fromPersonId, items }: Handover & { items: HandoverItem[] }, personId: string): boolean {
  return fromPersonId !== personId && (toPersonId === personId || items.some(item => item.toPersonId === personId && item.state !== 'listed'))
}

/** H4: what was promised, as far as it is here; before the conversation is, only its due time is known. */
function promisesOf({ db }: QueryContext, { promiseIds, dueAtMs }: HandoverItem): HandoverListView['items'][number]['promises'] {
  return promiseIds.flatMap((id): HandoverListView['items'][number]['promises'] => {
    const promise = readRow(db, 'promise', id)
    if (promise) return promise.state === 'open' ? [{ id, text: promise.text, dueAtMs: promise.dueAtMs }] : []
    return dueAtMs === null ? [] : [{ id, text: null, dueAtMs }]
  })
}

/** T6 counts from confirmation to the receiver's first line. */
function contactOf({ state, settledAtMs, contactedAtMs }: HandoverItem, timers: { handoverTargetMin: number; handoverLimitMin: number } | undefined): { targetAtMs: number; limitAtMs: number } | null {
  if (state !== 'confirmed' || settledAtMs === null || contactedAtMs !== null || !timers) return null
  return { targetAtMs: settledAtMs + timers.handoverTargetMin * 60_000, limitAtMs: settledAtMs + timers.handoverLimitMin * 60_000 }
}
