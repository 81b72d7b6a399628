import { findPersonalData, type PersonalKind } from '../personal-data/find.ts'
import type { BuiltInRule } from './finding.ts'

/** Something personal in a text (P4, C4). `value`: its digits and letters alone, an address as `keyOfAddress` has it. */
export type PersonalFind = { rule: BuiltInRule; start: number; end: number; value: string }

const RULE_OF: Record<PersonalKind, BuiltInRule> = {
  mobile: 'phone', landline: 'phone', international: 'phone', email: 'email', id_card: 'identity', bank_card: 'card', account: 'card',
}

const SPELLED = '零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两'
const DIGIT_OF = new Map([...SPELLED].map((sign, i) => [sign, '00012345678912345678912'.charAt(i)]))
/** Between the digits of a number that hides. */
const BETWEEN = '[ .·_*~/、,，|—–‐-]'
const RUN_OF_SIGNS = new RegExp(`[\\d${SPELLED}oOlI](?:${BETWEEN}{0,2}[\\d${SPELLED}oOlI]){6,}`, 'g')
const HIDDEN_MOBILE = new RegExp(`(?<!\\d)1${BETWEEN}?[3-9](?:${BETWEEN}{0,2}\\d){9}(?!${BETWEEN}?\\d)`, 'g')

/** Circled and full-width digits, and digits spelled out or written as look-alike letters in a number, unit for unit as ASCII. */
export function plainDigits(text: string): string {
  const narrow = text.replace(/[\uff01-\uff5e\u2460-\u2468\u24ea\u2776-\u277e\u24f5-\u24fd\u24ff\u2780-\u2788\u278a-\u2792]/g, sign => {
    const code = sign.charCodeAt(0)
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
    if (code === 0x24ea || code === 0x24ff) return '0'
    const first = [0x2460, 0x2776, 0x24f5, 0x2780, 0x278a].find(start => code >= start && code < start + 9) ?? code
    return String(code - first + 1)
  })
  return narrow.replace(RUN_OF_SIGNS, run => {
    // Words of letters alone, and counts ("一两"), are no number.
    if (!/\d/.test(run) && /[oOlI]/.test(run)) return run
    return run.replace(/./gsu, sign => DIGIT_OF.get(sign) ?? (/[oO]/.test(sign) ? '0' : /[lI]/.test(sign) ? '1' : sign))
  })
}

const ORDER_LABEL = /(?:订单(?:编?号(?:码)?)?|訂單(?:編?號)?|order(?:\s*(?:number|no\.?|id))?)\s*(?:是|为|is)?\s*[:：#＃]?\s*([A-Za-z]{0,4}[\d-]{8,30})(?![\dA-Za-z])/gi
/** Numbers of orders stand alone as long runs of digits; bar codes (13) and shorter ones are left out. */
const LONG_NUMBER = /(?<![\dA-Za-z.])\d{14,24}(?![\dA-Za-z])/g
/** A one-time code named as such, with its digits behind. A parcel's pick-up code is none. */
const CODE = /(?:验证码|驗證碼|校验码|校驗碼|动态码|動態碼|短信码|動態密碼|动态密码|verification code|security code|one[- ]?time (?:code|password)|passcode|\botp\b|\bcvv2?\b|\bpin(?: code)?)[^\d\n]{0,8}?(\d(?:[ -]?\d){2,7})(?![\d]|\s*(?:位|秒|分|小时|天|年|元|个|次|seconds?|minutes?|digits?))/gi

/** Where a street address ends: a house number with what follows it. */
const HOUSE = /\d{1,5}(?:-\d{1,4})* ?(?:号|號|弄|栋|棟|幢|座|单元|單元|室|楼|樓)(?:[\p{Script=Han}A-Za-z ,-]{0,6}?\d{1,5} ?(?:号|號|栋|棟|幢|座|单元|單元|室|楼|樓|层|層))*/gu
/** The way it stands in, with the two characters before it. */
const WAY = /[\p{Script=Han}\d]{2}(?:(?<!在|线|思|网|半|一|出)路(?![上过线途由])|街道?|大道|巷|弄堂|胡同|村|小区|花园|公寓|大厦|广场|新村|社区|家园|苑)/u
const ADDRESS_EN = /\b(?:(?:room|rm|apt|flat|unit|suite)\.? ?\d{1,5},? )?(?:no\.? ?)?\d{1,5},? (?:[A-Z][A-Za-z'-]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|way|close|square)\b/gi

/** How an address is compared: without spaces and signs. */
function keyOfAddress(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The value of a number as it is compared: its digits, letters in small. */
function keyOfNumber(text: string): string {
  return text.toLowerCase().replace(/[^0-9a-z]/g, '')
}

/** Phones as people write them, with or without the country. */
function keyOfPhone(text: string): string {
  return text.replace(/\D/g, '').replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')
}

/**
 * Everything personal in a text, also where it hides: spelled, circled and full-width digits, signs between them. In order, never
 * overlapping. A card passes Luhn and a identity number its checksum, or is no such number. (C2, C4, P4)
 */
export function findPersonal(text: string): PersonalFind[] {
  const plain = plainDigits(text)
  if (!/\d/.test(plain) && !text.includes('@') && !text.includes('＠')) return []
  const found: PersonalFind[] = []
  const free = (start: number, end: number): boolean => found.every(other => end <= other.start || start >= other.end)
  const add = (rule: BuiltInRule, start: number, end: number, value: string): void => {
    if (free(start, end)) found.push({ rule, start, end, value })
  }
  for (const { index, 0: all, 1: digits = '' } of plain.matchAll(CODE)) {
    const start = index + all.lastIndexOf(digits)
    add('code', start, start + digits.length, keyOfNumber(digits))
  }
  for (const { index, 0: all, 1: number = '' } of plain.matchAll(ORDER_LABEL)) {
    const start = index + all.lastIndexOf(number)
    if (/\d{6}/.test(number.replace(/-/g, ''))) add('order', start, start + number.length, keyOfNumber(number))
  }
  for (const { kind, start, end } of findPersonalData(plain)) {
    const value = plain.slice(start, end)
    if (kind === 'id_card' && !hasChecksum(keyOfNumber(value))) continue
    add(RULE_OF[kind], start, end, kind === 'email' ? value.toLowerCase() : RULE_OF[kind] === 'phone' ? keyOfPhone(value) : keyOfNumber(value))
  }
  for (const { index, 0: number } of plain.matchAll(HIDDEN_MOBILE)) add('phone', index, index + number.length, keyOfPhone(number))
  for (const { index, 0: number } of plain.matchAll(LONG_NUMBER)) add('order', index, index + number.length, keyOfNumber(number))
  for (const { start, end, value } of addresses(plain)) add('address', start, end, value)
  return found.sort((a, b) => a.start - b.start)
}

function addresses(plain: string): { start: number; end: number; value: string }[] {
  const found = [...plain.matchAll(ADDRESS_EN)].map(({ index, 0: words }) => ({ start: index, end: index + words.length, value: keyOfAddress(words) }))
  for (const { index, 0: house } of plain.matchAll(HOUSE)) {
    const before = /[\p{Script=Han}A-Za-z0-9 -]{0,40}$/u.exec(plain.slice(0, index))?.[0] ?? ''
    const way = WAY.exec(before)
    // "12月15号" is a day.
    if (!way || before.endsWith('月')) continue
    const end = index + house.length
    found.push({ start: index - before.length, end, value: keyOfAddress(plain.slice(index - before.length + way.index, end)) })
  }
  return found
}

/** The last sign of an identity number of 18 follows from the others (GB 11643); those of 15 have none. */
function hasChecksum(value: string): boolean {
  if (value.length === 15) return true
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, i) => all + weight * Number(value[i]), 0)
  return '10x98765432'[sum % 11] === value[17]
}

/** What a desk knows of the one it talks to: their words, the numbers of their orders, the masked forms of their row. */
export type KnownData = {
  /** Texts of this conversation. */
  texts: readonly string[]
  orderNumbers: readonly string[]
  phoneMasked: string | null
  emailMasked: string | null
  addressMasked: string | null
  /** Does it stand in what the shop itself publishes: its telephone, where returns go? */
  ofTheShop: (words: string) => boolean
}

const matchesMask = (value: string, masked: string | null): boolean => {
  if (masked === null || !masked.includes('*')) return false
  const [before = '', after = ''] = masked.toLowerCase().replace(/^\+86 /, '').split(/\*+/)
  return value.startsWith(before.replace(/[^\p{L}\p{N}@.]/gu, '')) && value.endsWith(after.replace(/[^\p{L}\p{N}@.]/gu, ''))
}

/**
 * Does it belong to this talk: said in it, of one of the customer's orders, or what the customer's row shows masked? (C4)
 * @param words as they stand in the text
 */
export function isKnown({ rule, value }: PersonalFind, words: string, known: KnownData): boolean {
  if (known.ofTheShop(words)) return true
  if (rule === 'order' && known.orderNumbers.some(number => keyOfNumber(number) === value)) return true
  if (rule === 'phone' && matchesMask(value, known.phoneMasked)) return true
  if (rule === 'email' && matchesMask(value, known.emailMasked)) return true
  if (rule === 'address') {
    const area = keyOfAddress(known.addressMasked?.replace(/\*+.*$/su, '') ?? '')
    if (area.length >= 3 && keyOfAddress(words).includes(area)) return true
    return known.texts.some(text => keyOfAddress(plainDigits(text)).includes(value))
  }
  return known.texts.some(text => rule === 'email' ? text.toLowerCase().includes(value) : standsIn(plainDigits(text), value))
}

/** The whole number, not a part of a longer one; whatever stands between its digits. */
function standsIn(text: string, value: string): boolean {
  const bare = text.toLowerCase().replace(/(?<=\d)[^0-9a-z\n]{1,2}(?=\d)/g, '')
  for (let at = bare.indexOf(value); at >= 0; at = bare.indexOf(value, at + 1)) {
    if (!/\d/.test(bare[at + value.length] ?? '') && !/\d/.test(bare.slice(0, at).replace(/(?:00|\+)?86$/, '').at(-1) ?? '')) return true
  }
  return text.toLowerCase().replace(/[^0-9a-z]/g, '').includes(value)
}
