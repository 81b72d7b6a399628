import type { ChangeSet } from '../store/change-set.ts'
import type { Content, Target } from './targets.ts'

/** What a release is to put in place, as it was when the release was made. */
export interface PlannedItem extends Target {
  title: string
  action: 'put' | 'retire'
  /** The version it was written over; 0 = none. */
  baseVersion: number
  content: Content
  /** Goes when the item is out, unless it was written again since this commit. */
  draftId: string | null
  draftSeq: number | null
}

/** The same, stored, with the version that it takes once the release goes out. */
export interface StoredItem extends PlannedItem { idx: number, version: number | null }

/** Of one statement, so that making its JSON keeps nobody waiting. */
const ROWS = 1_000

export async function storeItems({ tx, tenant }: ChangeSet, releaseId: string, items: readonly PlannedItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS) {
    const rows = items.slice(from, from + ROWS).map((item, n) => ({
      idx: from + n, kind: item.kind, target_id: item.id, title: item.title.slice(0, 200), action: item.action,
      base_version: item.baseVersion, content: item.content, draft_id: item.draftId, draft_seq: item.draftSeq,
    }))
    await tx`
      insert into release_item (tenant, release_id, idx, kind, target_id, title, action, base_version, content, draft_id, draft_seq)
      select ${tenant}, ${releaseId}, idx, kind, target_id, title, action, base_version, content, draft_id, draft_seq
      from jsonb_populate_recordset(null::release_item, ${JSON.stringify(rows)}::text::jsonb)`
  }
}

const columnsOf = ({ tx }: Pick<ChangeSet, 'tx'>) => tx`
  i.idx, i.kind, i.target_id as id, i.title, i.action, i.base_version as "baseVersion", i.version, i.content, i.draft_id as "draftId",
  i.draft_seq as "draftSeq"`

/** The last version of an item's target; null = it was never published. */
const lastVersion = ({ tx }: Pick<ChangeSet, 'tx'>) => tx`
  (select max(v.version) from content_version v where v.tenant = i.tenant and v.kind = i.kind and v.id = i.target_id)`

/** Items of a release in order. */
export async function readItems(changes: ChangeSet, releaseId: string): Promise<StoredItem[]> {
  const { tx, tenant } = changes
  return tx<StoredItem[]>`
    select ${columnsOf(changes)} from release_item i where i.tenant = ${tenant} and i.release_id = ${releaseId} order by i.idx`
}

/** What is not out yet, in order. `current`: no later release has overtaken it since it took its version. */
export interface OpenItem extends StoredItem { current: boolean }

/** @param limit at most so many @param from an index below which all are out, or 0: older ones need not be looked through */
export async function openItems(changes: ChangeSet, releaseId: string, { limit, from = 0 }: { limit: number, from?: number }): Promise<OpenItem[]> {
  const { tx, tenant } = changes
  return tx<OpenItem[]>`
    select ${columnsOf(changes)}, coalesce(i.version = ${lastVersion(changes)}, false) as current
    from release_item i where i.tenant = ${tenant} and i.release_id = ${releaseId} and i.idx >= ${from} and not i.done
    order by i.idx limit ${limit}`
}

/** Each item takes the version behind the last one, all in the database: a release may have 20,000 items. */
export async function takeVersions(changes: ChangeSet, { id, authorId }: { id: string, authorId: string }, nowMs: number): Promise<void> {
  const { tx, tenant } = changes
  await tx`update release_item i set version = coalesce(${lastVersion(changes)}, 0) + 1 where i.tenant = ${tenant} and i.release_id = ${id}`
  await tx`
    insert into content_version (tenant, kind, id, version, action, content, release_id, person_id, at_ms)
    select tenant, kind, target_id, version, action, case when action = 'put' then content end, release_id, ${authorId}, ${nowMs}
    from release_item where tenant = ${tenant} and release_id = ${id}
    on conflict (tenant, kind, id, version) do nothing`
}

/** @returns whether an item is over another version than the last one */
export async function hasOvertaken(changes: ChangeSet, releaseId: string): Promise<boolean> {
  const { tx, tenant } = changes
  const [found] = await tx`
    select 1 as one from release_item i
    where i.tenant = ${tenant} and i.release_id = ${releaseId} and i.base_version <> coalesce(${lastVersion(changes)}, 0) limit 1`
  return found !== undefined
}

/** Items from one index to another are out, both included. */
export async function markDone({ tx, tenant }: ChangeSet, releaseId: string, firstIdx: number, lastIdx: number): Promise<void> {
  await tx`update release_item set done = true
    where tenant = ${tenant} and release_id = ${releaseId} and idx between ${firstIdx} and ${lastIdx} and not done`
}

