import { Check, CircleDashed, MoveRight, Users } from 'lucide-react'
import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { HandoverListView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { clockText } from '../../format/clock-text.ts'
import { useDesk } from '../../state/desk-context.ts'
import { leave, openOfMine } from '../../state/leaving.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Busy, Empty } from '../../ui/states.tsx'
import { settledOf } from './lists.ts'

const icons = { listed: CircleDashed, confirmed: Check, escalated: MoveRight, void: Check } as const

/** H3: my list as it is confirmed item by item; off duty is reached once all are settled (H5). */
export function GivenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const handovers = useLive(state => state.handovers)
  const list = handovers?.given.find(one => one.state === 'open') ?? handovers?.given[0]
  const done = list ? settledOf(list) === list.items.length : true
  const go = async () => {
    onClose()
    await leave(desk, { kind: list?.cause === 'meeting' ? 'meeting' : 'shift_end', reason: null, untilMs: null })
  }
  return (
    <Dialog title={t(list?.cause === 'meeting' ? 'leaving.title.meeting' : 'leaving.title.shift_end')} {...(list ? { lead: t('handover.progress', { done: settledOf(list), total: list.items.length }) } : {})} onClose={onClose}>
      {!handovers ? <Busy text={t('common.loading')} /> : !list ? <Empty icon={<Users size={28} />} title={t('handover.empty')} /> : <List list={list} />}
      <div className='flex items-center justify-end gap-3 border-t border-line px-5 py-3'>
        {done && <p role='status' className='flex-1 text-ok'>{t('handover.allDone')}</p>}
        <Button onClick={onClose}>{t('common.close')}</Button>
        <Button look='brand' className='disabled:opacity-50' disabled={!done || openOfMine() > 0} onClick={() => { void go() }}>{t(list?.cause === 'meeting' ? 'handover.meet' : 'handover.offDuty')}</Button>
      </div>
    </Dialog>
  )
}

function List({ list }: { list: HandoverListView }) {
  const { t } = useTranslation()
  const left = useTime(nowMs => nowMs < list.limitAtMs ? clockText(list.limitAtMs - nowMs) : '')
  const done = settledOf(list)
  return (
    <>
      <div className='px-5 pt-3 pb-2'>
        <Progress label={t('handover.progress', { done, total: list.items.length })} done={done} total={list.items.length} />
        {done < list.items.length && <p className={clsx('mt-1.5 text-sm tabular-nums', left ? 'text-ink-2' : 'text-late')}>{left ? t('handover.confirmBy', { left }) : t('handover.over')}</p>}
      </div>
      <ul className='overflow-y-auto border-t border-line' tabIndex={0} aria-label={t('handover.progress', { done, total: list.items.length })}>
        {list.items.map(item => {
          const Icon = icons[item.state]
          return (
            <li key={item.id} className='flex items-start gap-3 border-b border-line px-5 py-2.5 last:border-0'>
              <Icon size={16} className={clsx('mt-1 shrink-0', item.state === 'listed' ? 'text-ink-3' : item.state === 'escalated' ? 'text-warn' : 'text-ok')} aria-hidden='true' />
              <div className='min-w-0 flex-1'>
                <p className='truncate'>{item.customerName}</p>
                <p className='truncate text-sm text-ink-2'>{item.note || t('handover.noNote')}</p>
              </div>
              <span className={clsx('shrink-0 text-sm', item.state === 'listed' ? 'text-ink-2' : item.state === 'escalated' ? 'text-warn' : 'text-ok')}>
                {t(`handover.state.${item.state}`, { name: item.toName ?? t('handover.someone') })}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
