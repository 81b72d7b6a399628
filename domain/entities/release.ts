import { z } from 'zod'
import { LanguageRuleContent } from './language-rule.ts'
import { CONTENT_KINDS } from './plain-lists.ts'
import { Id, Millis } from './scalars.ts'
import { KnowledgeContent, ScriptContent } from './script.ts'
import { OpeningHours } from './team.ts'

/** A figure of SOP.md as a team has set it (domain/figures). */
export const FigureValue = z.union([z.number(), z.string().max(500), z.boolean()])
export type FigureValue = z.infer<typeof FigureValue>
/** Only what differs from the default; keys are those of domain/figures. */
export const FiguresContent = z.object({ given: z.record(z.string().max(60), FigureValue) })
export type FiguresContent = z.infer<typeof FiguresContent>
/** A team's figures. Its id is the team's. */
export const Figures = FiguresContent.extend({
  id: Id,
  /** Who changed which figure last, and when. */
  changes: z.record(z.string(), z.object({ personId: Id, atMs: Millis })),
  version: z.number().int().positive(),
  updatedAtMs: Millis,
})
export type Figures = z.infer<typeof Figures>

/** L5: what happens at an incident, prepared beforehand; one switch. */
export const IncidentPlanContent = z.object({
  title: z.string().trim().min(1).max(80),
  grade: z.enum(['minor', 'major', 'critical']),
  /** Told to every desk, to be confirmed. */
  notice: z.string().min(1).max(2_000),
  /** First in every palette while it lasts. */
  scriptIds: z.array(Id).max(20),
  /** Sent to each customer who writes; null = the channel's own. */
  autoReply: z.object({ zh: z.string().max(500), en: z.string().max(500) }).nullable(),
  /** Whom to tell, in what order. */
  reportingPath: z.string().max(2_000),
  teamIds: z.array(Id).max(50),
})
export type IncidentPlanContent = z.infer<typeof IncidentPlanContent>
export const IncidentPlan = IncidentPlanContent.extend({
  id: Id, activeSinceMs: Millis.nullable(), activatedById: Id.nullable(), version: z.number().int().positive(), updatedAtMs: Millis,
})
export type IncidentPlan = z.infer<typeof IncidentPlan>

/** Opening hours and automatic lines of a channel (T9, D11). The id is the channel's. */
export const HoursContent = z.object({
  openingHours: OpeningHours, automaticReply: z.string().max(500).nullable(), closedNotice: z.string().max(500).nullable(),
})

/** What drafts and releases are about, each with what a supervisor writes of it. */
export const CONTENT = {
  script: ScriptContent,
  knowledge: KnowledgeContent,
  language_rule: LanguageRuleContent,
  figures: FiguresContent,
  incident_plan: IncidentPlanContent,
  hours: HoursContent,
} as const satisfies Record<(typeof CONTENT_KINDS)[number], z.ZodType>
export const ContentKind = z.enum(CONTENT_KINDS)
export type ContentKind = z.infer<typeof ContentKind>
export type ContentOf<K extends ContentKind> = z.infer<(typeof CONTENT)[K]>

/** retire: it leaves every desk; its versions stay and can come back. */
export const DraftAction = z.enum(['put', 'retire'])

/** What a supervisor is writing, over a version that is live (0 = none yet). Published by a release, then gone. */
export const ContentDraft = z.object({
  id: Id,
  kind: ContentKind,
  targetId: Id,
  baseVersion: z.number().int().nonnegative(),
  action: DraftAction,
  /** Checked against CONTENT[kind] when it is sent to review or published: a draft may be unfinished. */
  content: z.record(z.string(), z.unknown()),
  authorId: Id,
  state: z.enum(['draft', 'in_review', 'approved']),
  reviewerId: Id.nullable(),
  /** Why it came back. */
  reviewNote: z.string().max(500).nullable(),
  createdAtMs: Millis,
  updatedAtMs: Millis,
})
export type ContentDraft = z.infer<typeof ContentDraft>

export const ReleaseItem = z.object({
  kind: ContentKind, id: Id, title: z.string().max(200), action: DraftAction, version: z.number().int().nonnegative(),
})
export type ReleaseItem = z.infer<typeof ReleaseItem>

/** Changes that reach every desk together, or a notice without any. */
export const Release = z.object({
  id: Id,
  kind: z.enum(['content', 'notice', 'incident']),
  title: z.string().max(120),
  note: z.string().max(4_000),
  /** Every agent confirms that it was read. */
  mustRead: z.boolean(),
  /**
   * publishing: a large one, on its way in parts. undone: rolled back by another. stopped: when its time came somebody had published
   * other versions of the same; nothing went out, its drafts are still there.
   */
  state: z.enum(['scheduled', 'publishing', 'live', 'undone', 'cancelled', 'stopped']),
  publishAtMs: Millis,
  publishedAtMs: Millis.nullable(),
  authorId: Id,
  /** The release this one takes back. */
  undoes: Id.nullable(),
  teamIds: z.array(Id).max(50),
  /** At most 200 are named; `itemCount` says how many there are. */
  items: z.array(ReleaseItem).max(200),
  itemCount: z.number().int().nonnegative(),
})
export type Release = z.infer<typeof Release>

/** An agent confirmed a release that must be read. */
export const ReleaseRead = z.object({ id: Id, releaseId: Id, personId: Id, atMs: Millis })
export type ReleaseRead = z.infer<typeof ReleaseRead>
