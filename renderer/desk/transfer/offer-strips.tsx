import { ArrowRightLeft, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TransfersView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Strip } from '../shift/strip.tsx'
import { answerOffer, takeBackOffer } from './answer-offer.ts'

type Row = TransfersView['incoming'][number]

/** What colleagues offer me, the nearest to run out first; below it what I have offered (accepted within 30 s, else it returns). */
export function OfferStrips() {
  const transfers = useLive(state => state.transfers)
  if (!transfers) return null
  return (
    <>
      {transfers.incoming.map((row, index) => <Incoming key={row.id} row={row} keyed={index === 0} />)}
      {transfers.outgoing.map(row => <Outgoing key={row.id} row={row} />)}
    </>
  )
}

/** Whole seconds until the offer returns; empty when it does not run out. */
function useLeft({ expiresAtMs }: Row): string {
  const { t } = useTranslation()
  const seconds = useTime(nowMs => expiresAtMs === null ? -1 : Math.max(0, Math.ceil((expiresAtMs - nowMs) / 1000)))
  return seconds < 0 ? '' : t('transfer.left', { left: seconds })
}

function Incoming({ row, keyed }: { row: Row; keyed: boolean }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const keys = acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {})
  const left = useLeft(row)
  const cap = (name: 'accept' | 'decline') => keyed && <kbd className='font-sans text-xs opacity-90'>{keyCaps(keys[name], desk.mac).join(' ')}</kbd>
  const words = t('transfer.incoming', { from: row.fromName, customer: row.customerName })
  return (
    <Strip
      name='incoming' tone='info' icon={<ArrowRightLeft size={16} />} side={left}
      text={<><span className='font-semibold'>{words}</span>{row.note && <span className='ml-2 text-ink-2' title={row.note}>{row.note}</span>}</>}
    >
      <Button small onClick={() => { void answerOffer(desk, row, false) }}>{t('transfer.decline')}{cap('decline')}</Button>
      <Button small look='brand' onClick={() => { void answerOffer(desk, row, true) }}>{t('transfer.accept')}{cap('accept')}</Button>
    </Strip>
  )
}

function Outgoing({ row }: { row: Row }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const left = useLeft(row)
  return (
    <Strip name='outgoing' tone='calm' icon={<Send size={16} />} text={t('transfer.outgoing', { name: row.toName, customer: row.customerName })} side={left}>
      <Button small onClick={() => { void takeBackOffer(desk, row.id) }}>{t('transfer.cancel')}</Button>
    </Strip>
  )
}
