import { DateTime } from 'luxon'
import type { Customer, Order } from '../../domain/entities/customer.ts'
import type { Language } from '../../domain/entities/scalars.ts'
import { isVisitorName } from '../../domain/entities/visitor-name.ts'
import type { VariableValues } from '../../domain/scripts/variables.ts'

const TIERS = { normal: { zh: '会员', en: 'member' }, silver: { zh: '银卡会员', en: 'silver member' }, gold: { zh: '金卡会员', en: 'gold member' } } as const
const GREETINGS: readonly (readonly [fromHour: number, zh: string, en: string])[] = [
  [0, '您好', 'Hello'], [5, '早上好', 'Good morning'], [11, '中午好', 'Hello'], [13, '下午好', 'Good afternoon'], [18, '晚上好', 'Good evening'], [23, '您好', 'Hello'],
]

export type ValueSource = {
  language: Language
  customer: Customer | null
  /** Shown where the customer's row is not here. */
  customerName: string | null
  order: Order | null
  agentName: string
  shopName: string
  nowMs: number
  timeZone: string
}

/** What variables of scripts are filled with; null = not known, then the fallback stands. Masked numbers stay masked. */
export function variableValues({ language, customer, customerName, order, agentName, shopName, nowMs, timeZone }: ValueSource): VariableValues {
  const date = (ms: number): string => DateTime.fromMillis(ms, { zone: timeZone }).setLocale(language === 'zh' ? 'zh-CN' : 'en-GB')
    .toLocaleString({ month: 'long', day: 'numeric' })
  const now = DateTime.fromMillis(nowMs, { zone: timeZone })
  const greeting = [...GREETINGS].reverse().find(([from]) => now.hour >= from)
  return {
    'customer.name': customer?.name ?? named(customer?.nickname ?? customerName),
    'customer.nickname': named(customer?.nickname ?? customerName),
    'customer.tier': customer ? TIERS[customer.tier][language] : null,
    'order.number': order?.number ?? null,
    'order.total': order ? `${(order.totalFen / 100).toFixed(2).replace(/\.00$/, '')}${language === 'zh' ? '元' : ' yuan'}` : null,
    'order.item': order?.items[0]?.title ?? null,
    'order.date': order ? date(order.placedAtMs) : null,
    'order.carrier': order?.carrier ?? null,
    'order.tracking': order?.trackingMasked ?? null,
    'agent.name': agentName,
    'shop.name': shopName,
    'time.greeting': greeting ? greeting[language === 'zh' ? 1 : 2] : null,
    'time.date': date(nowMs),
    'time.clock': now.toFormat('HH:mm'),
  }
}

function named(nickname: string | null): string | null {
  return nickname === null || isVisitorName(nickname) ? null : nickname
}
