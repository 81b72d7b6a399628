import { Attachment, Conversation, Message, ProposedReply, ServicePromise, TimerOutcome } from './conversation.ts'
import { Customer, CustomerNote, Order } from './customer.ts'
import type { ENTITY_NAMES } from './entity-names.ts'
import { Handover, HandoverItem } from './handover.ts'
import { LanguageRule } from './language-rule.ts'
import { Person, Presence } from './people.ts'
import { ContentDraft, Figures, IncidentPlan, Release, ReleaseRead } from './release.ts'
import { MealPlan, Notice, Shift, ShiftSwap } from './roster.ts'
import { Knowledge, Script, ShopPicture } from './script.ts'
import { Talk, TalkMessage } from './talk.ts'
import { Channel, Team } from './team.ts'
import { Transfer } from './transfer.ts'
import type { z } from 'zod'

/** Every entity that syncs, by its name. */
export const ENTITIES = {
  team: Team,
  channel: Channel,
  person: Person,
  presence: Presence,
  script: Script,
  knowledge: Knowledge,
  shop_picture: ShopPicture,
  language_rule: LanguageRule,
  figures: Figures,
  incident_plan: IncidentPlan,
  content_draft: ContentDraft,
  release: Release,
  release_read: ReleaseRead,
  customer: Customer,
  customer_note: CustomerNote,
  order_head: Order,
  conversation: Conversation,
  message: Message,
  promise: ServicePromise,
  attachment: Attachment,
  timer_outcome: TimerOutcome,
  proposed_reply: ProposedReply,
  shift: Shift,
  meal_plan: MealPlan,
  shift_swap: ShiftSwap,
  notice: Notice,
  handover: Handover,
  handover_item: HandoverItem,
  transfer: Transfer,
  talk: Talk,
  talk_message: TalkMessage,
} as const satisfies Record<(typeof ENTITY_NAMES)[number], z.ZodType>

export type EntityName = keyof typeof ENTITIES
export type EntityRow<N extends EntityName> = z.infer<(typeof ENTITIES)[N]>
