import { z } from 'zod'
import { Tier } from './customer.ts'
import { PICTURE_TYPES } from './plain-lists.ts'
import { Id, Language, Millis } from './scalars.ts'

/** S2. */
export const ScriptStage = z.enum([
  'opening', 'care', 'waiting', 'look_up', 'transfer', 'recommendation', 'order_check', 'reminder', 'closing',
  'apology', 'complaint', 'after_sale', 'meal', 'handover_give', 'handover_take', 'left_message',
])
export type ScriptStage = z.infer<typeof ScriptStage>

/** For whom something is: an empty list means everybody. */
export const Audience = z.object({ teamIds: z.array(Id).max(50), channelIds: z.array(Id).max(50), tiers: z.array(Tier).max(3) })
export type Audience = z.infer<typeof Audience>
export const EVERYBODY: Audience = { teamIds: [], channelIds: [], tiers: [] }

/** What a supervisor writes of a script; the rest is kept by the program. */
export const ScriptContent = z.object({
  code: z.string().trim().min(1).max(30),
  stage: ScriptStage,
  /** S6 and the team's own. */
  scene: z.string().max(40).nullable(),
  title: z.string().trim().min(1).max(120),
  /** With variables: `{{customer.name|亲}}`, the part after the bar stands where nothing is known. */
  body: z.string().min(1).max(4_000),
  language: Language,
  tags: z.array(z.string().min(1).max(30)).max(30),
  /** Id of the entry this one translates. */
  twinOf: Id.nullable(),
  /** S3: a campaign's script is there in its dates only. */
  validFromMs: Millis.nullable(),
  validToMs: Millis.nullable(),
  /** D1, D7, D14: the campaign it belongs to. */
  campaign: z.string().max(60).nullable(),
  audience: Audience,
  pictureIds: z.array(Id).max(5),
  /** S5: who answers for it, and when it is looked through again. */
  ownerId: Id.nullable(),
  reviewAtMs: Millis.nullable(),
})
export type ScriptContent = z.infer<typeof ScriptContent>

export const Script = ScriptContent.extend({
  id: Id,
  // What is stored was checked when it was written.
  code: z.string(),
  title: z.string(),
  body: z.string(),
  /** Set: a personal script of this agent, on their desks alone. */
  personId: Id.nullable(),
  /** Counts up with each change. */
  version: z.number().int().positive(),
  updatedAtMs: Millis,
  /** Made when it was saved (domain/palette/pinyin.ts): the palette finds by it at once. */
  pinyin: z.string(),
})
export type Script = z.infer<typeof Script>

/** S4: a case of a question that is answered in its own way (personal invoice, company invoice). */
export const KnowledgeCase = z.object({
  title: z.string().trim().min(1).max(120), solution: z.string().min(1).max(4_000), pictureIds: z.array(Id).max(5),
})
export type KnowledgeCase = z.infer<typeof KnowledgeCase>

export const KnowledgeContent = z.object({
  question: z.string().trim().min(1).max(200),
  solution: z.string().min(1).max(4_000),
  scene: z.string().max(40).nullable(),
  language: Language,
  tags: z.array(z.string().min(1).max(30)).max(30),
  cases: z.array(KnowledgeCase).max(20),
  mistakes: z.array(z.string().min(1).max(400)).max(20),
  pictureIds: z.array(Id).max(5),
  /** S7: the web chat answers with the solution by itself when a customer asks in one of these ways. */
  autoAnswer: z.object({ on: z.boolean(), phrases: z.array(z.string().trim().min(1).max(80)).max(50) }),
  validFromMs: Millis.nullable(),
  validToMs: Millis.nullable(),
  audience: Audience,
  ownerId: Id.nullable(),
  reviewAtMs: Millis.nullable(),
})
export type KnowledgeContent = z.infer<typeof KnowledgeContent>
export const Knowledge = KnowledgeContent.extend({
  id: Id, version: z.number().int().positive(), updatedAtMs: Millis, pinyin: z.string(),
})
export type Knowledge = z.infer<typeof Knowledge>

/** A picture of the shop: scripts and knowledge carry it; sent, it becomes an attachment of the conversation. Bytes: /v1/pictures. */
export const ShopPicture = z.object({
  id: Id,
  name: z.string().max(200),
  mime: z.enum(PICTURE_TYPES),
  size: z.number().int().positive().max(10 * 1024 * 1024),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  createdAtMs: Millis,
})
export type ShopPicture = z.infer<typeof ShopPicture>
