import { audit } from '../auth/audit.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { lastVersions } from './content-versions.ts'
import { lockPublishing, makeRelease } from './go-out.ts'
import type { StudioHandler } from './handler.ts'
import { mine } from './publish.ts'
import { readItems } from './release-items.ts'
import type { PlannedItem, StoredItem } from './release-items.ts'
import { keyOf } from './targets.ts'
import type { Target } from './targets.ts'

const targetOf = ({ kind, id }: StoredItem): Target => ({ kind, id })

/** What was live before each item; what came new is retired. */
async function before(changes: ChangeSet, items: readonly StoredItem[]): Promise<PlannedItem[]> {
  const earlier = await lastVersions(changes, items.map(({ kind, id, version }) => ({ kind, id, before: version ?? 0 })))
  return items.map(({ kind, id, title, version }) => {
    const old = earlier.get(keyOf({ kind, id }))
    const content = old?.action === 'put' ? old.content : null
    return {
      kind, id, title, action: content ? 'put' as const : 'retire' as const, baseVersion: version ?? 0, content: content ?? {}, draftId: null, draftSeq: null,
    }
  })
}

/** Items nobody changed since, and those that somebody did. */
async function divide(changes: ChangeSet, items: readonly StoredItem[]): Promise<{ same: StoredItem[], changed: StoredItem[] }> {
  const latest = await lastVersions(changes, items)
  const isSame = (item: StoredItem) => latest.get(keyOf(item))?.version === item.version
  return { same: items.filter(isSame), changed: items.filter((item) => !isSame(item)) }
}

async function takeBack(changes: ChangeSet, releaseId: string) {
  await lockPublishing(changes)
  const release = await readEntity(changes, 'release', releaseId, { lock: true })
  if (!release) throw new ProblemError(404, 'not_found')
  if (release.state === 'undone') throw new ProblemError(409, 'already_undone')
  if (release.state !== 'live' || release.kind === 'incident') throw new ProblemError(409, 'not_live')
  await changes.put('release', { ...release, state: 'undone' })
  return { release, ...await divide(changes, await readItems(changes, releaseId)) }
}

/**
 * release.undo: a release of its own that brings back what was live before. What somebody changed since stays and is named.
 * Throws ProblemError 404, 409 `not_live` (incidents end by their switch), 409 `already_undone`.
 */
export const undoRelease: StudioHandler<'release.undo'> = (context, actor, { id, releaseId }) => (
  inTransaction(context, actor.tenant, async (changes) => {
    const nowMs = context.clock.now()
    const again = await readEntity(changes, 'release', id)
    if (again) {
      const back = new Set((await readItems(changes, id)).map(keyOf))
      const left = (await readItems(changes, releaseId)).filter((item) => !back.has(keyOf(item)))
      return { release: mine(again, actor), changedSince: left.map(targetOf) }
    }
    const { release: undone, same, changed } = await takeBack(changes, releaseId)
    const release = await makeRelease(context, changes, {
      id, kind: undone.kind, title: undone.title, note: '', mustRead: false, publishAtMs: nowMs, authorId: actor.personId,
      undoes: releaseId, teamIds: undone.teamIds,
    }, await before(changes, same))
    await audit(changes, context.ids.next(), nowMs, {
      action: 'release.undone', personId: actor.personId, deviceId: actor.deviceId, subject: releaseId,
      detail: { items: same.length, changedSince: changed.length },
    })
    return { release, changedSince: changed.map(targetOf) }
  }))
