import type { ContentKind, ContentOf, DraftAction } from '../../domain/entities/release.ts'
import { knowledgePinyin, scriptPinyin } from '../../domain/palette/pinyin.ts'
import type { z } from 'zod'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
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
  /** Put back: nothing is completed. */
  asItWas?: true
}

type Review = Pick<ContentOf<'script'>, 'ownerId' | 'reviewAtMs'>

const DAY_MS = 86_400_000

type Put<K extends ContentKind> = (placing: Placing, items: { id: string, content: ContentOf<K>, version: number }[]) => Promise<void>

/** S5: nothing is without somebody who answers for it and a day on which it is looked through again. */
async function reviewOf({ changes, personId, nowMs, asItWas }: Placing): Promise<(content: Review) => Review> {
  if (asItWas) return (content) => content
  const nextMs = nowMs + await figureOfPerson(changes, personId, 'reviewDays') * DAY_MS
  return ({ ownerId, reviewAtMs }) => ({ ownerId: ownerId ?? personId, reviewAtMs: reviewAtMs ?? nextMs })
}

const putScripts: Put<'script'> = async (placing, items) => {
  const { changes, nowMs } = placing
  const review = await reviewOf(placing)
  await changes.putMany('script', items.map(({ id, content, version }) => (
    { ...content, ...review(content), id, version, personId: null, updatedAtMs: nowMs, pinyin: scriptPinyin(content) })))
}

const putKnowledge: Put<'knowledge'> = async (placing, items) => {
  const { changes, nowMs } = placing
  const review = await reviewOf(placing)
  await changes.putMany('knowledge', items.map(({ id, content, version }) => (
    { ...content, ...review(content), id, version, updatedAtMs: nowMs, pinyin: knowledgePinyin(content) })))
}

const putRules: Put<'language_rule'> = ({ changes, nowMs }, items) => changes.putMany('language_rule', items.map(({ id, content, version }) => (
  { ...content, id, version, updatedAtMs: nowMs })))

const putFigures: Put<'figures'> = async ({ changes, nowMs, personId }, items) => {
  for (const { id, content, version } of items) await applyFigures(changes, id, { content, version }, { personId, nowMs })
}

/** A plan that is on stays on. */
const putPlans: Put<'incident_plan'> = async ({ changes, nowMs }, items) => {
  for (const { id, content, version } of items) {
    const before = await readEntity(changes, 'incident_plan', id, { lock: true })
    await changes.put('incident_plan', {
      ...content, id, version, updatedAtMs: nowMs, activeSinceMs: before?.activeSinceMs ?? null, activatedById: before?.activatedById ?? null,
    })
  }
}

const putHours: Put<'hours'> = async ({ changes }, items) => {
  for (const { id, content } of items) {
    const before = await readEntity(changes, 'channel', id, { lock: true })
    if (before) await changes.put('channel', { ...before, ...content })
  }
}

const PUT: { readonly [K in ContentKind]: Put<K> } = {
  script: putScripts, knowledge: putKnowledge, language_rule: putRules, figures: putFigures, incident_plan: putPlans, hours: putHours,
}

/** Figures that are retired are the standard ones again; hours stay. */
async function retire({ changes, personId, nowMs }: Placing, { kind, id, version }: Placed): Promise<void> {
  if (kind === 'figures') await applyFigures(changes, id, { content: null, version }, { personId, nowMs })
  else if (kind !== 'hours') await changes.remove(kind, id)
}

/**
 * Puts content into place or takes it away, each row under its version. In: items of one transaction, already checked; at most as
 * many as weightOf allows.
 */
export async function placeContent(placing: Placing, items: readonly Placed[]): Promise<void> {
  const place = async <K extends ContentKind>(kind: K): Promise<void> => {
    const puts = items.filter((item) => item.kind === kind && item.action === 'put')
    if (puts.length > 0) await PUT[kind](placing, puts as unknown as { id: string, content: ContentOf<K>, version: number }[])
  }
  for (const kind of Object.keys(PUT) as ContentKind[]) await place(kind)
  for (const item of items) if (item.action === 'retire') await retire(placing, item)
}

/** Change rows that an item makes at most, with its draft (a figure also changes its team). */
export function weightOf({ kind, draftId }: { kind: ContentKind, draftId: string | null }): number {
  return (kind === 'figures' ? 2 : 1) + (draftId === null ? 0 : 1)
}
