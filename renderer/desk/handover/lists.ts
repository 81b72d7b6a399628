import type { HandoverListView } from '../../../protocol/shift-views.ts'

/** How many of a list are no longer waiting for the counterpart. */
export function settledOf(list: HandoverListView): number {
  return list.items.filter(item => item.state !== 'listed').length
}

/** The list whose limit comes first, of those with something to confirm (H3). */
export function firstToConfirm(lists: readonly HandoverListView[]): { list: HandoverListView; open: number } | null {
  const open = lists.map(list => ({ list, open: list.items.length - settledOf(list) })).filter(one => one.open > 0)
  return open.sort((a, b) => a.list.limitAtMs - b.list.limitAtMs)[0] ?? null
}

/** T6: confirmed ones that have not been contacted yet. */
export function contactsLeft(lists: readonly HandoverListView[]): number {
  return lists.flatMap(list => list.items).filter(item => item.contact !== null).length
}

/** The list to look at first: something to confirm, then something to contact, then the newest. */
export function listToShow(lists: readonly HandoverListView[]): HandoverListView | null {
  return firstToConfirm(lists)?.list ?? lists.find(list => contactsLeft([list]) > 0) ?? lists[0] ?? null
}
