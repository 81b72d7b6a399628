import { z } from 'zod'
import { BUILT_IN_RULES } from '../domain/compliance/finding.ts'
import { LanguageRuleId, Severity } from '../domain/entities/language-rule.ts'
import { ContentDraft, ContentKind, IncidentPlan, Release } from '../domain/entities/release.ts'
import { KnowledgeCase, ScriptStage } from '../domain/entities/script.ts'
import { Id, Language, Millis } from '../domain/entities/scalars.ts'

/** A stretch of a text: UTF-16 from (included) and to (not included). */
export const Span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
export type Span = z.infer<typeof Span>

/** Why something stands where it stands, in a word (i18n `palette.reason.<code>`). */
export const HitReason = z.enum([
  'greeting', 'question', 'waiting', 'late', 'angry', 'promise', 'unpaid', 'paid', 'shipped', 'returning', 'after_sale', 'campaign', 'incident',
  'vip', 'complainer', 'meal', 'handover', 'left_message', 'closing', 'often', 'recent', 'their_words', 'order_words',
])
export type HitReason = z.infer<typeof HitReason>

export const PaletteHit = z.object({
  id: Id,
  code: z.string().nullable(),
  title: z.string(),
  /** With its variables filled as far as they are known. */
  text: z.string(),
  /** As written, with its variables: of a personal script, so that it can be edited; null of the team's. */
  body: z.string().nullable(),
  /** What of `text` came out of a variable, and what is still open (`{{order.number}}` stands as it is). */
  filled: z.array(Span),
  open: z.array(Span),
  titleMarks: z.array(Span),
  textMarks: z.array(Span),
  codeMarks: z.array(Span),
  stage: ScriptStage.nullable(),
  scene: z.string().nullable(),
  language: Language,
  tags: z.array(z.string()),
  personal: z.boolean(),
  /** New or changed since this agent looked. */
  changed: z.boolean(),
  pictureIds: z.array(Id),
  reason: HitReason.nullable(),
  /** Knowledge (S4). */
  cases: z.array(KnowledgeCase),
  mistakes: z.array(z.string()),
  updatedAtMs: Millis,
})
export type PaletteHit = z.infer<typeof PaletteHit>
export const PaletteView = z.object({
  hits: z.array(PaletteHit),
  total: z.number().int(),
  /** `near`: nothing was found as typed; these are close to it (one wrong letter or character, a homophone). */
  how: z.enum(['offered', 'found', 'near']),
  /** Of everything that is here, to filter by. */
  scenes: z.array(z.string()),
})
export type PaletteView = z.infer<typeof PaletteView>

/** One fault in a text. */
export const Finding = z.object({
  rule: z.union([LanguageRuleId, z.enum(BUILT_IN_RULES)]),
  severity: Severity,
  span: Span,
  words: z.string(),
  /** The language rule it comes from; null for built-in ones. */
  ruleId: Id.nullable(),
  /** Put in the place of `span` by one key. */
  positive: z.string().nullable(),
  /** The team's own sentence; null = i18n `language.<rule>`. */
  reason: z.string().nullable(),
})
export type Finding = z.infer<typeof Finding>

export const BriefingView = z.object({
  /** To be confirmed, oldest first. */
  unread: z.array(Release),
  /** The last releases and notices, newest first, at most 30. */
  recent: z.array(Release),
  incidents: z.array(IncidentPlan),
  changedScripts: z.number().int(),
})
export type BriefingView = z.infer<typeof BriefingView>

/** What a release put on the desks, as it is there now: what somebody has to read is in sight when it is confirmed. */
export const ReleaseText = z.object({ kind: z.enum(['script', 'knowledge']), id: Id, code: z.string().nullable(), title: z.string(), text: z.string() })
export type ReleaseText = z.infer<typeof ReleaseText>

/** A draft that waits for a second person. */
export const ReviewAsked = z.object({ draftId: Id, kind: ContentKind, targetId: Id, title: z.string(), authorName: z.string(), atMs: Millis })
export type ReviewAsked = z.infer<typeof ReviewAsked>

/** One thing in the studio: what is live of it, and who is writing on it. */
export const StudioItem = z.object({
  id: Id,
  /** What is live; null = not yet. The kind's row (domain/entities). */
  live: z.record(z.string(), z.unknown()).nullable(),
  liveVersion: z.number().int().nonnegative(),
  drafts: z.array(ContentDraft.extend({ authorName: z.string(), mine: z.boolean(), stale: z.boolean(), pending: z.boolean() })),
})
export type StudioItem = z.infer<typeof StudioItem>
/** How far the last bulk edit of this desk is; it goes on whatever a window shows. */
export const BulkView = z.object({
  /** returning, returned: it is put back, cancelled or undone. done: it can be. */
  state: z.enum(['running', 'done', 'returning', 'returned']),
  /** Things looked at, of how many. */
  done: z.number().int(),
  total: z.number().int(),
  /** How many have changed: each is a draft now. */
  drafts: z.number().int(),
  /** How many were not put back: written on since, released, discarded. */
  left: z.number().int(),
  /** Why it ended before all were done, i18n `error.<code>`. */
  problem: z.enum(['disk_full', 'unknown']).nullable(),
})
export type BulkView = z.infer<typeof BulkView>

/** What is live of a kind, every draft of it, and the releases: first all of it (`whole`), then what has changed since. */
export const StudioChange = z.object({
  /** What was told before is forgotten. */
  whole: z.boolean(),
  items: z.array(StudioItem),
  goneItems: z.array(Id),
  releases: z.array(Release.extend({ authorName: z.string() })),
  goneReleases: z.array(Id),
})
export type StudioChange = z.infer<typeof StudioChange>
/** All of it, as a window puts it together. */
export type StudioView = Pick<StudioChange, 'items' | 'releases'>
