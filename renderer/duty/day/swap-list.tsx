import { ArrowLeftRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShiftSwap } from '../../../domain/entities/roster.ts'
import { zonedMs } from '../../../domain/roster/zoned.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { useShiftWords } from '../roster/shift-words.ts'

/** Open swaps: those that wait for my answer, and mine. */
export function SwapList({ view }: { view: RosterView | null }) {
  const { t } = useTranslation()
  const me = useLive(state => state.session?.me?.personId)
  const swaps = view?.swaps.filter(({ state, fromPersonId, toPersonId }) => state === 'asked' && (fromPersonId === me || toPersonId === me)) ?? []
  if (!view || swaps.length === 0) return null
  return (
    <section aria-label={t('crew.swap.list')} className='border-t border-line bg-panel px-4 py-1'>
      <ul className='max-h-40 overflow-y-auto'>{swaps.map(swap => <SwapRow key={swap.id} swap={swap} view={view} forMe={swap.toPersonId === me} />)}</ul>
    </section>
  )
}

function SwapRow({ swap, view, forMe }: { swap: ShiftSwap; view: RosterView; forMe: boolean }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const days = useDays(view.timeZone)
  const words = useShiftWords(view.timeZone)
  const shiftText = (id: string | null) => {
    const shift = view.shifts.find(one => one.id === id)
    return shift ? `${days.weekday(zonedMs(shift.date, 720, view.timeZone))} ${words(shift).text}` : t('crew.swap.gone')
  }
  const values = {
    name: view.people.find(({ personId }) => personId === (forMe ? swap.fromPersonId : swap.toPersonId))?.name ?? '',
    shift: shiftText(swap.shiftId), other: swap.otherShiftId === null ? '' : shiftText(swap.otherShiftId),
  }
  const text = swap.otherShiftId === null ? (forMe ? t('crew.swap.forMe', values) : t('crew.swap.fromMe', values)) : forMe ? t('crew.swap.forMeTake', values) : t('crew.swap.fromMeTake', values)
  const answer = (agree: boolean) => actions.done(client.call('swap.answer', { swapId: swap.id, agree }), agree ? t('crew.swap.agreed') : t('crew.swap.declined'))
  return (
    <li className='flex min-h-9 items-center gap-2 border-b border-line last:border-0'>
      <ArrowLeftRight size={14} aria-hidden='true' className='shrink-0 text-ink-3' />
      <span className='selectable min-w-0 flex-1 truncate' title={swap.note || undefined}>{text}{swap.note && <span className='text-ink-2'> · {swap.note}</span>}</span>
      {forMe ? (
        <>
          <Button small onClick={() => { void answer(false) }}>{t('crew.swap.decline')}</Button>
          <Button small look='brand' onClick={() => { void answer(true) }}>{t('crew.swap.agree')}</Button>
        </>
      ) : <Button small look='quiet' onClick={() => { void actions.done(client.call('swap.cancel', { swapId: swap.id }), t('crew.swap.cancelled')) }}>{t('crew.swap.cancel')}</Button>}
    </li>
  )
}
