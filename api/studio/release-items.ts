import type { JSONValue } from 'postgres'
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

/** Below the 65,535 parameters of a statement. */
const ROWS = 1_000

export async function storeItems({ tx, tenant }: ChangeSet, releaseId: string, items: readonly PlannedItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS) {
    const rows = items.slice(from, from + ROWS).map((item, n) => ({
      tenant, release_id: releaseId, idx: from + n, kind: item.kind, target_id: item.id, title: item.title.slice(0, 200), action: item.action,
      base_version: item.baseVersion, content: tx.json(item.content as JSONValue), draft_id: item.draftId, draft_seq: item.draftSeq,
    }))
    await tx`insert into release_item ${tx(rows)}`
  }
}

/** Items of a release in order. @param open those not out yet @param limit at most so many */
export async function readItems(
  { tx, tenant }: ChangeSet, releaseId: string, { open = false, limit = 1_000_000 }: { open?: boolean, limit?: number } = {},
): Promise<StoredItem[]> {
  return tx<StoredItem[]>`
    select idx, kind, target_id as id, title, action, base_version as "baseVersion", version, content, draft_id as "draftId",
      draft_seq as "draftSeq"
    from release_item where tenant = ${tenant} and release_id = ${releaseId} ${open ? tx`and not done` : tx``} order by idx limit ${limit}`
}

/** Notes the version that each item takes, in the order of `items`. */
export async function keepItemVersions({ tx, tenant }: ChangeSet, releaseId: string, items: readonly { idx: number, version: number }[]): Promise<void> {
  await tx`update release_item i set version = t.version
    from unnest(${items.map(({ idx }) => idx)}::int[], ${items.map(({ version }) => version)}::int[]) as t (idx, version)
    where i.tenant = ${tenant} and i.release_id = ${releaseId} and i.idx = t.idx`
}

export async function markDone({ tx, tenant }: ChangeSet, releaseId: string, lastIdx: number): Promise<void> {
  await tx`update release_item set done = true where tenant = ${tenant} and release_id = ${releaseId} and idx <= ${lastIdx} and not done`
}

