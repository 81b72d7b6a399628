import type { JSONValue } from 'postgres'
import type { TenantDb } from '../store/entities.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { inTransaction } from '../store/transaction.ts'
import type { StudioHandler } from './handler.ts'
import { keyOf, readLive } from './targets.ts'
import type { Content, Target } from './targets.ts'

/** One published state of something. */
export interface Version extends Target {
  version: number
  action: 'put' | 'retire'
  /** null = retired. */
  content: Content | null
  /** null = set up, seeded or written by a route: before releases. */
  releaseId: string | null
  personId: string | null
  atMs: number
}

/** Below the 65,535 parameters of a statement. */
const ROWS = 1_000

/** Stores versions; one that is there already stays. Two publishers of one version: see lockPublishing. */
async function writeVersions({ tx, tenant }: ChangeSet, versions: readonly Version[]): Promise<void> {
  for (let from = 0; from < versions.length; from += ROWS) {
    const rows = versions.slice(from, from + ROWS).map(({ kind, id, version, action, content, releaseId, personId, atMs }) => ({
      tenant, kind, id, version, action, content: content === null ? null : tx.json(content as JSONValue), release_id: releaseId,
      person_id: personId, at_ms: atMs,
    }))
    await tx`insert into content_version ${tx(rows)} on conflict (tenant, kind, id, version) do nothing`
  }
}

/** The last version of each target below `before` (default: of all), by keyOf. */
export async function lastVersions(
  { tx, tenant }: Pick<TenantDb, 'tx' | 'tenant'>, targets: readonly (Target & { before?: number })[],
): Promise<Map<string, Version>> {
  if (targets.length === 0) return new Map()
  const rows = await tx<Version[]>`
    select distinct on (v.kind, v.id) v.kind, v.id, v.version, v.action, v.content, v.release_id as "releaseId", v.person_id as "personId",
      v.at_ms as "atMs"
    from unnest(${targets.map(({ kind }) => kind)}::text[], ${targets.map(({ id }) => id)}::text[],
      ${targets.map(({ before }) => before ?? 2_147_483_647)}::int[]) as t (kind, id, before)
    join content_version v on v.tenant = ${tenant} and v.kind = t.kind and v.id = t.id and v.version < t.before
    order by v.kind, v.id, v.version desc`
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/**
 * The last version of each target, by keyOf. What is live without a version of its own (seeded, imported, written by the routes for
 * setting a shop up) gets one here, so that whoever looks finds it: scripts and the like from version 1, hours from 0.
 */
export async function latestVersions(changes: ChangeSet, targets: readonly Target[], nowMs: number): Promise<Map<string, Version>> {
  const [latest, live] = await Promise.all([lastVersions(changes, targets), readLive(changes, targets)])
  const missing: Version[] = []
  for (const { kind, id } of targets) {
    const now = live.get(keyOf({ kind, id }))
    if (!now || now.personal || now.version <= (latest.get(keyOf({ kind, id }))?.version ?? -1)) continue
    missing.push({ kind, id, version: now.version, action: 'put', content: now.content, releaseId: null, personId: null, atMs: nowMs })
  }
  await writeVersions(changes, missing)
  for (const version of missing) latest.set(keyOf(version), version)
  return latest
}

/** One state of one thing, or null: that was never published. */
export async function readVersion({ tx, tenant }: ChangeSet, { kind, id }: Target, version: number): Promise<Content | null> {
  const [row] = await tx<{ content: Content | null }[]>`
    select content from content_version where tenant = ${tenant} and kind = ${kind} and id = ${id} and version = ${version}`
  return row?.content ?? null
}

interface Told {
  version: number
  action: 'put' | 'retire'
  content: Content | null
  releaseId: string | null
  releaseTitle: string | null
  personId: string | null
  personName: string | null
  atMs: number
}
const MOST = 500

/** content.versions: every published state of one thing, newest first. */
export const contentVersions: StudioHandler<'content.versions'> = (context, { tenant }, { kind, id }) => (
  inTransaction(context, tenant, async (changes) => {
    await latestVersions(changes, [{ kind, id }], context.clock.now())
    const rows = await changes.tx<Told[]>`
      select v.version, v.action, v.content, v.release_id as "releaseId", r.title as "releaseTitle", v.person_id as "personId",
        p.name as "personName", v.at_ms as "atMs"
      from content_version v left join release r on r.tenant = v.tenant and r.id = v.release_id
      left join person p on p.tenant = v.tenant and p.id = v.person_id
      where v.tenant = ${tenant} and v.kind = ${kind} and v.id = ${id} order by v.version desc limit ${MOST}`
    return rows.map((row) => ({ ...row, content: row.content ?? {} }))
  })
)
