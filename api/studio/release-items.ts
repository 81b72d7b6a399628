import type { ChangeSet } from '../store/change-set.ts'
import type { TenantDb } from '../store/entities.ts'
import type { Reviewing } from './apply-content.ts'
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

const columnsOf = ({ tx }: Pick<TenantDb, 'tx'>) => tx`
  i.idx, i.kind, i.target_id as id, i.title, i.action, i.base_version as "baseVersion", i.version, i.content, i.draft_id as "draftId",
  i.draft_seq as "draftSeq"`

/** The last version of an item's target; null = it was never published. */
const lastVersion = ({ tx }: Pick<TenantDb, 'tx'>) => tx`
  (select max(v.version) from content_version v where v.tenant = i.tenant and v.kind = i.kind and v.id = i.target_id)`

/** Items of a release in order. */
export async function readItems(changes: ChangeSet, releaseId: string): Promise<StoredItem[]> {
  const { tx, tenant } = changes
  return tx<StoredItem[]>`
    select ${columnsOf(changes)} from release_item i where i.tenant = ${tenant} and i.release_id = ${releaseId} order by i.idx`
}

/** Items from an index on, at most so many, in order: what they are does not change while the release is on its way. */
export async function itemsFrom(db: Pick<TenantDb, 'tx' | 'tenant'>, releaseId: string, from: number, limit: number): Promise<StoredItem[]> {
  const { tx, tenant } = db
  return tx<StoredItem[]>`
    select ${columnsOf(db)} from release_item i where i.tenant = ${tenant} and i.release_id = ${releaseId} and i.idx >= ${from} order by i.idx limit ${limit}`
}

/** Indexes of those items, of some that follow each other, that no later release has overtaken since they took their versions. */
export async function currentItems(changes: ChangeSet, releaseId: string, { items }: { items: readonly { idx: number }[] }): Promise<Set<number>> {
  const { tx, tenant } = changes
  const [first, last] = [items.at(0)?.idx ?? 0, items.at(-1)?.idx ?? -1]
  const rows = await tx<{ idx: number }[]>`
    select i.idx from release_item i
    where i.tenant = ${tenant} and i.release_id = ${releaseId} and i.idx between ${first} and ${last} and i.version = ${lastVersion(changes)}`
  return new Set(rows.map(({ idx }) => idx))
}

/** Items below this index are out. `done` is how earlier releases of the program said it of each item. */
export const progressOf = ({ tx, tenant }: Pick<TenantDb, 'tx' | 'tenant'>, releaseId: string) => tx`
  coalesce((select next_idx from release_progress where tenant = ${tenant} and release_id = ${releaseId}),
    (select max(idx) + 1 from release_item where tenant = ${tenant} and release_id = ${releaseId} and done), 0)`

/** @returns the index from which on nothing is out */
export async function readProgress(db: Pick<TenantDb, 'tx' | 'tenant'>, releaseId: string): Promise<number> {
  const [row] = await db.tx<{ next: number }[]>`select ${progressOf(db, releaseId)} as next`
  return row?.next ?? 0
}

export async function setProgress({ tx, tenant }: ChangeSet, releaseId: string, nextIdx: number): Promise<void> {
  await tx`insert into release_progress (tenant, release_id, next_idx) values (${tenant}, ${releaseId}, ${nextIdx})
    on conflict (tenant, release_id) do update set next_idx = excluded.next_idx`
}

/**
 * Each item takes the version behind the last one, all in the database: a release may have 20,000 items. Items that were stored with their
 * versions keep them. A version is what its row will be: with who looks through it, and when, where its author said nothing.
 */
export async function takeVersions(
  changes: ChangeSet, { id, authorId }: { id: string, authorId: string }, { ownerId, nextMs }: NonNullable<Reviewing>, nowMs: number,
): Promise<void> {
  const { tx, tenant } = changes
  await tx`update release_item i set version = coalesce(${lastVersion(changes)}, 0) + 1
    where i.tenant = ${tenant} and i.release_id = ${id} and i.version is null`
  await tx`
    insert into content_version (tenant, kind, id, version, action, content, release_id, person_id, at_ms)
    select tenant, kind, target_id, version, action, case
        when action = 'put' and kind in ('script', 'knowledge') then content || jsonb_build_object(
          'ownerId', coalesce(nullif(content -> 'ownerId', 'null'), to_jsonb(${ownerId}::text)),
          'reviewAtMs', coalesce(nullif(content -> 'reviewAtMs', 'null'), to_jsonb(${nextMs}::bigint)))
        when action = 'put' then content end, release_id, ${authorId}, ${nowMs}
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
