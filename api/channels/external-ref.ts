import type { ChangeSet } from '../store/change-set.ts'

/** What of the shop IM's own ids is kept. */
export type ExternalKind = 'conversation' | 'message' | 'customer'

/** Our id for one of theirs, or null. */
export async function internalIdOf(
  { tx, tenant }: ChangeSet, channelId: string, kind: ExternalKind, externalId: string,
): Promise<string | null> {
  const [row] = await tx<{ internal_id: string }[]>`
    select internal_id from external_ref
    where tenant = ${tenant} and channel_id = ${channelId} and kind = ${kind} and external_id = ${externalId}`
  return row?.internal_id ?? null
}

/** Their id for one of ours, the newest, or null. */
export async function externalIdOf(
  { tx, tenant }: ChangeSet, channelId: string, kind: ExternalKind, internalId: string,
): Promise<string | null> {
  const [row] = await tx<{ external_id: string }[]>`
    select external_id from external_ref
    where tenant = ${tenant} and channel_id = ${channelId} and kind = ${kind} and internal_id = ${internalId}
    order by created_at_ms desc limit 1`
  return row?.external_id ?? null
}

/** Keeps a pair; a conversation of theirs that goes on in a new one of ours points to the new one. */
export async function keepExternal(
  { tx, tenant }: ChangeSet, channelId: string, kind: ExternalKind, externalId: string, internalId: string, nowMs: number,
): Promise<void> {
  await tx`insert into external_ref ${tx({
    tenant, channel_id: channelId, kind, external_id: externalId, internal_id: internalId, created_at_ms: nowMs,
  })} on conflict (tenant, channel_id, kind, external_id)
    do update set internal_id = excluded.internal_id, created_at_ms = excluded.created_at_ms`
}
