import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeavingItem, LeavingView } from '../../../protocol/shift-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { endLeaving, openDialog, toast } from '../../state/window-store.ts'
import type { Leaving } from '../../state/window-store.ts'

export type HandOver = ReturnType<typeof useHandOver>

/** H2: to whom the list goes, a note for each customer (proposed from the thread, editable), and the line said to them first (empty: the team's own, filled for each). */
export function useHandOver(leaving: Leaving, view: LeavingView) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const teamId = useLive(state => state.shift?.current?.teamId ?? state.session?.me?.teamIds[0])
  const [chosen, setChosen] = useState<string | null>(null)
  const [line, setLine] = useState('')
  const [sending, setSending] = useState(false)

  const toPersonId = chosen === null ? view.counterparts[0]?.personId ?? '' : chosen
  const noteOf = (item: LeavingItem) => leaving.notes?.[item.row.id] ?? item.proposedNote
  const send = async () => {
    if (teamId === undefined || sending || (leaving.kind !== 'shift_end' && leaving.kind !== 'meeting')) return
    setSending(true)
    const items = view.items.map(item => ({ conversationId: item.row.id, note: noteOf(item).trim().slice(0, 1_000) }))
    const sent = await actions.value(client.call('handover.begin', {
      teamId, cause: leaving.kind, toPersonId: toPersonId || null, items, line: line.trim() === '' ? null : line.trim(),
    }))
    setSending(false)
    if (!sent) return
    const name = view.counterparts.find(one => one.personId === toPersonId)?.name
    toast(name ? t('handover.sent', { name }) : t('handover.sentNobody'))
    endLeaving()
    openDialog({ kind: 'given' })
  }
  return { toPersonId, choose: setChosen, line, setLine, noteOf, send, sending }
}
