/** What a stretch of text gives away (P4, C2, C4). */
export type PersonalKind = 'mobile' | 'landline' | 'international' | 'email' | 'id_card' | 'bank_card' | 'account'

/** `start` and `end` count UTF-16 units of the text, `end` not included. */
export interface PersonalSpan { kind: PersonalKind; start: number; end: number }

const ORDER_LABEL = /(?:订单(?:编?号)?|单号|运单|快递|物流|货号|编号|商品(?:号|ID)|order|tracking|parcel|sku|item|no\.)\s*(?:是|为|number|id|no\.?)?\s*[:：#＃]?\s*$/i
const ACCOUNT_LABEL = /(?:账号|帐号|账户|帐户|卡号|银行卡|储蓄卡|信用卡|收款|户头|account|acct\.?|card|iban)\s*(?:是|为|number|no\.?|#)?\s*[:：]?\s*$/i
const PHONE_LABEL = /(?:电话|座机|固话|phone|tel\.?)\s*(?:是|为|号码|number|no\.?)?\s*[:：]?\s*$/i

const PROVINCES = new Set(['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41',
  '42', '43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83'])

/** Full-width forms to ASCII, one unit for one unit, so that positions hold. */
function narrow(text: string): string {
  return text.replace(/[！-～]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[　 ]/g, ' ')
}

function isDate(year: number, month: number, day: number): boolean {
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] ?? 0)
}

function isIdCard(value: string): boolean {
  if (!PROVINCES.has(value.slice(0, 2))) return false
  if (/^\d{17}[\dXx]$/.test(value)) {
    const year = Number(value.slice(6, 10))
    return year >= 1900 && year < 2100 && isDate(year, Number(value.slice(10, 12)), Number(value.slice(12, 14)))
  }
  return /^\d{15}$/.test(value) && isDate(1900 + Number(value.slice(6, 8)), Number(value.slice(8, 10)), Number(value.slice(10, 12)))
}

/** Shops number their orders by the date: 20YYMMDD and 8 or more digits. No card begins so. */
function isDatedOrder(digits: string): boolean {
  return digits.length >= 12 && digits.startsWith('20') &&
    isDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

// Issuers by length: 17 to 19 digits are UnionPay's alone, else one in ten order numbers would pass for a card.
function isBankCard(digits: string): boolean {
  const issuer = digits.length >= 17 ? /^62/
    : digits.length === 16 ? /^(?:4|5[1-5]|35|6[025]|2[2-7])/
      : digits.length === 15 ? /^3[47]/
        : digits.length === 14 ? /^3[068]/
          : digits.length === 13 ? /^4/ : null
  return issuer !== null && digits.length <= 19 && issuer.test(digits) && passesLuhn(digits)
}

function isIban(value: string): boolean {
  const turned = value.slice(4) + value.slice(0, 4)
  let rest = 0
  for (const character of turned.toUpperCase()) {
    for (const digit of String(parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

const EMAIL = /[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}/g
const IBAN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g
/** A run of digit groups parted by single blanks or hyphens, maybe with a plus and brackets: judged as a whole. */
const NUMBER = /(?<![A-Za-z0-9_.])(?:\+ ?|00(?=\d{2}[ -]))?(?:\(\+?\d{1,5}\)[ -]?|（)?\d(?:[ -]?(?:\(0\))?\d)*(?:-?[Xx](?![A-Za-z]))?(?![A-Za-z0-9_])/g

function kindOfNumber(raw: string, before: string): PersonalKind | null {
  const digits = raw.replace(/[^\dXx]/g, '').toUpperCase()
  const plain = digits.replace('X', '')
  const plus = /^\(?\+/.test(raw)
  if (ORDER_LABEL.test(before)) return null
  if (ACCOUNT_LABEL.test(before) && plain.length >= 8) {
    return isIdCard(digits) && digits.length === 18 ? 'id_card' : isBankCard(plain) ? 'bank_card' : 'account'
  }
  if (plus || /^00\d/.test(raw)) {
    const number = plus ? plain : plain.slice(2)
    if (/^86(?:0)?1[3-9]\d{9}$/.test(number)) return 'mobile'
    if (/^86(?:0?[2-9]\d{9,10}|010?\d{8}|10\d{8})$/.test(number)) return 'landline'
    return plus && number.length >= 8 && number.length <= 15 && !number.startsWith('0') ? 'international' : null
  }
  if (isIdCard(digits)) return 'id_card'
  if (digits !== plain) return null
  if (/^(?:86)?1[3-9]\d{9}$/.test(plain)) return 'mobile'
  if (/^[48]00\d{7}$/.test(plain)) return null
  if (isDatedOrder(plain)) return null
  if (/^\(?0(?:10|2[0-57-9]|[3-9]\d\d)\)?[ -]?\d{3,4}[ -]?\d{4}(?:-\d{1,6})?$/.test(raw)) return 'landline'
  if (/^\(?[2-9]\d{2}\)?[ -]\d{3}[ -]\d{4}$/.test(raw)) return 'international'
  if (PHONE_LABEL.test(before) && plain.length >= 7 && plain.length <= 15) return 'landline'
  if (isBankCard(plain)) return 'bank_card'
  // A mistyped UnionPay card is still somebody's card.
  if (/^62\d{14,17}$/.test(plain)) return 'account'
  return null
}

/** Groups of digits that one number may be written in: a card of four, an IBAN apart. */
const MAX_GROUPS = 7

/** A run that is no number by itself may be several, parted by blanks: from each group on, the longest that is one. */
function judgeRun(run: string, start: number, text: string): PersonalSpan[] {
  const groups = [...run.matchAll(/[^ ]+/g)].map(group => ({ from: group.index, to: group.index + group[0].length }))
  const found: PersonalSpan[] = []
  for (let i = 0; i < groups.length; i++) {
    const from = groups[i]?.from ?? 0
    const before = text.slice(Math.max(0, start + from - 24), start + from)
    for (let j = Math.min(groups.length, i + MAX_GROUPS) - 1; j >= i; j--) {
      const to = groups[j]?.to ?? run.length
      const kind = kindOfNumber(run.slice(from, to), before)
      if (!kind) continue
      found.push({ kind, start: start + from, end: start + to })
      i = j
      break
    }
  }
  return found
}

/**
 * Personal numbers and addresses in a free text: telephone, e-mail, identity card, bank card, account. In order of the
 * text, never overlapping. Order and parcel numbers, prices, dates and hotlines (400, 800) are none. (P4, C2, C4)
 */
export function findPersonalData(text: string): PersonalSpan[] {
  const plain = narrow(text)
  const found: PersonalSpan[] = []
  let rest = plain
  const claim = (kind: PersonalKind, start: number, length: number) => {
    found.push({ kind, start, end: start + length })
    rest = rest.slice(0, start) + '\n'.repeat(length) + rest.slice(start + length)
  }
  for (const match of plain.matchAll(EMAIL)) claim('email', match.index, match[0].length)
  for (const match of rest.matchAll(IBAN)) {
    if (isIban(match[0].replace(/ /g, ''))) claim('account', match.index, match[0].length)
  }
  for (const match of rest.matchAll(NUMBER)) {
    if (match[0].length >= 7) found.push(...judgeRun(match[0], match.index, rest))
  }
  return found.sort((a, b) => a.start - b.start)
}
