import type { LineKind } from '../../domain/entities/team.ts'
import type { DemoEnquiryClass, DemoOrderState, DemoOutcome } from './demo-types.ts'

/** One turn of a written talk, in several wordings; `{item}`, `{size}`, `{color}`, `{order}`, … are filled in. */
export type Turn = {
  readonly author: 'customer' | 'agent'
  readonly lineKind: LineKind | null
  readonly wordings: readonly string[]
  /** Each wording answers the customer's wording at the same place in the turn before. */
  readonly aligned: boolean
}

/** A turn, or turns that only some tellings have, together. */
export type Step = Turn | readonly Turn[]

export type Talk = {
  readonly topic: string
  readonly team: 'team-presale' | 'team-aftersale'
  readonly enquiryClass: DemoEnquiryClass
  readonly outcomes: readonly DemoOutcome[]
  /** States that the order talked about may be in today; none: before any order. */
  readonly orderStates: readonly DemoOrderState[]
  /** The moment of the order that the talk follows. */
  readonly follows: 'placed' | 'shipped' | 'delivered' | 'refundAsked' | null
  readonly turns: readonly Step[]
}

const turn = (author: Turn['author'], lineKind: LineKind | null) => (...wordings: readonly string[]): Turn => (
  { author, lineKind, wordings, aligned: false }
)

export const says = turn('customer', null)
export const answers = turn('agent', 'answer')
export const opens = turn('agent', 'opening')
export const holds = turn('agent', 'holding')
export const looksUp = turn('agent', 'look_up')
export const apologises = turn('agent', 'apology')
export const closes = turn('agent', 'closing')

/** An answer to exactly what was asked: as many wordings as the customer's turn before it has. */
export const replies = (...wordings: readonly string[]): Turn => ({ ...answers(...wordings), aligned: true })

/** Turns that only some of the tellings have, all of them or none. */
export const maybe = (...turns: readonly Turn[]): readonly Turn[] => turns

/** How most talks begin and end. */
export const greeting: readonly Step[] = [
  maybe(
    says('在吗', '你好', '您好，在吗', '亲，在不', '有人吗', '你好呀'),
    opens(
      '您好，我是客服{agent}，请问有什么可以帮您？', '在的，我是{agent}，您请说。', '{nick}您好，我是{agent}，很高兴为您服务。',
    ),
  ),
]
export const thanksAndClose: readonly Step[] = [
  says('好的谢谢', '明白了，谢谢', '嗯嗯，谢谢你', '行，辛苦了', '谢谢亲', '好的，麻烦你了'),
  maybe(closes('请问还有其他可以帮到您的吗？'), says('没有了', '没了，谢谢', '暂时没有')),
  closes(
    '感谢您的咨询，祝您生活愉快。', '不客气，有需要随时找我。', '好的，天冷注意保暖，祝您愉快。',
    '谢谢您的支持，有问题随时联系我{agent}。',
  ),
]
