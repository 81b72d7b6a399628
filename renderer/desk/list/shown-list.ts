import type { ConversationLists, ConversationRow, Due } from '../../../protocol/views.ts'
import type { Layout } from '../../state/freeze-order.ts'
import type { SectionName } from '../../state/window-store.ts'

export const SECTIONS: readonly SectionName[] = ['waiting', 'running', 'queue', 'left', 'closed']

/** One line of the list as drawn. */
export type ShownItem =
  | { kind: 'head'; key: string; section: SectionName; count: number }
  /** `gone`: no longer in any list, its place is kept while the list stands still. */
  | { kind: 'row'; key: string; row: ConversationRow; section: SectionName; gone: boolean }

/** The order of the core as sections of ids. */
export function layoutOf(lists: ConversationLists): Layout<SectionName> {
  return SECTIONS.map(section => ({ section, ids: lists[section].map(row => row.id) }))
}

/** All rows by id. */
export function rowsOf(lists: ConversationLists): Map<string, ConversationRow> {
  return new Map(SECTIONS.flatMap(section => lists[section].map(row => [row.id, row] as const)))
}

/**
 * The lines to draw: a head for every section that has rows (the first two always), then its rows unless folded.
 * @param before rows as they were when the list was frozen, for those that are gone since
 */
export function shownItems(
  layout: Layout<SectionName>, lists: ConversationLists, before: Map<string, ConversationRow>, folded: Record<SectionName, boolean>,
): ShownItem[] {
  const now = rowsOf(lists)
  return layout.flatMap(({ section, ids }) => {
    if (ids.length === 0 && section !== 'waiting' && section !== 'running') return []
    const head: ShownItem = { kind: 'head', key: `head-${section}`, section, count: lists[section].length }
    if (folded[section]) return [head]
    const rows = ids.flatMap((id): ShownItem[] => {
      const row = now.get(id) ?? before.get(id)
      return row ? [{ kind: 'row', key: id, row, section, gone: !now.has(id) }] : []
    })
    return [head, ...rows]
  })
}

/** The due a row's ring shows: the customer's wait; promises and silence stand beside. */
export function ringDue(dues: Due[]): Due | null {
  return dues.find(due => due.rule !== 'T7' && due.rule !== 'T8') ?? null
}

/** A running promise or silence, shown at the side of a row whose customer does not wait. */
export function sideDue(dues: Due[]): Due | null {
  return dues.find(due => due.rule === 'T8' || due.rule === 'T7') ?? null
}
