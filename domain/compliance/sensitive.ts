import { fold, type Folded } from './fold.ts'
import { holds, wordingOf } from './gaps.ts'
import { PhraseFinder } from './phrase-finder.ts'

// C2 in any wording: a secret thing and a way of asking for it in one sentence, and nothing in that clause that warns against it.
const THINGS = [
  '密码', '口令', '验证码', '校验码', '动态码', '短信码', '安全码', '验证短信', '短信里的码', '收到的码', '收到的那个码', '短信里的数字', '六位数字', '6位数字', '六位数的码',
  '手机上的数字', '银行卡号', '信用卡号', '储蓄卡号', '完整卡号', '卡号', '卡背面三位', '卡背面的三位', '卡后三位', 'cvv', 'cvc', '支付码', '付款码', 'u盾',
  'password', 'passwords', 'passcode', 'pass code', 'verification code', 'verification codes', 'security code', 'one-time code', 'one time code', 'one-time password', 'otp', 'pin', 'pin code',
  'pin number', 'card number', 'credit card number', 'bank card number', 'sms code', 'text code', 'login code', 'log-in code', 'authentication code', 'auth code',
  'confirmation code', 'code you received', 'code you just received', 'code you got', 'code sent to your phone', 'code on your phone', 'code we sent', 'code we just sent', 'six-digit code', 'six digit code',
  '6-digit code', '6 digit code', 'three digits on the back',
]
const ASKS = [
  '告诉我', '告知我', '告诉客服', '告知客服', '告诉一下', '告知一下', '发我', '发给我', '发来', '发过来', '发一下', '发给客服', '发到这里', '发这里', '发下', '给我', '给我们', '给客服', '给下', '给一下',
  '报给我', '报一下', '报下', '报来', '提供', '说一下', '说下', '说给我', '念一下', '念给我', '念下', '转发给', '转发过来', '截图给', '截图发', '截个图', '私信我', '写给我', '写在这', '写一下', '回复我',
  '请回复', '回复给', '输给我', '打给我', '打在这', '填给我', '输入到聊天', '输在聊天', '在聊天里输入', '是多少', '是什么', '是几', '多少呀', '需要您的', '要您的', '要一下', '麻烦您的', '核对一下您的', '登记一下',
  'tell me', 'tell us', 'send me', 'send us', 'send it', 'send over', 'send the', 'send your', 'give me', 'give us', 'give it to me', 'share', 'provide', 'supply', "what is your", "what's your", 'what is the',
  "what's the", 'need your', 'need the', 'forward', 'read me', 'read out', 'read it', 'let me have', 'let us have', 'let me know', 'text me', 'message me', 'dm me', 'type in the chat', 'type it here', 'type your',
  'enter it here', 'may i have', 'can i have', 'could i have', 'can i get', 'could i get', 'may i know', 'can you send', 'reply with', 'confirm your', 'pass me', 'put it here', 'write me', 'write your', 'drop me', 'show me',
]
const WARNINGS = [
  '不要', '请勿', '切勿', '勿', '千万别', '别', '不会', '不用', '不需要', '无需', '无须', '不必', '从不', '绝不', '决不', '任何人', '他人', '别人', '谨防', '当心', '诈骗', '骗子', '忘记', '忘了', '保密', '保管好',
  '自己设置', '自行', '重置', '找回',
  'never', "don't", 'do not', "won't", 'will not', 'no need', 'not need', "needn't", 'need not', 'without', 'nobody', 'no one', 'anyone', 'forgot', 'reset', 'scam', 'scams', 'not ask', 'keep it secret', 'not share',
]
/** A thing within these is none: digits at the end tell nothing, and a member card is the shop's own. */
const HARMLESS = [
  '卡号后四位', '卡号的后四位', '卡号末四位', '卡号尾号', '会员卡号', '礼品卡号', '礼品卡卡号', '礼品卡密码', '优惠口令', '红包口令', '淘口令', '口令红包', 'wifi密码', '会员付款码', '口令码',
  'gift card number', 'member card number', 'membership card number', 'last four digits of the card number', 'last four digits of your card number', 'last 4 digits of your card number',
  'order confirmation code', 'booking confirmation code', 'pin it', 'pin up',
]
/** With a warning's word in them, and still no warning. */
const NO_WARNING = ['不用担心', '别担心', '不要担心', '不用怕', '别怕', '别急', '不用急', '不要着急', '别着急', '性别', '类别', '特别', '级别', '分别', '差别', '别的', "don't worry", 'do not worry', "don't be afraid", 'do not hesitate']

const LISTS = { thing: THINGS, ask: ASKS, warning: WARNINGS, harmless: HARMLESS, noWarning: NO_WARNING }
type Kind = keyof typeof LISTS
const ENTRIES = (Object.keys(LISTS) as Kind[]).flatMap(kind => LISTS[kind].map(text => ({ kind, wording: wordingOf(text, fold(text)) })))
const FINDER = new PhraseFinder(ENTRIES.map(({ wording }) => wording.units))

type Met = { kind: Kind; start: number; end: number }
const within = (met: Met, outer: Met): boolean => met.start >= outer.start && met.end <= outer.end

/**
 * Does the text ask for a password, a code or a card's number, in whatever words? (C2)
 * Goes in: the text as written and folded. Comes out: what stands from the asking to the thing asked for, in units of the text.
 */
export function asksForSecrets(text: string, folded: Folded): [number, number][] {
  const met: Met[] = FINDER.find(folded).flatMap(({ phrase, start, end }) => {
    const entry = ENTRIES[phrase]
    if (!entry || !holds(text, folded, entry.wording, start)) return []
    return [{ kind: entry.kind, start: folded.from[start] ?? 0, end: folded.to[end - 1] ?? 0 }]
  })
  const of = (kind: Kind): Met[] => met.filter(one => one.kind === kind)
  const things = of('thing').filter(thing => !of('harmless').some(outer => within(thing, outer)))
  if (things.length === 0) return []
  const warnings = of('warning').filter(one => !of('noWarning').some(outer => within(one, outer)))
  const asks = of('ask').filter(ask => !warnings.some(warning => clauseOf(text, ask.start) === clauseOf(text, warning.start)))
  return things.flatMap(thing => {
    if (warnings.some(warning => warning.start < thing.end && clauseOf(text, warning.start) === clauseOf(text, thing.start))) return []
    const near = asks.find(ask => sentenceOf(text, ask.start) === sentenceOf(text, thing.start) && !within(ask, thing))
    return near ? [[Math.min(thing.start, near.start), Math.max(thing.end, near.end)] as [number, number]] : []
  }).slice(0, 1)
}

function countBefore(text: string, at: number, marks: RegExp): number {
  return text.slice(0, at).match(marks)?.length ?? 0
}

function sentenceOf(text: string, at: number): number {
  return countBefore(text, at, /[。！？!?\n]|\.\s/g)
}

function clauseOf(text: string, at: number): number {
  return countBefore(text, at, /[，。！？；,!?;\n]|\.\s/g)
}
