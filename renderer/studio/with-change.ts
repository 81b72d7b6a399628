import type { StudioChange, StudioView } from '../../protocol/script-views.ts'
import { keepSame } from '../state/keep-same.ts'

type Row = { id: string }
type Order<T> = (a: T, b: T) => number

const byId: Order<Row> = (a, b) => a.id < b.id ? -1 : 1
const newestFirst: Order<StudioView['releases'][number]> = (a, b) => b.publishAtMs - a.publishAtMs || byId(b, a)

/** The rows with what is new; what did not change is the same object, and where nothing did all of it is. */
function withRows<T extends Row>(before: T[], changed: readonly T[], gone: readonly string[], order: Order<T>): T[] {
  if (changed.length === 0 && gone.length === 0) return before
  const rows = new Map(before.map(row => [row.id, row]))
  for (const id of gone) rows.delete(id)
  for (const row of changed) rows.set(row.id, keepSame(rows.get(row.id), row))
  return [...rows.values()].sort(order)
}

/** @returns all there is after a change: items by id, releases with the newest first, whichever way they came */
export function withChange(before: StudioView | null, { whole, items, goneItems, releases, goneReleases }: StudioChange): StudioView {
  const base = before ?? { items: [], releases: [] }
  if (!whole) return { items: withRows(base.items, items, goneItems, byId), releases: withRows(base.releases, releases, goneReleases, newestFirst) }
  // A core that was restarted tells all of it again: what is the same stays.
  return { items: keepSame(base.items, [...items].sort(byId)), releases: keepSame(base.releases, [...releases].sort(newestFirst)) }
}
