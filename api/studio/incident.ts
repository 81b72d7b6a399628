import type { IncidentPlan, Release } from '../../domain/entities/release.ts'
import { audit } from '../auth/audit.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { lockPublishing, makeRelease } from './go-out.ts'
import type { StudioHandler } from './handler.ts'

/** The notice with which this incident began and that is still up. */
async function beginning(changes: ChangeSet, plan: IncidentPlan): Promise<Release | null> {
  const up = await listEntities(changes, 'release', { kind: 'incident', state: 'live' }, { orderBy: 'publishAtMs', descending: true, lock: true })
  return up.find(({ undoes, items }) => undoes === null && items.some(({ id }) => id === plan.id)) ?? null
}

/**
 * incident.switch (L5): on, the plan is active on every desk and its notice is a release to be confirmed; off, that one is undone
 * and another, also to be confirmed, says so (`undoes`). Switched to where it stands it changes nothing. Throws ProblemError 404.
 */
export const switchIncident: StudioHandler<'incident.switch'> = (context, { tenant, personId, deviceId }, { id, on, releaseId }) => (
  inTransaction(context, tenant, async (changes) => {
    const nowMs = context.clock.now()
    await lockPublishing(changes)
    const plan = await readEntity(changes, 'incident_plan', id, { lock: true })
    if (!plan) throw new ProblemError(404, 'not_found')
    if ((plan.activeSinceMs !== null) === on) return { done: true as const }
    const began = on ? null : await beginning(changes, plan)
    if (began) await changes.put('release', { ...began, state: 'undone' })
    await changes.put('incident_plan', { ...plan, activeSinceMs: on ? nowMs : null, activatedById: on ? personId : null })
    await makeRelease(context, changes, {
      id: releaseId, kind: 'incident', title: plan.title, note: on ? plan.notice : '', mustRead: true, publishAtMs: nowMs, authorId: personId,
      undoes: began?.id ?? null, teamIds: plan.teamIds,
      about: [{ kind: 'incident_plan', id, title: plan.title, action: on ? 'put' : 'retire', version: plan.version }],
    }, [])
    await audit(changes, context.ids.next(), nowMs, { action: on ? 'incident.on' : 'incident.off', personId, deviceId, subject: id, detail: { release: releaseId } })
    return { done: true as const }
  }))
