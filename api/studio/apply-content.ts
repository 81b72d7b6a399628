import type { ContentKind, ContentOf, DraftAction } from '../../domain/entities/release.ts'
import { knowledgePinyin, scriptPinyin } from '../../domain/palette/pinyin.ts'
import type { z } from 'zod'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity, readyRow } from '../store/entities.ts'
import type { ReadyRow, TenantDb } from '../store/entities.ts'
import { applyFigures } from './apply-figures.ts'
import { figureOfPerson } from './team-figures.ts'

/** What goes into place: checked content (put) under its version, or nothing more (retire). */
export interface Placed<K extends ContentKind = ContentKind> {
  kind: K
  id: string
  action: z.infer<typeof DraftAction>
  /** Fits CONTENT[kind] when action is put. */
  content: Record<string, unknown>
  version: number
}

/** By whom and when. */
interface Placing {
  changes: ChangeSet
  personId: string
  nowMs: number
}

/** S5: who looks through what is published, and when, where its author said nothing; null = put back as it was. */
export type Reviewing = { ownerId: string, nextMs: number } | null

const DAY_MS = 86_400_000

/** In: the author of what is published, and from when on: the same for its versions and its rows, however late a part of it is. */
export async function reviewingOf(db: TenantDb, personId: string, fromMs: number): Promise<NonNullable<Reviewing>> {
  return { ownerId: personId, nextMs: fromMs + await figureOfPerson(db, personId, 'reviewDays') * DAY_MS }
}

type Review = Pick<ContentOf<'script'>, 'ownerId' | 'reviewAtMs'>

const reviewed = ({ ownerId, reviewAtMs }: Review, reviewing: Reviewing): Review => (
  reviewing === null ? { ownerId, reviewAtMs } : { ownerId: ownerId ?? reviewing.ownerId, reviewAtMs: reviewAtMs ?? reviewing.nextMs })

/** Rows that follow from their content alone; the other kinds are put over what is there. */
const READY = ['script', 'knowledge', 'language_rule'] as const satisfies ContentKind[]
type ReadyKind = (typeof READY)[number]
const isReady = (kind: ContentKind): kind is ReadyKind => (READY as readonly ContentKind[]).includes(kind)

/**
 * Makes the row of an item ready ahead of its transaction; null = of a kind, or an action, that cannot be. Throws ZodError.
 * @param reading of a script, where it is known already
 */
export function makeReady({ kind, id, action, content, version }: Placed, reviewing: Reviewing, nowMs: number, reading?: string): ReadyRow | null {
  if (action !== 'put' || !isReady(kind)) return null
  const row = { id, version, updatedAtMs: nowMs }
  if (kind === 'language_rule') return readyRow(kind, { ...content as ContentOf<'language_rule'>, ...row })
  if (kind === 'knowledge') {
    const written = content as ContentOf<'knowledge'>
    return readyRow(kind, { ...written, ...reviewed(written, reviewing), ...row, pinyin: knowledgePinyin(written) })
  }
  const written = content as ContentOf<'script'>
  return readyRow(kind, { ...written, ...reviewed(written, reviewing), ...row, personId: null, pinyin: reading ?? scriptPinyin(written) })
}

type Put<K extends ContentKind> = (placing: Placing, item: { id: string, content: ContentOf<K>, version: number }) => Promise<void>

const putFigures: Put<'figures'> = ({ changes, nowMs, personId }, { id, content, version }) => (
  applyFigures(changes, id, { content, version }, { personId, nowMs }))

/** A plan that is on stays on. */
const putPlan: Put<'incident_plan'> = async ({ changes, nowMs }, { id, content, version }) => {
  const before = await readEntity(changes, 'incident_plan', id, { lock: true })
  await changes.put('incident_plan', {
    ...content, id, version, updatedAtMs: nowMs, activeSinceMs: before?.activeSinceMs ?? null, activatedById: before?.activatedById ?? null,
  })
}

const putHours: Put<'hours'> = async ({ changes }, { id, content }) => {
  const before = await readEntity(changes, 'channel', id, { lock: true })
  if (before) await changes.put('channel', { ...before, ...content })
}

const PUT: { readonly [K in Exclude<ContentKind, ReadyKind>]: Put<K> } = { figures: putFigures, incident_plan: putPlan, hours: putHours }

/** Figures that are retired are the standard ones again; hours stay. */
async function retire({ changes, personId, nowMs }: Placing, items: readonly Placed[]): Promise<void> {
  for (const [kind, together] of Map.groupBy(items, (item) => item.kind)) {
    if (kind !== 'figures' && kind !== 'hours') await changes.removeMany(kind, together.map(({ id }) => id))
    if (kind === 'figures') for (const { id, version } of together) await applyFigures(changes, id, { content: null, version }, { personId, nowMs })
  }
}

async function put<K extends Exclude<ContentKind, ReadyKind>>(placing: Placing, kind: K, { id, content, version }: Placed): Promise<void> {
  await PUT[kind](placing, { id, content: content as unknown as ContentOf<K>, version })
}

/**
 * Puts content into place or takes it away, each row under its version. In: items of one transaction, already checked, each with its row where
 * makeReady gives one; at most as many as weightOf allows.
 */
export async function placeContent(placing: Placing, items: readonly (Placed & { ready: ReadyRow | null })[]): Promise<void> {
  placing.changes.putReady(items.flatMap(({ ready }) => ready ?? []))
  for (const item of items) if (item.action === 'put' && !isReady(item.kind)) await put(placing, item.kind, item)
  await retire(placing, items.filter(({ action }) => action === 'retire'))
}

/** Change rows that an item makes at most, with its draft (a figure also changes its team). */
export function weightOf({ kind, draftId }: { kind: ContentKind, draftId: string | null }): number {
  return (kind === 'figures' ? 2 : 1) + (draftId === null ? 0 : 1)
}
