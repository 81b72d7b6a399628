import { z } from 'zod'
import { LanguageRuleContent } from '../domain/entities/language-rule.ts'
import { MOST_IN_RELEASE } from '../domain/entities/plain-lists.ts'
import { ContentKind, DraftAction, Release } from '../domain/entities/release.ts'
import { ScriptContent, ShopPicture } from '../domain/entities/script.ts'
import { Id, Language, Millis } from '../domain/entities/scalars.ts'
import { Finding } from './script-views.ts'

/**
 * What supervisors ask of the server while online: POST /v1/studio/<name>, JSON both ways. The one list: routes, core and windows
 * are mapped over it. Roles: supervisor, admin. Problems: 403 `forbidden`, 404 `not_found`, 409 and 422 with the codes named here.
 */
const ask = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const Done = z.object({ done: z.literal(true) })
const ById = z.object({ id: Id })
const Base64 = z.string().max(24 * 1024 * 1024)

/** A published change cannot be put over what somebody else published meanwhile: both texts and the one both began from. */
export const Conflict = z.object({
  draftId: Id, kind: ContentKind, targetId: Id, base: z.record(z.string(), z.unknown()).nullable(), liveVersion: z.number().int(),
  live: z.record(z.string(), z.unknown()).nullable(),
})
export type Conflict = z.infer<typeof Conflict>

export const Fault = z.object({
  /** 1-based line of the file; null = the file itself. */
  line: z.number().int().positive().nullable(),
  column: z.string().nullable(),
  /** i18n `import.fault.<code>`. */
  code: z.enum(['missing', 'too_long', 'unknown_stage', 'unknown_language', 'bad_date', 'dates_reversed', 'duplicate_code', 'bad_variable',
    'language_block', 'wrong_columns', 'empty_file', 'too_many_rows', 'too_large', 'unreadable', 'bad_json', 'unknown_value']),
  value: z.string().max(200),
})
export type Fault = z.infer<typeof Fault>

/** Columns of a file that an import knows. */
export const ImportField = z.enum(['code', 'title', 'body', 'group', 'stage', 'scene', 'language', 'tags', 'validFrom', 'validTo', 'campaign'])
export const Mapping = z.partialRecord(ImportField, z.string())
export const ImportState = z.object({
  state: z.enum(['read', 'applying', 'done', 'cancelled', 'failed']), done: z.number().int(), total: z.number().int(), releaseId: Id.nullable(),
  error: z.string().nullable(),
})
export type ImportState = z.infer<typeof ImportState>

export const DeskReceipt = z.object({
  deviceId: Id, deviceName: z.string(), personId: Id, personName: z.string(),
  state: z.enum(['has', 'behind', 'offline']),
  /** has: when it was applied there. Else when the desk was heard last; null = never. */
  atMs: Millis.nullable(),
})
export type DeskReceipt = z.infer<typeof DeskReceipt>

export const STUDIO_ASKS = {
  'draft.submit': ask(ById, Done), // 422 unfinished, with the fields
  'draft.judge': ask(ById.extend({ approve: z.boolean(), note: z.string().max(500).nullable() }), Done), // 403 own_draft
  /** Everything at once, or nothing. With `publishAtMs` in the future it waits until then. */
  'release.publish': ask(
    z.object({
      id: Id, title: z.string().trim().min(1).max(120), note: z.string().max(4_000), mustRead: z.boolean(), teamIds: z.array(Id).max(50),
      draftIds: z.array(Id).max(MOST_IN_RELEASE), publishAtMs: Millis.nullable(),
    }), z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('released'), release: Release }),
      z.object({ outcome: z.literal('conflict'), conflicts: z.array(Conflict) }),
      z.object({ outcome: z.literal('not_reviewed'), draftIds: z.array(Id) }),
      z.object({ outcome: z.literal('unfinished'), drafts: z.array(z.object({ draftId: Id, fields: z.array(z.string()) })) }),
    ])),
  'release.cancel': ask(ById, Done), // 409 already_out
  /** Brings back what was live before; a release of its own. `changedSince`: left as they are, since somebody changed them later. */
  'release.undo': ask(ById.extend({ releaseId: Id }), z.object({ release: Release, changedSince: z.array(z.object({ kind: ContentKind, id: Id })) })),
  'release.board': ask(ById, z.object({
    desks: z.array(DeskReceipt), read: z.array(z.object({ personId: Id, atMs: Millis })), notRead: z.array(z.object({ personId: Id, name: z.string() })),
  })),
  'content.versions': ask(z.object({ kind: ContentKind, id: Id }), z.array(z.object({
    version: z.number().int(), action: DraftAction, content: z.record(z.string(), z.unknown()), releaseId: Id.nullable(), releaseTitle: z.string().nullable(),
    personId: Id.nullable(), personName: z.string().nullable(), atMs: Millis,
  }))),
  'incident.switch': ask(ById.extend({ on: z.boolean(), releaseId: Id }), Done),

  'picture.add': ask(ShopPicture.pick({ id: true, name: true, mime: true, width: true, height: true }).extend({ bytes: Base64 }), ShopPicture), // 422 wrong_type, too_large

  /** Reads a file and says what would come of it; nothing is stored but the rows, for an hour. */
  'import.read': ask(
    z.object({ name: z.string().max(200), bytes: Base64, mapping: Mapping.nullable() }),
    z.object({
      importId: Id, recognised: z.enum(['shiftdesk', 'qianniu', 'unknown']), encoding: z.enum(['utf-8', 'utf-16', 'gbk', 'xlsx']),
      columns: z.array(z.object({ name: z.string(), sample: z.array(z.string()).max(3) })), mapping: Mapping,
      total: z.number().int(), fresh: z.number().int(), changed: z.number().int(), same: z.number().int(),
      preview: z.array(z.object({ line: z.number().int(), action: z.enum(['new', 'change', 'same']), content: ScriptContent })).max(50),
      faults: z.array(Fault).max(500), faultCount: z.number().int(),
    })),
  'import.apply': ask(z.object({ importId: Id, title: z.string().trim().min(1).max(120) }), Done), // 409 faults, changed_meanwhile (read the file again)
  'import.status': ask(z.object({ importId: Id }), ImportState),
  'import.cancel': ask(z.object({ importId: Id }), Done),
  /** The team's scripts as a table that import.read knows again; headers, stages, scenes and languages in the words of `language`. */
  'export.scripts': ask(
    z.object({ format: z.enum(['csv', 'csv-gbk', 'xlsx']), language: Language }), z.object({ name: z.string(), mime: z.string(), bytes: z.string() })),

  'rules.export': ask(z.object({ format: z.enum(['csv', 'json']).optional() }), z.object({ name: z.string(), mime: z.string(), bytes: z.string() })),
  /** Makes drafts of what differs. */
  'rules.import': ask(z.object({ name: z.string().max(200), bytes: Base64 }), z.object({ drafts: z.number().int(), faults: z.array(Fault) })),
  /** What these rules would have found in the agents' messages of the last days. Bodies are masked. */
  'rules.try': ask(
    z.object({ rules: z.array(LanguageRuleContent).min(1).max(50), days: z.number().int().min(1).max(31) }),
    z.object({
      looked: z.number().int(), hit: z.number().int(),
      hits: z.array(z.object({ messageId: Id, conversationId: Id, personName: z.string(), atMs: Millis, body: z.string(), findings: z.array(Finding) })).max(100),
    })),

  /** What rules found in messages that went out all the same in the last days: warned of and insisted on, or noted. */
  'rules.hits': ask(z.object({ days: z.number().int().min(1).max(400) }), z.array(z.object({
    /** The rule's row; else the built-in rule. */
    name: z.string(), rule: Finding.shape.rule, severity: Finding.shape.severity, hits: z.number().int(), insisted: z.number().int(),
    people: z.array(z.object({ name: z.string(), hits: z.number().int() })), lastAtMs: Millis,
  }))),

  'usage': ask(z.object({ days: z.number().int().min(1).max(400) }), z.array(z.object({
    scriptId: Id, uses: z.number().int(), people: z.array(z.object({ personId: Id, name: z.string(), uses: z.number().int() })),
    /** Mean share changed after insertion; null without uses. */
    edited: z.number().nullable(), lastAtMs: Millis.nullable(),
  }))),
  'hygiene': ask(z.object({}), z.array(z.object({
    kind: z.enum(['unused', 'near_duplicate', 'expired_promise', 'broken_variable', 'language', 'most_edited', 'expired_campaign']),
    scriptId: Id, otherId: Id.nullable(), words: z.string().nullable(), value: z.number().nullable(),
  }))),
  'faq.rates': ask(z.object({ days: z.number().int().min(1).max(400) }), z.array(z.object({
    knowledgeId: Id, answered: z.number().int(), helped: z.number().int(), toPerson: z.number().int(),
  }))),
  'settings.read': ask(z.object({}), z.object({ reviewRequired: z.boolean() })),
  'settings.write': ask(z.object({ reviewRequired: z.boolean() }), Done),
} as const

export type StudioAsk = keyof typeof STUDIO_ASKS
export const STUDIO_NAMES = Object.keys(STUDIO_ASKS) as StudioAsk[]
export const StudioName = z.enum(STUDIO_NAMES as [StudioAsk, ...StudioAsk[]])
export type StudioInput<N extends StudioAsk> = z.infer<(typeof STUDIO_ASKS)[N]['input']>
export type StudioOutput<N extends StudioAsk> = z.infer<(typeof STUDIO_ASKS)[N]['output']>
