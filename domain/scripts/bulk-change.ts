import type { BulkChange, BulkKind } from '../entities/bulk-change.ts'
import type { ContentDraft } from '../entities/release.ts'
import { Audience, KnowledgeContent, ScriptContent } from '../entities/script.ts'

export type BulkDraft = Pick<ContentDraft, 'action' | 'content'>

const MOST_TAGS = 30
const fieldsOf = (kind: BulkKind): string[] => Object.keys((kind === 'script' ? ScriptContent : KnowledgeContent).shape)

/** @returns what a supervisor writes, of a live row */
export function contentOf(kind: BulkKind, live: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(kind).map(field => [field, live[field]]))
}

function tagsOf(content: Record<string, unknown>): string[] {
  const tags: unknown[] = Array.isArray(content['tags']) ? content['tags'] : []
  return tags.filter(tag => typeof tag === 'string')
}

function withTags(content: Record<string, unknown>, change: Extract<BulkChange, { tag: string }>): Record<string, unknown> {
  const tags = tagsOf(content)
  const others = tags.filter(tag => tag !== change.tag)
  if (change.what === 'removeTag') return others.length === tags.length ? content : { ...content, tags: others }
  return others.length < tags.length || tags.length >= MOST_TAGS ? content : { ...content, tags: [...tags, change.tag] }
}

function withFields(kind: BulkKind, content: Record<string, unknown>, { fields, audience }: Extract<BulkChange, { what: 'set' }>): Record<string, unknown> {
  // Knowledge belongs to no campaign.
  const wanted: [string, unknown][] = Object.entries(fields).filter(([field, value]) => value !== undefined && fieldsOf(kind).includes(field))
  const before = Audience.safeParse(content['audience'])
  const after = { ...before.success ? before.data : { teamIds: [], channelIds: [], tiers: [] }, ...Object.fromEntries(Object.entries(audience).filter(([, list]) => list !== undefined)) }
  const next: [string, unknown][] = Object.keys(audience).length > 0 ? [...wanted, ['audience', after]] : wanted
  return next.every(([field, value]) => JSON.stringify(content[field]) === JSON.stringify(value)) ? content : { ...content, ...Object.fromEntries(next) }
}

/** @param before what is being written of it, else what is live @returns the draft that the change makes; null when it changes nothing */
export function changedBy(change: BulkChange, kind: BulkKind, before: BulkDraft): BulkDraft | null {
  if (change.what === 'retire') return before.action === 'retire' ? null : { action: 'retire', content: before.content }
  const content = change.what === 'set' ? withFields(kind, before.content, change) : withTags(before.content, change)
  return content === before.content ? null : { action: before.action, content }
}
