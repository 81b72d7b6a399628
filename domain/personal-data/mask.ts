import { findPersonalData } from './find.ts'
import type { PersonalKind } from './find.ts'

const last = (digits: string, count: number) => digits.slice(-count)

/** The masked form of one value of the kind: enough to recognise it, too little to use it. 138****1386 (P4) */
export function maskValue(kind: PersonalKind, value: string): string {
  const digits = value.replace(/[^\dXx０-９]/g, '').replace(/[０-９]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  switch (kind) {
    case 'mobile': {
      const national = last(digits, 11)
      return `${digits.length > 11 ? '+86 ' : ''}${national.slice(0, 3)}****${last(national, 4)}`
    }
    case 'landline':
      return digits.startsWith('0') ? `${digits.slice(0, /^0(?:10|2\d)/.test(digits) ? 3 : 4)}-****${last(digits, 4)}` : `****${last(digits, 4)}`
    case 'international': return `${value.trim().startsWith('+') ? '+' : ''}****${last(digits, 4)}`
    case 'email': {
      const at = value.search(/[@＠]/)
      return `${value.slice(0, 1)}***@${value.slice(at + 1)}`
    }
    case 'id_card': return `${digits.slice(0, 3)}${'*'.repeat(Math.max(0, digits.length - 7))}${last(digits, 4)}`
    case 'bank_card': return `${digits.slice(0, 4)}${'*'.repeat(Math.max(0, digits.length - 8))}${last(digits, 4)}`
    case 'account': return `****${value.replace(/\s/g, '').slice(-4)}`
  }
}

/** The text with everything that findPersonalData finds replaced by its masked form. (P4) */
export function maskText(text: string): string {
  let masked = ''
  let from = 0
  for (const span of findPersonalData(text)) {
    masked += text.slice(from, span.start) + maskValue(span.kind, text.slice(span.start, span.end))
    from = span.end
  }
  return masked + text.slice(from)
}
