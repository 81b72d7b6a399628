import { useTranslation } from 'react-i18next'
import type { Order } from '../../../domain/entities/customer.ts'
import { returnDaysLeft } from '../../../domain/orders/return-window.ts'
import { useTime } from '../../edge/ticker.ts'
import { moneyText } from '../../format/day-text.ts'
import { useDays } from '../../i18n/use-days.ts'
import { Tag } from '../../ui/tag.tsx'
import type { TagTone } from '../../ui/tag.tsx'
import { Part } from './part.tsx'

const SHOWN = 4
const SOON_DAYS = 3

/** The last orders: what, where it is, how long it can be returned (K13). */
export function Orders({ orders, count }: { orders: Order[]; count: number }) {
  const { t } = useTranslation()
  return (
    <Part title={t('profile.orders')} side={<span className='text-xs text-ink-3'>{t('profile.orderCount', { count })}</span>}>
      {orders.length === 0 && <p className='text-sm text-ink-3'>{t('profile.noOrders')}</p>}
      <ul className='flex flex-col gap-2'>
        {orders.slice(0, SHOWN).map(order => <li key={order.id}><OrderCard order={order} /></li>)}
      </ul>
    </Part>
  )
}

function OrderCard({ order }: { order: Order }) {
  const { t, i18n } = useTranslation()
  const days = useDays()
  const left = useTime(nowMs => returnDaysLeft(order, nowMs))
  const [first, ...others] = order.items
  return (
    <article className='rounded-lg border border-line px-3 py-2'>
      <div className='flex items-start justify-between gap-2'>
        <p className='min-w-0 truncate' title={first?.title}>{first?.title}{first?.variant && <span className='text-ink-2'> · {first.variant}</span>}</p>
        <span className='shrink-0 tabular-nums'>{moneyText(order.totalFen, i18n.language)}</span>
      </div>
      <p className='selectable truncate text-xs text-ink-3 tabular-nums'>
        {order.number} · {days.monthDay(order.placedAtMs)}{others.length > 0 && ` · ${t('profile.more', { count: others.length })}`}
      </p>
      <div className='mt-1.5 flex flex-wrap items-center gap-1.5'>
        <Tag tone={stateTone(order.state)}>{t(`profile.state.${order.state}`)}</Tag>
        {left !== null && (
          <Tag tone={left === 0 ? 'plain' : left <= SOON_DAYS ? 'warn' : 'plain'}>
            {left === 0 ? t('profile.returnOver') : left === 1 ? t('profile.returnLast') : t('profile.returnLeft', { count: left })}
          </Tag>
        )}
        {order.carrier && <span className='truncate text-xs text-ink-2'>{order.carrier} {order.trackingMasked}</span>}
      </div>
    </article>
  )
}

function stateTone(state: Order['state']): TagTone {
  if (state === 'refunding' || state === 'unpaid') return 'warn'
  if (state === 'shipped' || state === 'in_transit' || state === 'paid') return 'info'
  return state === 'delivered' ? 'brand' : 'plain'
}
