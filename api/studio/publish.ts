import type { ContentDraft, Release } from '../../domain/entities/release.ts'
import type { Conflict, StudioInput, StudioOutput } from '../../protocol/studio.ts'
import { audit } from '../auth/audit.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity, readStored } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { contentChecker } from './check-content.ts'
import { latestVersions, readVersion } from './content-versions.ts'
import type { Version } from './content-versions.ts'
import { RELEASE_JOB, lockPublishing, makeRelease, overtaken } from './go-out.ts'
import type { StudioHandler } from './handler.ts'
import type { PlannedItem } from './release-items.ts'
import { reviewRequired } from './settings.ts'
import { keyOf, readLive, titleOf } from './targets.ts'
import type { Target } from './targets.ts'

type Input = StudioInput<'release.publish'>
type Output = StudioOutput<'release.publish'>

/** With reviews switched off, one's own may go out as they are; of others what was handed in. */
function notReviewed(drafts: readonly ContentDraft[], personId: string, required: boolean): string[] {
  const ready = ({ state, authorId }: ContentDraft) => state === 'approved' || (!required && (authorId === personId || state === 'in_review'))
  return drafts.filter((draft) => !ready(draft)).map(({ id }) => id)
}

interface Locked extends ContentDraft { seq: number }

/** The drafts, locked in the order of their ids. Throws ProblemError 404, 422 `same_target`. */
async function draftsOf(changes: ChangeSet, ids: readonly string[]): Promise<Locked[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  await listEntities(changes, 'content_draft', { id: wanted }, { lock: true })
  const drafts = (await readStored(changes, 'content_draft', wanted)).map(({ row, seq }) => ({ ...row, seq }))
  if (drafts.length < wanted.length) throw new ProblemError(404, 'not_found', { detail: 'a draft is not there any more' })
  const targets = new Set(drafts.map(({ kind, targetId }) => keyOf({ kind, id: targetId })))
  if (targets.size < drafts.length) throw new ProblemError(422, 'same_target', { detail: 'two drafts change the same thing' })
  return drafts
}

async function conflictOf(changes: ChangeSet, item: PlannedItem, latest: ReadonlyMap<string, Version>): Promise<Conflict> {
  const live = latest.get(keyOf(item))
  return {
    draftId: item.draftId ?? '', kind: item.kind, targetId: item.id, base: await readVersion(changes, item, item.baseVersion),
    liveVersion: live?.version ?? 0, live: live?.content ?? null,
  }
}

async function plan(changes: ChangeSet, drafts: readonly Locked[]): Promise<{ items: PlannedItem[], unfinished: { draftId: string, fields: string[] }[] }> {
  const items: PlannedItem[] = []
  const unfinished: { draftId: string, fields: string[] }[] = []
  const check = contentChecker(changes)
  const names = await namesOf(changes, drafts.map(({ kind, targetId }) => ({ kind, id: targetId })))
  for (const draft of drafts) {
    const { id, kind, targetId, action, baseVersion, seq } = draft
    const checked = await check(draft)
    if (!checked.ok) {
      unfinished.push({ draftId: id, fields: checked.fields })
      continue
    }
    const title = titleOf(kind, checked.content) || (names.get(keyOf({ kind, id: targetId })) ?? '')
    items.push({ kind, id: targetId, title, action, baseVersion, content: checked.content, draftId: id, draftSeq: seq })
  }
  return { items, unfinished }
}

/** What is live under its name: for what is retired, and for figures and hours, which are called after their team and channel. */
async function namesOf(changes: ChangeSet, targets: readonly Target[]): Promise<Map<string, string>> {
  const live = await readLive(changes, targets)
  const names = new Map(targets.map((target) => [keyOf(target), titleOf(target.kind, live.get(keyOf(target))?.content ?? null)]))
  for (const target of targets) {
    if (target.kind === 'figures') names.set(keyOf(target), (await readEntity(changes, 'team', target.id))?.name ?? '')
    if (target.kind === 'hours') names.set(keyOf(target), (await readEntity(changes, 'channel', target.id))?.name ?? '')
  }
  return names
}

async function publish(context: ApiContext, actor: Actor, changes: ChangeSet, input: Input): Promise<Output> {
  const nowMs = context.clock.now()
  await lockPublishing(changes)
  const again = await readEntity(changes, 'release', input.id)
  if (again) return { outcome: 'released', release: mine(again, actor) }
  const drafts = await draftsOf(changes, input.draftIds)
  const unreviewed = notReviewed(drafts, actor.personId, await reviewRequired(changes))
  if (unreviewed.length > 0) return { outcome: 'not_reviewed', draftIds: unreviewed }
  const { items, unfinished } = await plan(changes, drafts)
  if (unfinished.length > 0) return { outcome: 'unfinished', drafts: unfinished }
  const latest = await latestVersions(changes, items, nowMs)
  const late = overtaken(items, latest)
  if (late.length > 0) return { outcome: 'conflict', conflicts: await Promise.all(late.map((item) => conflictOf(changes, item, latest))) }
  const release = await makeRelease(context, changes, {
    id: input.id, kind: items.length === 0 ? 'notice' : 'content', title: input.title, note: input.note, mustRead: input.mustRead,
    publishAtMs: Math.max(input.publishAtMs ?? nowMs, nowMs), authorId: actor.personId, undoes: null, teamIds: input.teamIds,
  }, items)
  await audit(changes, context.ids.next(), nowMs, {
    action: release.state === 'scheduled' ? 'release.scheduled' : 'release.published', personId: actor.personId, deviceId: actor.deviceId,
    subject: release.id, detail: { items: release.itemCount, mustRead: release.mustRead },
  })
  return { outcome: 'released', release }
}

/** The answer to the same request sent again. Throws ProblemError 409 `id_taken` when it is another's release. */
export function mine(release: Release, { personId }: Actor): Release {
  if (release.authorId !== personId) throw new ProblemError(409, 'id_taken')
  return release
}

/** release.publish: everything at once, or nothing. Without drafts it is a notice. The same id again is the same release. */
export const publishRelease: StudioHandler<'release.publish'> = (context, actor, input) => (
  inTransaction(context, actor.tenant, (changes) => publish(context, actor, changes, input)))

/** release.cancel: one that waits for its time. Throws ProblemError 404, 409 `already_out`. */
export const cancelRelease: StudioHandler<'release.cancel'> = (context, actor, { id }) => (
  inTransaction(context, actor.tenant, async (changes) => {
    await lockPublishing(changes)
    const release = await readEntity(changes, 'release', id, { lock: true })
    if (!release) throw new ProblemError(404, 'not_found')
    if (release.state === 'cancelled' || release.state === 'stopped') return { done: true as const }
    if (release.state !== 'scheduled') throw new ProblemError(409, 'already_out')
    await changes.put('release', { ...release, state: 'cancelled' })
    await changes.tx`delete from job where tenant = ${actor.tenant} and kind = ${RELEASE_JOB} and key = ${id}`
    await audit(changes, context.ids.next(), context.clock.now(), {
      action: 'release.cancelled', personId: actor.personId, deviceId: actor.deviceId, subject: id,
    })
    return { done: true as const }
  }))
