import type { Role, Seniority } from '../../domain/entities/people.ts'
import type { LineKind } from '../../domain/entities/team.ts'

// Plain shapes of the trial data. Money in fen, times in epoch milliseconds. `key` is stable over runs and fits the
// schema of an id; every other `…Key` or `…Account` points at one.

export type DemoShop = {
  /** What is typed at sign-in. */
  readonly account: string
  readonly name: string
  readonly timeZone: string
}
export type DemoTeam = { readonly key: 'team-presale' | 'team-aftersale'; readonly name: string }
export type DemoPeriod = { readonly weekday: number; readonly fromMin: number; readonly toMin: number }
export type DemoChannel = {
  readonly key: string
  /** In the address of the chat page or of the webhook; a channel kept by hand has none. */
  readonly publicKey: string
  readonly kind: 'web_chat' | 'webhook' | 'companion'
  readonly name: string
  readonly teamKey: DemoTeam['key']
  readonly skill: string | null
  readonly automaticReply: string | null
  readonly closedNotice: string | null
  /** The same two texts for customers who write English. */
  readonly inEnglish?: { readonly automaticReply: string, readonly closedNotice: string }
  readonly openingPeriods: readonly DemoPeriod[]
  readonly holidays: readonly string[]
}
export type DemoPerson = {
  readonly account: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly teamKeys: readonly DemoTeam['key'][]
  readonly seniority: Seniority
  readonly skills: readonly string[]
  readonly languages: readonly ('zh' | 'en')[]
  readonly conversationLimit: number
  /** Null: not on shifts. Day 9:00–16:00, late 16:00–23:00. */
  readonly shift: 'day' | 'late' | null
}

export type DemoProduct = {
  readonly sku: string
  readonly title: string
  readonly category: string
  readonly material: string
  readonly priceFen: number
  readonly sizes: readonly string[]
  readonly colors: readonly string[]
  /** Pieces in the warehouse, all variants together. */
  readonly stock: number
}

export type DemoCustomer = {
  readonly key: string
  readonly nickname: string
  readonly name: string
  readonly gender: 'female' | 'male'
  /** 11 digits in 142…, a range that no operator has: nobody's number. */
  readonly phone: string
  /** At example.com, which reaches nobody. */
  readonly email: string
  readonly address: string
  readonly city: string
  readonly tier: 'normal' | 'silver' | 'gold'
  /** P2 and the shop's own. */
  readonly tags: readonly string[]
  readonly sinceMs: number
  /** MM-DD */
  readonly birthday: string
}

export type DemoOrderState =
  'unpaid' | 'paid' | 'shipped' | 'in_transit' | 'delivered' | 'completed' | 'refunding' | 'refunded' | 'cancelled'
export type DemoOrderItem = {
  /** With size and colour. */
  readonly sku: string
  readonly title: string
  readonly size: string
  readonly color: string
  readonly quantity: number
  readonly priceFen: number
}
export type DemoParcelEvent = { readonly atMs: number; readonly text: string }
export type DemoParcel = {
  readonly carrier: string
  readonly trackingNumber: string
  /** Oldest first. */
  readonly events: readonly DemoParcelEvent[]
}
export type DemoOrder = {
  readonly key: string
  readonly customerKey: string
  /** The day of ordering in the shop's time zone and eight digits. */
  readonly number: string
  readonly state: DemoOrderState
  readonly items: readonly DemoOrderItem[]
  readonly goodsFen: number
  readonly postageFen: number
  readonly discountFen: number
  /** goods + postage − discount */
  readonly totalFen: number
  readonly placedAtMs: number
  readonly paidAtMs: number | null
  readonly shippedAtMs: number | null
  readonly deliveredAtMs: number | null
  readonly completedAtMs: number | null
  readonly refundAskedAtMs: number | null
  readonly refundedAtMs: number | null
  readonly parcel: DemoParcel | null
  readonly remark: string | null
}

export type DemoMessage = {
  readonly key: string
  readonly author: 'customer' | 'agent' | 'automatic'
  /** Null for a customer's message. */
  readonly lineKind: LineKind | null
  readonly body: string
  readonly atMs: number
}
/** K8. */
export type DemoEnquiryClass =
  'enquiry' | 'order_change' | 'order_query' | 'payment' | 'return' | 'exchange' | 'repair' |
  'complaint_quality' | 'complaint_logistics' | 'complaint_attitude' | 'complaint_other' | 'suggestion'
/** D18: how it ended. */
export type DemoOutcome = 'solved' | 'ordered' | 'not_ordered' | 'follow_up'
export type DemoConversation = {
  readonly key: string
  readonly customerKey: string
  readonly agentAccount: string
  readonly teamKey: DemoTeam['key']
  readonly channelKey: string
  /** The order it is about. */
  readonly orderKey: string | null
  readonly topic: string
  readonly enquiryClass: DemoEnquiryClass
  readonly outcome: DemoOutcome
  readonly startedAtMs: number
  readonly assignedAtMs: number
  readonly closedAtMs: number
  /** 4 to 14, in order. */
  readonly messages: readonly DemoMessage[]
}

export type DemoNote = {
  readonly key: string
  readonly customerKey: string
  readonly authorAccount: string
  readonly body: string
  readonly atMs: number
}

export type DemoData = {
  readonly shop: DemoShop
  readonly teams: readonly DemoTeam[]
  readonly channels: readonly DemoChannel[]
  readonly people: readonly DemoPerson[]
  readonly products: readonly DemoProduct[]
  readonly customers: readonly DemoCustomer[]
  readonly orders: readonly DemoOrder[]
  readonly conversations: readonly DemoConversation[]
  readonly notes: readonly DemoNote[]
}
