import type { ThreadItem } from '../../../protocol/views.ts'

/** What the thread draws: day lines between days, and messages that know whether they begin or end a run. */
export type ThreadEntry =
  | { kind: 'day'; key: string; ms: number }
  | { kind: 'item'; key: string; item: ThreadItem; first: boolean; last: boolean }

/** Lines of one author within this belong together: one time stands under them. */
const RUN_MS = 120_000

/** The time a line is shown with: the server's where there is one. */
export function itemTime(item: ThreadItem): number {
  return item.position === null ? item.clientAtMs : item.acceptedAtMs
}

/** @param dayKey the calendar day of a time in the zone of the desk */
export function threadEntries(items: ThreadItem[], dayKey: (ms: number) => string): ThreadEntry[] {
  const entries: ThreadEntry[] = []
  items.forEach((item, index) => {
    const before = items[index - 1]
    const after = items[index + 1]
    const day = dayKey(itemTime(item))
    const newDay = !before || dayKey(itemTime(before)) !== day
    if (newDay) entries.push({ kind: 'day', key: `day-${day}-${item.id}`, ms: itemTime(item) })
    entries.push({
      kind: 'item', key: item.id, item,
      first: newDay || !sameRun(before, item),
      last: !after || dayKey(itemTime(after)) !== day || !sameRun(item, after),
    })
  })
  return entries
}

function sameRun(a: ThreadItem, b: ThreadItem): boolean {
  return a.author === b.author && a.authorId === b.authorId && a.status === b.status && a.author !== 'system' &&
    itemTime(b) - itemTime(a) < RUN_MS
}
