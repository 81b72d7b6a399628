import { useTranslation } from 'react-i18next'
import type { LeavingView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { inputLook } from '../../ui/field.tsx'
import type { Leaving } from '../../state/window-store.ts'
import type { HandOver } from './use-hand-over.ts'

/** H2, H8: whom the list goes to and what customers are told; the last shift of the day has nobody and finishes all. */
export function HandFoot({ leaving, view, give, onSend }: { leaving: Leaving; view: LeavingView; give: HandOver; onSend: () => void }) {
  const { t } = useTranslation()
  const days = useDays()
  const last = useLive(state => state.shift?.lastOfDay ?? false) && leaving.kind === 'shift_end'
  return (
    <div className='flex flex-col gap-2.5'>
      <div className='grid grid-cols-[220px_1fr] gap-3'>
        <label className='block'>
          <span className='mb-1 block text-sm text-ink-2'>{t('handover.to')}</span>
          <select className={inputLook} value={give.toPersonId} onChange={event => { give.choose(event.target.value) }}>
            {view.counterparts.map(one => (
              <option key={one.personId} value={one.personId}>
                {one.shiftFromMs === null ? t('handover.counterpart', { name: one.name, state: t(`presence.${one.state}`) }) : t('handover.counterpartAt', { name: one.name, time: days.time(one.shiftFromMs) })}
              </option>
            ))}
            <option value=''>{t('handover.nobody')}</option>
          </select>
        </label>
        <label className='block'>
          <span className='mb-1 block text-sm text-ink-2'>{t('handover.line')}</span>
          <input className={inputLook} value={give.line} maxLength={1_000} placeholder={t('handover.lineHint')} onChange={event => { give.setLine(event.target.value) }} />
        </label>
      </div>
      <div className='flex items-center gap-3'>
        <p className='min-w-0 flex-1 text-sm text-warn'>{last && view.counterparts.length === 0 ? t('handover.allFinish') : ''}</p>
        <Button look='brand' data-gate disabled={give.sending} onClick={onSend}>{t('handover.send', { count: view.items.length })}</Button>
      </div>
    </div>
  )
}
