import { useTranslation } from 'react-i18next'
import type { LeavingItem } from '../../../protocol/shift-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { ACT_KEYS, actOn, actsOf, proposed } from './leaving-acts.ts'
import type { LeavingAct } from './leaving-acts.ts'

/** The acts of one row with their letters, the fitting one strong; or what was decided, and its undo. */
export function LeavingButtons({ item }: { item: LeavingItem }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const offeredTo = useLive(state => state.transfers?.outgoing.find(row => row.conversationId === item.row.id)?.toName)
  const { decision } = item
  const word = (act: LeavingAct) => {
    const to = act === 'transfer' && item.transferRule === null ? proposed(item) : null
    return to ? t('leaving.transferTo', { name: to.name }) : t(`leaving.${act}`)
  }
  const decided = decision === null ? null : decision !== 'transfer' ? t(`leaving.decided.${decision}`)
    : offeredTo ? t('leaving.decided.transfer', { name: offeredTo }) : t('leaving.decided.transferPlain')
  return (
    <div className='flex max-w-96 shrink-0 flex-wrap content-start items-center justify-end gap-1.5'>
      {decided && <span className='text-sm text-ok'>{decided}</span>}
      {actsOf(item).map((act, index) => (
        <Button key={act} small tabIndex={-1} look={decision !== null ? 'quiet' : index === 0 ? 'brand' : 'plain'} onClick={() => { void actOn(desk, item, act) }}>
          {word(act)}<kbd className='font-sans text-xs opacity-90'>{ACT_KEYS[act]}</kbd>
        </Button>
      ))}
    </div>
  )
}
