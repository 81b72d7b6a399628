import type { Language } from '../../../domain/entities/scalars.ts'
import type { ScriptContent, ScriptStage } from '../../../domain/entities/script.ts'
import type { StudioItem, StudioView } from '../../../protocol/script-views.ts'
import { scriptOf } from '../content.ts'
import { mineOf } from '../draft/use-writing.ts'

export const STATES = ['live', 'draft', 'in_review', 'approved', 'retired'] as const
export type ItemState = (typeof STATES)[number]

/** One line of a list in the studio. */
export type ScriptRow = {
  id: string
  item: StudioItem | null
  content: ScriptContent
  state: ItemState
  /** Who else is writing on it. */
  writers: string[]
  stale: boolean
  pending: boolean
  retiring: boolean
  /** Lower case: what the search looks in. */
  found: string
}

export type ScriptFilter = {
  text: string
  state: ItemState | null
  stage: ScriptStage | null
  scene: string | null
  language: Language | null
  campaign: string | null
  ownerId: string | null
  overdue: boolean
}
export const NO_FILTER: ScriptFilter = { text: '', state: null, stage: null, scene: null, language: null, campaign: null, ownerId: null, overdue: false }

/** How far a thing is on its way: by its furthest draft, mine first. */
export function stateOf(item: StudioItem): ItemState {
  const draft = mineOf(item) ?? item.drafts[0]
  return draft ? draft.state : 'live'
}

/** The readings of the title, as one word and as initials: `tuikuanliucheng tklc`. */
function readings(live: StudioItem['live']): string {
  const pinyin = live?.['pinyin']
  const syllables = typeof pinyin === 'string' ? (pinyin.split('\n')[0] ?? '').split(' ') : []
  return `${syllables.join('')} ${syllables.map(one => one[0] ?? '').join('')}`
}

function rowOf(item: StudioItem): ScriptRow {
  const draft = mineOf(item) ?? item.drafts[0]
  const content = scriptOf(draft?.content ?? item.live ?? {})
  return {
    id: item.id, item, content, state: stateOf(item), writers: item.drafts.filter(one => !one.mine).map(one => one.authorName),
    stale: item.live !== null && (mineOf(item)?.stale ?? false), pending: mineOf(item)?.pending ?? false, retiring: draft?.action === 'retire',
    found: [content.code, content.title, content.body, content.tags.join(' '), content.campaign ?? '', content.scene ?? '', readings(item.live)].join('\n').toLowerCase(),
  }
}

const kept = new WeakMap<StudioItem, ScriptRow>()

/** Every script of the view, by code; what was retired and is not here any more comes last, as far as the releases name it. */
export function rowsOf(view: StudioView): ScriptRow[] {
  const rows = view.items.map(item => {
    // The live query keeps what did not change: 10,000 lines are made once.
    const row = kept.get(item) ?? rowOf(item)
    kept.set(item, row)
    return row
  })
  const here = new Set(view.items.map(({ id }) => id))
  const retired = new Map<string, ScriptRow>()
  for (const { items, state } of view.releases) {
    if (state !== 'live') continue
    for (const one of items) {
      if (one.kind !== 'script' || one.action !== 'retire' || here.has(one.id) || retired.has(one.id)) continue
      retired.set(one.id, {
        id: one.id, item: null, content: scriptOf({ title: one.title }), state: 'retired', writers: [], stale: false, pending: false, retiring: false,
        found: one.title.toLowerCase(),
      })
    }
  }
  // By code unit: a collator takes a second for 10,000.
  const by = ({ content }: ScriptRow) => content.code === '' ? '\uffff' : content.code
  return [...rows.sort((a, b) => by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0), ...retired.values()]
}

/** The rows that fit; every word has to be found somewhere. Retired ones only when asked for. */
export function filterRows(rows: readonly ScriptRow[], filter: ScriptFilter, nowMs: number): ScriptRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ content, state, found }) =>
    (filter.state === null ? state !== 'retired' : state === filter.state)
    && (filter.stage === null || content.stage === filter.stage)
    && (filter.scene === null || content.scene === filter.scene)
    && (filter.language === null || content.language === filter.language)
    && (filter.campaign === null || content.campaign === filter.campaign)
    && (filter.ownerId === null || content.ownerId === filter.ownerId)
    && (!filter.overdue || (content.reviewAtMs !== null && content.reviewAtMs <= nowMs))
    && words.every(word => found.includes(word)))
}

/** What there is to filter by. */
export function valuesOf(rows: readonly ScriptRow[]): { scenes: string[]; campaigns: string[] } {
  const scenes = new Set<string>()
  const campaigns = new Set<string>()
  for (const { content } of rows) {
    if (content.scene) scenes.add(content.scene)
    if (content.campaign) campaigns.add(content.campaign)
  }
  return { scenes: [...scenes].sort(), campaigns: [...campaigns].sort() }
}
