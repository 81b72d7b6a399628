import type { Language } from '../entities/scalars.ts'

/** UTF-16 from (included) and to (not included). */
export type TextSpan = [from: number, to: number]
export type VariableValues = Partial<Record<string, string | null>>

type VariableGroup = 'customer' | 'order' | 'agent' | 'shop' | 'time'

/** A variable that scripts may hold, with words for the studio and an example to try a script with. */
export type Variable = {
  name: string
  group: VariableGroup
  words: Record<Language, string>
  example: Record<Language, string>
}

/** Every variable the program fills. Those of colleague and promise are the agent's to say: their fallbacks stand until then. */
export const VARIABLES: readonly Variable[] = [
  { name: 'customer.name', group: 'customer', words: { zh: '客户称呼', en: "customer's name" }, example: { zh: '陈女士', en: 'Ms Chen' } },
  { name: 'customer.nickname', group: 'customer', words: { zh: '客户昵称', en: "customer's nickname" }, example: { zh: '小雨点', en: 'raindrop' } },
  { name: 'customer.tier', group: 'customer', words: { zh: '会员等级', en: 'member tier' }, example: { zh: '金卡', en: 'gold' } },
  { name: 'order.number', group: 'order', words: { zh: '订单号', en: 'order number' }, example: { zh: '2026112012345678', en: '2026112012345678' } },
  { name: 'order.total', group: 'order', words: { zh: '订单金额', en: 'order total' }, example: { zh: '299元', en: '299 yuan' } },
  { name: 'order.item', group: 'order', words: { zh: '订单商品', en: 'item ordered' }, example: { zh: '麻花开衫', en: 'cable cardigan' } },
  { name: 'order.date', group: 'order', words: { zh: '下单日期', en: 'date of the order' }, example: { zh: '11月20日', en: '20 November' } },
  { name: 'order.carrier', group: 'order', words: { zh: '快递公司', en: 'courier' }, example: { zh: '中通', en: 'ZTO' } },
  { name: 'order.tracking', group: 'order', words: { zh: '快递单号', en: 'parcel number' }, example: { zh: '********3107', en: '********3107' } },
  { name: 'agent.name', group: 'agent', words: { zh: '客服名字', en: "agent's name" }, example: { zh: '小安', en: 'Ann' } },
  { name: 'colleague.name', group: 'agent', words: { zh: '同事名字', en: "colleague's name" }, example: { zh: '小林', en: 'Lin' } },
  { name: 'shop.name', group: 'shop', words: { zh: '店铺名', en: "shop's name" }, example: { zh: '云朵小铺', en: 'Cloud Shop' } },
  { name: 'time.greeting', group: 'time', words: { zh: '时段问候', en: 'greeting of the hour' }, example: { zh: '下午好', en: 'Good afternoon' } },
  { name: 'time.date', group: 'time', words: { zh: '今天日期', en: "today's date" }, example: { zh: '11月22日', en: '22 November' } },
  { name: 'time.clock', group: 'time', words: { zh: '现在时间', en: 'time of day' }, example: { zh: '14:30', en: '14:30' } },
  { name: 'promise.time', group: 'time', words: { zh: '承诺时间', en: 'promised time' }, example: { zh: '18:00前', en: 'by 18:00' } },
]
const KNOWN = new Set(VARIABLES.map(({ name }) => name))

/** A stretch of a script's body: words, or a variable with its fallback (null = none). */
type Piece = { text: string; variable: { name: string; fallback: string | null } | null }

const VARIABLE = /\{\{\s*([\w.]+)\s*(?:\|([^{}]*))?\}\}/g

/** @returns the body in its pieces, in order; what is no whole variable is words */
export function parseBody(body: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of body.matchAll(VARIABLE)) {
    if (match.index > at) pieces.push({ text: body.slice(at, match.index), variable: null })
    const [text, name = '', fallback] = match
    pieces.push({ text, variable: { name, fallback: fallback?.trim() ?? null } })
    at = match.index + text.length
  }
  if (at < body.length) pieces.push({ text: body.slice(at), variable: null })
  return pieces
}

/** @returns names of variables that the program does not know, and braces that make no variable: faults of a script */
export function brokenVariables(body: string): string[] {
  return parseBody(body).flatMap(({ text, variable }) =>
    variable ? (KNOWN.has(variable.name) ? [] : [variable.name]) : text.match(/\{\{[^{}]{0,40}\}?\}?|\}\}/g) ?? [])
}

/** @returns the body as it reads when nothing is known: fallbacks in their places, what has none left out */
export function plainBody(body: string): string {
  return body.includes('{{') ? parseBody(body).map(({ text, variable }) => variable ? variable.fallback ?? '' : text).join('') : body
}

export type Filled = {
  text: string
  /** What came out of a variable. */
  filled: TextSpan[]
  /** What the agent has to fill: the placeholder stands as it is written. */
  open: TextSpan[]
  /** A place in `plainBody` to the place in `text`; null inside a variable that was filled with something else. */
  place: (plainAt: number) => number | null
}

/** Fills a script's body: the value, else the fallback, else it stays open. Values are never read as variables themselves. */
export function fillBody(body: string, values: VariableValues): Filled {
  const filled: TextSpan[] = []
  const open: TextSpan[] = []
  const stretches: { plain: number; length: number; at: number }[] = []
  let text = ''
  let plain = 0
  for (const { text: written, variable } of parseBody(body)) {
    const value = variable ? (Object.hasOwn(values, variable.name) ? values[variable.name] : null) ?? variable.fallback : written
    const at = text.length
    text += value ?? written
    const length = variable ? variable.fallback?.length ?? 0 : written.length
    if (variable && text.length > at) (value === null ? open : filled).push([at, text.length])
    if (!variable || value === variable.fallback) stretches.push({ plain, length, at })
    plain += length
  }
  const place = (plainAt: number): number | null => {
    const stretch = stretches.find(one => plainAt >= one.plain && plainAt < one.plain + one.length)
    return stretch ? stretch.at + plainAt - stretch.plain : null
  }
  return { text, filled, open, place }
}
