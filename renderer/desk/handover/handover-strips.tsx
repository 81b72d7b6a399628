import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useLive } from '../../state/live-store.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Strip } from '../shift/strip.tsx'
import { contactsLeft, firstToConfirm, settledOf } from './lists.ts'

/** H3: what somebody hands over to me, until each is confirmed and contacted; and how far my own list is. */
export function HandoverStrips() {
  const { t } = useTranslation()
  const handovers = useLive(state => state.handovers)
  const own = handovers?.given.find(list => list.state === 'open')
  const received = handovers?.received ?? []
  const next = firstToConfirm(received)
  const contacts = contactsLeft(received)
  const show = (kind: 'received' | 'given') => <Button small look={kind === 'received' ? 'brand' : 'plain'} onClick={() => { openDialog({ kind }) }}>{t('handover.show')}</Button>
  return (
    <>
      {next ? (
        <Strip
          name='received' tone='warn' icon={<Users size={16} />} side={<Left untilMs={next.list.limitAtMs} />}
          text={t('handover.strip', { name: next.list.fromName, count: next.open })}
        >
          {show('received')}
        </Strip>
      ) : contacts > 0 && <Strip name='contacts' tone='warn' icon={<Users size={16} />} text={t('handover.stripContact', { count: contacts })}>{show('received')}</Strip>}
      {own && (
        <Strip name='given' tone='calm' icon={<Users size={16} />} text={t('handover.given', { done: settledOf(own), total: own.items.length })} side={<Left untilMs={own.limitAtMs} />}>
          {show('given')}
        </Strip>
      )}
    </>
  )
}

function Left({ untilMs }: { untilMs: number }) {
  const { t } = useTranslation()
  const text = useTime(nowMs => nowMs < untilMs ? clockText(untilMs - nowMs) : '')
  return text ? t('handover.left', { left: text }) : null
}
