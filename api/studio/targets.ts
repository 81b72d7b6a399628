import { CONTENT } from '../../domain/entities/release.ts'
import type { ContentKind } from '../../domain/entities/release.ts'
import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'
import { readStored } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'

/** What a draft or a release item is about. */
export interface Target { kind: ContentKind, id: string }
/** What a supervisor writes of a target, as JSON. */
export type Content = Record<string, unknown>

export const keyOf = ({ kind, id }: Target): string => `${kind}\n${id}`

/** What is live of a target now. */
interface Live {
  content: Content
  version: number
  /** Set: a personal script, which no release touches. */
  personal: boolean
}

/** The synced row that holds a kind of content. Hours are a part of their channel. */
const ENTITY_OF = {
  script: 'script', knowledge: 'knowledge', language_rule: 'language_rule', figures: 'figures', incident_plan: 'incident_plan', hours: 'channel',
} as const satisfies Record<ContentKind, EntityName>

function contentOf(kind: ContentKind, row: object): Content {
  return Object.fromEntries(Object.keys(CONTENT[kind].shape).map((property) => [property, Reflect.get(row, property) as unknown]))
}

function liveOf(kind: ContentKind, row: EntityRow<(typeof ENTITY_OF)[ContentKind]>): Live {
  return {
    content: contentOf(kind, row), version: 'version' in row ? row.version : 0, personal: 'personId' in row && row.personId !== null,
  }
}

/** What is live of these targets, by keyOf; what is not there is left out. */
export async function readLive(db: TenantDb, targets: readonly Target[]): Promise<Map<string, Live>> {
  const live = new Map<string, Live>()
  for (const kind of new Set(targets.map((target) => target.kind))) {
    const ids = targets.filter((target) => target.kind === kind).map(({ id }) => id)
    for (const { row } of await readStored(db, ENTITY_OF[kind], ids)) live.set(keyOf({ kind, id: row.id }), liveOf(kind, row))
  }
  return live
}

const NAMED_BY: Record<ContentKind, readonly string[]> = {
  script: ['title'], knowledge: ['question'], language_rule: ['wordings'], incident_plan: ['title'], figures: [], hours: [],
}

/** What people call it: a title, a question, the first wording; '' where the content has no name of its own. */
export function titleOf(kind: ContentKind, content: Content | null): string {
  for (const property of NAMED_BY[kind]) {
    const value: unknown = content?.[property]
    const text: unknown = Array.isArray(value) ? value[0] : value
    if (typeof text === 'string') return text.slice(0, 200)
  }
  return ''
}
