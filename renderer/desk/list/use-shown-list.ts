import { useEffect, useMemo, useState } from 'react'
import type { ConversationLists, ConversationRow } from '../../../protocol/views.ts'
import { freezeOrder } from '../../state/freeze-order.ts'
import type { Layout } from '../../state/freeze-order.ts'
import { useLive } from '../../state/live-store.ts'
import { useWindow } from '../../state/window-store.ts'
import type { SectionName } from '../../state/window-store.ts'
import { layoutOf, rowsOf, shownItems } from './shown-list.ts'
import type { ShownItem } from './shown-list.ts'

type Frozen = { layout: Layout<SectionName>; rows: Map<string, ConversationRow> }
const none: ConversationLists = { waiting: [], running: [], queue: [], left: [], closed: [] }

/** The list as it is drawn: in the core's order, but standing still while a hand is on it. */
export function useShownList(): { items: ShownItem[]; waiting: number; differs: boolean; loaded: boolean; refresh: () => void } {
  const lists = useLive(state => state.lists)
  const held = useWindow(state => state.listHeld)
  const folded = useWindow(state => state.folded)
  const [frozen, setFrozen] = useState<Frozen | null>(null)
  const incoming = useMemo(() => layoutOf(lists ?? none), [lists])
  if (held && !frozen && lists) setFrozen({ layout: incoming, rows: rowsOf(lists) })
  if (!held && frozen) setFrozen(null)

  const { layout, waiting, differs } = useMemo(() => freezeOrder(frozen?.layout ?? null, incoming), [frozen, incoming])
  const items = useMemo(
    () => shownItems(layout, lists ?? none, frozen?.rows ?? new Map<string, ConversationRow>(), folded), [layout, lists, frozen, folded])
  useEffect(() => {
    useWindow.setState({ shownIds: items.flatMap(item => item.kind === 'row' ? [item.row.id] : []) })
  }, [items])

  return {
    items, differs, loaded: lists !== null,
    waiting: waiting.filter(id => lists?.waiting.some(row => row.id === id)).length,
    refresh: () => { setFrozen(null) },
  }
}
