import type { OrderState } from '../entities/customer.ts'
import type { PresenceState } from '../entities/people.ts'
import type { ScriptStage } from '../entities/script.ts'

/** Why a script is offered; the same words as HitReason of the bridge. */
export type SuggestReason =
  | 'greeting' | 'question' | 'waiting' | 'late' | 'angry' | 'promise' | 'unpaid' | 'paid' | 'shipped' | 'returning' | 'after_sale' | 'campaign'
  | 'incident' | 'vip' | 'complainer' | 'meal' | 'handover' | 'left_message' | 'closing'

/** The moment, plainly. */
export type Situation = {
  /** The conversation that is open; null = over another program. */
  talk: {
    /** Written outside opening hours and not answered yet (D11). */
    leftMessage: boolean
    /** Somebody waits for an answer. */
    waiting: boolean
    /** They have merely greeted so far (D1). */
    greetingOnly: boolean
    /** An agent has written in this conversation. */
    answered: boolean
    /** T10: the reply is late and nobody said sorry. */
    late: boolean
    /** T3: no answer in time, and no holding line yet. */
    holdingDue: boolean
    /** T7: silent since the opening line. */
    silent: boolean
    angry: boolean
    promiseOpen: boolean
    /** D5: "anything else" was asked already. */
    closingAsked: boolean
    /** Taken over from another shift or agent, and nothing said yet (H3). */
    takenOver: boolean
    afterSale: boolean
  } | null
  vip: boolean
  complainer: boolean
  /** Of the newest order. */
  order: OrderState | null
  presence: PresenceState
  /** M3, H1: the meal break or the end of the shift is near. */
  mealSoon: boolean
  handoverSoon: boolean
  incidentScriptIds: readonly string[]
}

/**
 * One kind of script that fits the moment. With `words` it is for those that have one of them in title or tags; `campaign`: those that
 * carry a campaign's name or dates.
 */
export type Wish = { reason: SuggestReason; points: number; stage?: ScriptStage; words?: readonly string[]; campaign?: boolean; ids?: readonly string[] }

/** How scripts of a case are told: by words in title or tags, in both languages. */
const WORDS = {
  greeted: ['通用', '打招呼', 'greeted'],
  asked: ['有问题', '提了问题', 'asked already'],
  silent: ['没说话', '催回应', 'silent'],
  afterSaleOpening: ['售后', 'after-sale'],
  member: ['会员', 'member'],
  anythingElse: ['结束前确认', '其他', 'anything else'],
  didNotBuy: ['咨询未', '未下单', '未买', 'not buy'],
  unpaid: ['未付款', '待付款', 'not paid', 'unpaid'],
  paid: ['已付款', 'paid'],
  afterSaleDone: ['售后', 'after-sale'],
  wentQuiet: ['没再回复', '未回复', 'quiet'],
  beforeOrder: ['下单前', 'before ordering'],
  afterPayment: ['付款后', '特殊要求', '备注', 'after payment', 'special'],
  onItsWay: ['发货', '派送', 'on its way', 'delivery'],
  refund: ['退款', 'refund'],
  received: ['签收', 'after delivery'],
  calm: ['安抚', '倾听', 'listen', 'understand', '理解'],
  mealTransfer: ['转接', 'transfer'],
  lastShift: ['末班', 'last shift'],
} as const

type Rule = (situation: Situation) => readonly Wish[]
const when = (yes: boolean | undefined, ...wishes: Wish[]): readonly Wish[] => yes ? wishes : []

/** D7: what fits an end, by how far the customer came. */
function closingCase(order: OrderState | null, afterSale: boolean): readonly string[] {
  if (afterSale || order === 'refunding' || order === 'refunded') return WORDS.afterSaleDone
  if (order === 'unpaid') return WORDS.unpaid
  if (order === 'paid') return WORDS.paid
  return WORDS.didNotBuy
}

const BEFORE_SALE: readonly (OrderState | null)[] = [null, 'completed', 'cancelled', 'delivered']

/** Each line is a rule of SOP.md; the points only say which goes before which. */
const RULES: readonly Rule[] = [
  // L5
  ({ incidentScriptIds }) => when(incidentScriptIds.length > 0, { reason: 'incident', points: 300, ids: incidentScriptIds }),
  // H1, H2
  ({ presence, handoverSoon }) => when(presence === 'handover' || handoverSoon, { reason: 'handover', stage: 'handover_give', points: 105 }),
  // M3, M8, M9
  ({ presence, mealSoon }) => when(presence === 'meal' || mealSoon,
    { reason: 'meal', stage: 'meal', points: 100 }, { reason: 'meal', stage: 'meal', words: WORDS.mealTransfer, points: 108 }),
  // H3, T6
  ({ talk }) => when(talk?.takenOver, { reason: 'handover', stage: 'handover_take', points: 125 }),
  // T10, T4
  ({ talk }) => when(talk?.late, { reason: 'late', stage: 'apology', points: 120 }),
  // T3
  ({ talk }) => when(talk?.holdingDue, { reason: 'waiting', stage: 'waiting', points: 95 }),
  // D11, D12
  ({ talk }) => when(talk?.leftMessage, { reason: 'left_message', stage: 'left_message', points: 130 }),
  // D1
  ({ talk, order, vip }) => when(talk !== null && talk.waiting && !talk.answered && talk.greetingOnly,
    { reason: 'greeting', stage: 'opening', words: WORDS.greeted, points: 115 }, { reason: 'greeting', stage: 'opening', points: 70 },
    ...when(talk?.afterSale, { reason: 'after_sale', stage: 'opening', words: WORDS.afterSaleOpening, points: 117 }),
    ...when(vip, { reason: 'vip', stage: 'opening', words: WORDS.member, points: 116 }),
    ...when(BEFORE_SALE.includes(order), { reason: 'campaign', campaign: true, points: 80 })),
  ({ talk, vip }) => when(talk !== null && talk.waiting && !talk.answered && !talk.greetingOnly,
    { reason: 'question', stage: 'opening', words: WORDS.asked, points: 110 },
    ...when(vip, { reason: 'vip', stage: 'opening', words: WORDS.member, points: 75 })),
  // T3, T8: what always helps while somebody waits, behind all that fits better
  ({ talk }) => when(talk !== null && talk.waiting && !talk.greetingOnly,
    { reason: 'question', stage: 'look_up', points: 30 }, { reason: 'waiting', stage: 'waiting', points: 25 }),
  // D4, P2
  ({ talk }) => when(talk?.angry, { reason: 'angry', stage: 'complaint', points: 90 }, { reason: 'angry', stage: 'complaint', words: WORDS.calm, points: 118 },
    { reason: 'angry', stage: 'apology', words: WORDS.calm, points: 100 }),
  ({ talk, complainer }) => when(complainer && talk !== null && talk.waiting && !talk.greetingOnly,
    { reason: 'complainer', stage: 'complaint', words: WORDS.calm, points: 78 }, { reason: 'complainer', stage: 'apology', words: WORDS.calm, points: 72 }),
  // T7
  ({ talk }) => when(talk?.silent, { reason: 'waiting', stage: 'opening', words: WORDS.silent, points: 115 },
    { reason: 'closing', stage: 'closing', words: WORDS.wentQuiet, points: 90 }),
  // T8
  ({ talk }) => when(talk !== null && talk.promiseOpen, { reason: 'promise', stage: 'waiting', points: 55 }),
  // D7, D14
  ({ talk, order }) => when(talk !== null && order === 'unpaid', { reason: 'unpaid', stage: 'reminder', points: 74, words: ['催付', '付款', 'paid', 'pay'] },
    { reason: 'campaign', campaign: true, points: 68 }),
  // D8, D20
  ({ talk, order }) => when(talk !== null && order === 'paid', { reason: 'paid', stage: 'order_check', words: WORDS.afterPayment, points: 72 }),
  // D19
  ({ talk, order }) => when(talk !== null && (order === 'shipped' || order === 'in_transit'),
    { reason: 'shipped', stage: 'after_sale', words: WORDS.onItsWay, points: 66 }, { reason: 'shipped', stage: 'reminder', words: WORDS.onItsWay, points: 60 }),
  // K5
  ({ talk, order }) => when(talk !== null && (order === 'refunding' || order === 'refunded'),
    { reason: 'returning', stage: 'after_sale', words: WORDS.refund, points: 70 }, { reason: 'returning', stage: 'look_up', words: WORDS.refund, points: 62 }),
  // P3
  ({ talk, order }) => when(talk !== null && order === 'delivered', { reason: 'after_sale', stage: 'care', words: WORDS.received, points: 45 }),
  // D13
  ({ talk, order }) => when(talk !== null && talk.answered && order === null, { reason: 'question', stage: 'order_check', words: WORDS.beforeOrder, points: 48 },
    { reason: 'campaign', campaign: true, points: 46 }),
  // D5, D7: nobody waits, so it may end
  ({ talk, order }) => when(talk !== null && talk.answered && !talk.waiting && !talk.promiseOpen && !talk.silent,
    { reason: 'closing', stage: 'closing', words: closingCase(order, talk?.afterSale ?? false), points: talk?.closingAsked ? 112 : 100 },
    ...when(!talk?.closingAsked, { reason: 'closing', stage: 'closing', words: WORDS.anythingElse, points: 106 }),
    { reason: 'closing', stage: 'closing', points: 40 }),
]

/** What fits this very moment (D1, D4, D7, D13, D14, T3, T7, T10, P2, M8, H2, H3, L5), in any order; points say what goes first. */
export function wishesOf(situation: Situation): Wish[] {
  return RULES.flatMap(rule => rule(situation))
}

/** Angry words of a customer, in both languages: enough to have the calming scripts ready, never to decide anything (D4, Q9). */
const ANGRY = /投诉|差评|曝光|12315|消协|工商|骗子|欺骗|垃圾|恶心|太差|什么态度|气死|生气|忍无可忍|举报|律师|scam|terrible|awful|furious|angry|ridiculous|complain|lawyer|worst|unacceptable|!{3,}|！{3,}/iu

export function isAngry(text: string): boolean {
  return ANGRY.test(text.slice(0, 2_000))
}
