import { Check, Hourglass, MoveRight } from 'lucide-react'
import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { HandoverListView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Button } from '../../ui/button.tsx'

/** The letter that contacts the chosen customer. */
export const CONTACT_KEY = 'L'

type Item = HandoverListView['items'][number]

/** One inherited customer: note, promises (H4), and what is to be done: confirm, then contact within T6. */
export function ReceivedRow({ item, hang, chosen, onConfirm, onContact }: {
  item: Item; hang: { 'data-row': string; tabIndex: number; onFocus: () => void }; chosen: boolean; onConfirm: () => void; onContact: () => void
}) {
  const { t } = useTranslation()
  const days = useDays()
  return (
    <li
      {...hang} data-item-state={item.state} aria-current={chosen ? 'true' : undefined}
      className={clsx('border-b border-line px-5 py-3 outline-none last:border-0 focus:shadow-[inset_2px_0_0_var(--brand)]', chosen && 'bg-brand-soft')}
    >
      <div className='flex items-center gap-3'>
        <p className='min-w-0 flex-1 truncate font-medium'>{item.customerName}</p>
        {item.state === 'listed' && <Button small tabIndex={-1} look='brand' onClick={onConfirm}>{t('handover.confirm')}</Button>}
        {item.state === 'confirmed' && (item.contact
          ? <Button small tabIndex={-1} look='brand' onClick={onContact}>{t('handover.contact')}<kbd className='font-sans text-xs opacity-90'>{CONTACT_KEY}</kbd></Button>
          : <Mark text={t('handover.contacted')} />)}
        {item.state === 'void' && <Mark text={t('handover.state.void')} />}
        {item.state === 'escalated' && (
          <span className='inline-flex items-center gap-1 text-sm text-warn'><MoveRight size={14} aria-hidden='true' />{t('handover.state.escalated', { name: item.toName ?? t('handover.someone') })}</span>
        )}
      </div>
      <p className='mt-0.5 text-sm [overflow-wrap:anywhere] text-ink-2'>{item.note || t('handover.noNote')}</p>
      {item.promises.map(promise => (
        <p key={promise.id} className='mt-0.5 flex items-center gap-1.5 text-xs text-ink-2'>
          <Hourglass size={13} className='shrink-0' aria-hidden='true' />
          {promise.text ? t('leaving.promise', { time: days.time(promise.dueAtMs), text: promise.text }) : t('leaving.promisePlain', { time: days.time(promise.dueAtMs) })}
        </p>
      ))}
      {item.contact && <Contact contact={item.contact} />}
    </li>
  )
}

function Mark({ text }: { text: string }) {
  return <span className='inline-flex shrink-0 items-center gap-1 text-sm text-ok'><Check size={14} aria-hidden='true' />{text}</span>
}

/** T6: amber from the target on, red from the limit on. */
function Contact({ contact: { targetAtMs, limitAtMs } }: { contact: NonNullable<Item['contact']> }) {
  const { t } = useTranslation()
  const tone = useTime(nowMs => nowMs >= limitAtMs ? 'late' : nowMs >= targetAtMs ? 'soon' : 'calm')
  const left = useTime(nowMs => clockText((nowMs < targetAtMs ? targetAtMs : limitAtMs) - nowMs))
  return (
    <p data-t6={tone} className={clsx('mt-0.5 text-xs tabular-nums', tone === 'late' ? 'text-late' : tone === 'soon' ? 'text-warn' : 'text-ink-2')}>
      {t(tone === 'late' ? 'handover.contactLate' : 'handover.contactIn', { left })}
    </p>
  )
}
