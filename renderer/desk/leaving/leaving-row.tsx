import { ArrowRightLeft, Check, Hourglass, ShieldAlert } from 'lucide-react'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeavingItem } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Tag } from '../../ui/tag.tsx'
import { RowRing } from '../list/row-due.tsx'
import { ringDue } from '../list/shown-list.ts'
import { LeavingButtons } from './leaving-buttons.tsx'
import { proposed } from './leaving-acts.ts'

type Hang = { 'data-row': string; tabIndex: number; onFocus: () => void }

/** One customer of the panel: how urgent, who, what was said last, what the rules say of them, and what can be done. */
export function LeavingRow({ item, hang, note }: { item: LeavingItem; hang: Hang; /** The words for the counterpart, where there is one. */ note?: ReactNode }) {
  const { t } = useTranslation()
  const { row, kind, decision } = item
  const ring = ringDue(row.dues)
  return (
    <li
      {...hang} data-kind={kind} aria-label={row.name}
      className='border-b border-line px-5 py-3 outline-none focus:bg-hover focus:shadow-[inset_2px_0_0_var(--brand)]'
    >
      <div className='flex gap-3.5'>
        <span className='grid h-8 w-[30px] shrink-0 place-items-center'>
          {decision !== null ? <span className='grid size-[30px] place-items-center rounded-full bg-brand-soft text-ok'><Check size={16} aria-hidden='true' /></span>
            : ring ? <RowRing due={ring} /> : <Avatar name={row.name} size='row' />}
        </span>
        <div className={clsx('min-w-0 flex-1', decision !== null && 'text-ink-2')}>
          <p className='flex items-center gap-2'>
            <span className='min-w-0 truncate font-medium'>{row.name}</span>
            <Tag tone={kind === 'waiting' ? 'late' : kind === 'fresh' ? 'info' : 'plain'}>{t(`leaving.kind.${kind}`)}</Tag>
            {row.tier !== 'normal' && <Tag tone={row.tier === 'gold' ? 'info' : 'plain'}>{t(`tier.${row.tier}`)}</Tag>}
            {row.agentsBefore > 0 && <Tag tone='warn'>{t('list.agentNthHint', { count: row.agentsBefore })}</Tag>}
          </p>
          <p className='truncate text-sm text-ink-2'>{row.snippet || t('list.noSnippet')}</p>
          {decision === null && <RuleLine item={item} />}
          {item.promises.map(promise => <PromiseLine key={promise.id} {...promise} />)}
        </div>
        <LeavingButtons item={item} />
      </div>
      {note && <div className='pl-11'>{note}</div>}
    </li>
  )
}

/** M6 and M4 in the agent's words, or whom a newly connected customer could go to. */
function RuleLine({ item }: { item: LeavingItem }) {
  const { t } = useTranslation()
  const look = 'mt-0.5 flex items-center gap-1.5 text-xs text-ink-2'
  if (item.transferRule === 'M6') return <p className={look}><ShieldAlert size={13} className='shrink-0 text-warn' aria-hidden='true' />{t('leaving.rule.M6')}</p>
  const to = proposed(item)
  if (item.kind === 'fresh' && to) {
    return (
      <p className={look}>
        <ArrowRightLeft size={13} className='shrink-0' aria-hidden='true' />
        {to.why === 'none' ? t('leaving.suggest', { name: to.name, load: to.load }) : t('leaving.suggestWhy', { name: to.name, why: t(`transfer.why.${to.why}`) })}
      </p>
    )
  }
  return null
}

/** H4: what was promised travels with the customer. */
function PromiseLine({ text, dueAtMs }: { text: string; dueAtMs: number }) {
  const { t } = useTranslation()
  const days = useDays()
  const time = days.time(dueAtMs)
  return (
    <p className='mt-0.5 flex items-center gap-1.5 text-xs text-ink-2'>
      <Hourglass size={13} className='shrink-0' aria-hidden='true' />{text ? t('leaving.promise', { time, text }) : t('leaving.promisePlain', { time })}
    </p>
  )
}
