import type { Release } from '../../domain/entities/release.ts'
import { audit } from '../auth/audit.ts'
import type { ApiContext } from '../context.ts'
import type { JobHandlers } from '../jobs/runner.ts'
import { setJob } from '../jobs/schedule.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity, readStored } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { placeContent, reviewingOf } from './apply-content.ts'
import type { Reviewing } from './apply-content.ts'
import { latestVersions } from './content-versions.ts'
import { dropReadings } from './files/readings.ts'
import { currentItems, itemsFrom, readItems, readProgress, setProgress, storeItems, takeVersions } from './release-items.ts'
import type { PlannedItem } from './release-items.ts'
import { PartsAhead, readPart } from './release-parts.ts'
import type { Part } from './release-parts.ts'
import { keyOf } from './targets.ts'

/** Kind of the job that puts a release out, or goes on with one; key = the release's id. */
export const RELEASE_JOB = 'release.go'
/** As many as a release's row holds. */
const NAMED = 200

/** What is decided about a release before its items are looked at; `about`: what one without items is about. */
type NewRelease = Omit<Release, 'state' | 'publishedAtMs' | 'items' | 'itemCount'> & { about?: Release['items'] }

/**
 * One publisher of a shop at a time: whoever decides on versions calls it first of all locks, so two releases never wait for each
 * other crosswise and the second sees what the first made.
 */
export async function lockPublishing({ tx, tenant }: ChangeSet): Promise<void> {
  await tx`select 1 as one from tenant where tenant = ${tenant} for no key update`
}

function named(items: readonly (PlannedItem & { version?: number | null })[]): Pick<Release, 'items' | 'itemCount'> {
  return {
    itemCount: items.length,
    items: items.slice(0, NAMED).map(({ kind, id, title, action, version, baseVersion }) => ({ kind, id, title, action, version: version ?? baseVersion })),
  }
}

/** Items whose base is not the latest version any more. Takes what latestVersions says. */
export function overtaken<T extends PlannedItem>(items: readonly T[], latest: ReadonlyMap<string, { version: number }>): T[] {
  return items.filter((item) => (latest.get(keyOf(item))?.version ?? 0) !== item.baseVersion)
}

/**
 * Stores a release of these items and, unless it waits for its time, puts it out: at once in the same transaction, or a large one in
 * parts by a job (state `publishing`). In: after lockPublishing, items checked and over their latest versions, each target once.
 * @returns the release as it is now
 */
export async function makeRelease(
  context: ApiContext, changes: ChangeSet, { about = [], ...wanted }: NewRelease, items: readonly PlannedItem[],
): Promise<Release> {
  await storeItems(changes, wanted.id, items)
  return sendRelease(context, changes, { ...wanted, ...named(items), ...(items.length === 0 ? { items: about } : {}) })
}

/** As makeRelease, once the items are stored. In: the release as it is to be, its items named or (going out at once) not yet. */
export async function sendRelease(
  context: ApiContext, changes: ChangeSet, wanted: Omit<Release, 'state' | 'publishedAtMs'>,
): Promise<Release> {
  const release: Release = { ...wanted, state: 'scheduled', publishedAtMs: null }
  if (release.publishAtMs > context.clock.now()) {
    await changes.put('release', release)
    await setJob(changes.tx, changes.tenant, RELEASE_JOB, release.id, release.publishAtMs)
    return release
  }
  return begin(context, changes, release)
}

/** Takes the versions of all items, so that nobody else can, then puts them in place as far as one commit bears. */
async function begin(context: ApiContext, changes: ChangeSet, release: Release): Promise<Release> {
  const nowMs = context.clock.now()
  const reviewing = await reviewingOf(changes, release.authorId, release.publishAtMs)
  await takeVersions(changes, release, reviewing, nowMs)
  const first = await itemsFrom(changes, release.id, 0, NAMED)
  const begun: Release = { ...release, ...(first.length === 0 ? {} : { items: named(first).items }), state: 'publishing' }
  if (release.itemCount <= first.length) {
    const part = await readPart(changes, release.id, 0, reviewing, nowMs)
    if (part.next === null) {
      await placePart(context, changes, begun, part, await currentItems(changes, release.id, part))
      return finish(context, changes, begun)
    }
  }
  await changes.put('release', begun)
  await setProgress(changes, release.id, 0)
  await setJob(changes.tx, changes.tenant, RELEASE_JOB, release.id, nowMs)
  changes.afterCommit(() => { context.jobs.wake() })
  return begun
}

/** An item that a later release has overtaken meanwhile is left out: its version is history already. */
async function placePart(
  context: ApiContext, changes: ChangeSet, release: Release, { items }: Part, current: ReadonlySet<number>,
): Promise<void> {
  await placeContent({ changes, personId: release.authorId, nowMs: context.clock.now() }, items.filter(({ idx }) => current.has(idx)))
  await dropDrafts(changes, items)
}

/** Drafts go with the release; one that was changed since stays with what was written. */
async function dropDrafts(changes: ChangeSet, items: readonly PlannedItem[]): Promise<void> {
  const ids = items.flatMap(({ draftId }) => (draftId === null ? [] : [draftId]))
  if (ids.length === 0) return
  await listEntities(changes, 'content_draft', { id: ids }, { lock: true })
  const seqs = new Map((await readStored(changes, 'content_draft', ids)).map(({ row, seq }) => [row.id, seq]))
  const same = items.flatMap(({ draftId, draftSeq }) => (draftId !== null && seqs.get(draftId) === draftSeq ? [draftId] : []))
  await changes.removeMany('content_draft', same)
}

async function finish(context: ApiContext, changes: ChangeSet, release: Release): Promise<Release> {
  const { tenant } = changes
  const nowMs = context.clock.now()
  const live: Release = { ...release, state: 'live', publishedAtMs: nowMs }
  await changes.put('release', live)
  await changes.tx`delete from release_progress where tenant = ${tenant} and release_id = ${release.id}`
  changes.afterCommit(() => { dropReadings(release.id) })
  changes.atCommit((tx) => tx`
    insert into release_out (tenant, release_id, seq, at_ms) select tenant, ${release.id}, seq, ${nowMs} from tenant_head where tenant = ${tenant}`)
  await audit(changes, context.ids.next(), nowMs, {
    action: 'release.out', personId: release.authorId, subject: release.id, detail: { kind: release.kind, items: release.itemCount },
  })
  return live
}

/** Somebody published other versions meanwhile: nothing goes out, the drafts stay. */
async function stopped(context: ApiContext, changes: ChangeSet, release: Release, count: number): Promise<void> {
  await changes.put('release', { ...release, state: 'stopped' })
  await audit(changes, context.ids.next(), context.clock.now(), {
    action: 'release.stopped', personId: release.authorId, subject: release.id, detail: { overtaken: count },
  })
}

/** The release as it is now, under the locks of publishers. */
async function locked(changes: ChangeSet, releaseId: string): Promise<Release | null> {
  // Sent together and answered in order: what is read is read under the lock.
  const [, release] = await Promise.all([lockPublishing(changes), readEntity(changes, 'release', releaseId, { lock: true })])
  return release
}

/** A release whose time has come begins. @returns it while it is on its way, else null */
async function start(context: ApiContext, changes: ChangeSet, releaseId: string): Promise<{ reviewing: Reviewing, from: number } | null> {
  let release = await locked(changes, releaseId)
  const nowMs = context.clock.now()
  if (release?.state === 'scheduled') {
    if (release.publishAtMs > nowMs) return null
    const items = await readItems(changes, releaseId)
    const late = overtaken(items, await latestVersions(changes, items, nowMs))
    if (late.length > 0) await stopped(context, changes, release, late.length)
    else release = await begin(context, changes, release)
  }
  if (release?.state !== 'publishing') return null
  return { reviewing: await reviewingOf(changes, release.authorId, release.publishAtMs), from: await readProgress(changes, releaseId) }
}

/**
 * One commit of a release on its way. In: the part that was made ready. It is stored only if nobody was quicker, by the progress read under
 * the lock. @returns from which index to go on; null = there is nothing more to do
 */
async function step(context: ApiContext, changes: ChangeSet, releaseId: string, part: Part): Promise<number | null> {
  const [release, from, current] = await Promise.all([
    locked(changes, releaseId), readProgress(changes, releaseId), currentItems(changes, releaseId, part),
  ])
  if (release?.state !== 'publishing') return null
  if (from !== part.from) return from
  await placePart(context, changes, release, part, current)
  if (part.next === null) await finish(context, changes, release)
  else await setProgress(changes, releaseId, part.next)
  return part.next
}

/** Goes on with a release until it is out. Runs again after a crash, and by two nodes at once: each commit looks anew at what is left. */
async function goOut(context: ApiContext, tenant: string, releaseId: string, signal: AbortSignal): Promise<void | 'unfinished'> {
  const begun = await inTransaction(context, tenant, (changes) => start(context, changes, releaseId))
  if (!begun) return
  const parts = new PartsAhead(context, tenant, releaseId, begun.reviewing)
  for (let from: number | null = begun.from; from !== null;) {
    if (signal.aborted) return 'unfinished'
    const part = await parts.at(from)
    from = await inTransaction(context, tenant, async (changes) => {
      const next = await step(context, changes, releaseId, part)
      if (next !== null) parts.prepare(next)
      return next
    })
  }
}

/** To be handed to startJobs. */
export const STUDIO_JOBS: JobHandlers = { [RELEASE_JOB]: goOut }
