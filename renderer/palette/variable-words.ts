import type { TFunction } from 'i18next'

const KNOWN = [
  'customer_name', 'customer_nickname', 'customer_tier', 'order_number', 'order_title', 'order_state', 'order_carrier', 'order_tracking', 'order_total', 'agent_name', 'shop_name',
  'promise_time', 'time_now', 'time_today', 'time_greeting', 'campaign_name', 'campaign_end',
] as const

/** @param open a variable as it stands in a text, `{{order.number}}`; @returns what it is called, its own name when nobody gave it words */
export function variableWord(t: TFunction, open: string): string {
  const name = /^\{\{\s*([^|}]*?)\s*(?:\|[^}]*)?\}\}$/.exec(open)?.[1] ?? open
  const known = KNOWN.find(one => one === name.replaceAll('.', '_'))
  return known ? t(`variable.name.${known}`) : name
}
