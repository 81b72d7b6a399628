import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TransfersView } from '../../../protocol/shift-views.ts'
import { useLive } from '../../state/live-store.ts'
import { toast } from '../../state/window-store.ts'
import { wasTakenBack } from './answer-offer.ts'

/** Says what became of my offers: taken by the colleague, or back with me (nobody accepted in time, or they declined). */
export function useOffersSettled(): void {
  const { t } = useTranslation()
  const outgoing = useLive(state => state.transfers?.outgoing)
  const before = useRef<TransfersView['outgoing']>([])
  useEffect(() => {
    if (!outgoing) {
      before.current = []
      return
    }
    const still = new Set(outgoing.map(({ id }) => id))
    const { lists, session } = useLive.getState()
    const mine = new Set([...lists?.waiting ?? [], ...lists?.running ?? []].filter(row => row.ownerId === session?.me?.personId).map(({ id }) => id))
    for (const row of before.current) {
      if (still.has(row.id) || wasTakenBack(row.id)) continue
      const words = { name: row.toName, customer: row.customerName }
      if (mine.has(row.conversationId)) toast(t('transfer.returned', words), 'bad')
      else toast(t('transfer.accepted', words))
    }
    before.current = outgoing
  }, [outgoing, t])
}
