import { z } from 'zod'
import { ENTITY_NAMES } from '../domain/entities/entity-names.ts'
import { Id, Millis } from '../domain/entities/scalars.ts'
import { MUTATION_NAMES, RefusalCode } from './mutations.ts'

/** Version of rows and mutations on the wire; each has a line in protocol/versions/HISTORY.md. */
export const SCHEMA_VERSION = 1
/** Bigints travel as strings. */
export const Seq = z.string().regex(/^\d{1,19}$/)

export const MutationEnvelope = z.object({
  /** Contiguous per device, from 1. */
  id: z.number().int().positive(),
  /** Random; tells a resend from another mutation under the same id. */
  key: z.string().min(8).max(64),
  name: z.enum(MUTATION_NAMES as [string, ...string[]]),
  args: z.unknown(),
  /** When it was done, as the desk estimates server time. */
  atMs: Millis,
})
export type MutationEnvelope = z.infer<typeof MutationEnvelope>

export const MutationResult = z.object({
  id: z.number().int().positive(),
  status: z.enum(['applied', 'rejected', 'failed']),
  code: RefusalCode.nullable(),
  text: z.string().nullable(),
  seq: Seq,
})
export type MutationResult = z.infer<typeof MutationResult>

export const PushRequest = z.object({
  deviceId: Id,
  epoch: z.string(),
  schema: z.number().int(),
  mutations: z.array(MutationEnvelope).min(1).max(100),
})
export type PushRequest = z.infer<typeof PushRequest>
export const PushResponse = z.object({ lastMutationId: z.number().int(), results: z.array(MutationResult) })
export type PushResponse = z.infer<typeof PushResponse>

export const PullRequest = z.object({
  deviceId: Id,
  epoch: z.string().nullable(),
  schema: z.number().int(),
  /** Opaque and signed; null = nothing yet. */
  cookie: z.string().nullable(),
})
export type PullRequest = z.infer<typeof PullRequest>

export const PullChange = z.discriminatedUnion('op', [
  /** The current row; `seq` is the row's. The desk parses `row` with ENTITIES[entity]. */
  z.object({
    op: z.literal('put'), scope: z.string(), entity: z.enum(ENTITY_NAMES), id: z.string(),
    seq: Seq, row: z.unknown(),
  }),
  /** The row left this scope (moved, or deleted); the desk drops it when no remaining scope holds it. */
  z.object({ op: z.literal('leave'), scope: z.string(), entity: z.enum(ENTITY_NAMES), id: z.string() }),
  /** A scope was revoked: everything held by it alone goes. */
  z.object({ op: z.literal('drop_scope'), scope: z.string() }),
])
export type PullChange = z.infer<typeof PullChange>

export const PullResponse = z.object({
  epoch: z.string(),
  cookie: z.string(),
  /** False: ask again at once with the new cookie (more pages, or a fill in progress). */
  atHead: z.boolean(),
  /** Head of the snapshot this page was read from. */
  headSeq: Seq,
  changes: z.array(PullChange),
  /** Only on the page that reaches the head, all from one snapshot. */
  lastMutationId: z.number().int().nullable(),
  results: z.array(MutationResult),
  /** scope -> sum mod 2^64 of hash64(entity, id, row seq), as unsigned decimal text. */
  scopeSums: z.record(z.string(), z.string()).nullable(),
  serverNowMs: Millis,
})
export type PullResponse = z.infer<typeof PullResponse>

/** NDJSON lines of POST /v1/sync/snapshot (body = PullRequest without cookie). */
export const SnapshotLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begin'), epoch: z.string(), seq: Seq, scopes: z.array(z.string()), rows: z.number().int() }),
  z.object({
    kind: z.literal('row'), entity: z.enum(ENTITY_NAMES), id: z.string(), seq: Seq,
    scopes: z.array(z.string()), row: z.unknown(),
  }),
  z.object({
    kind: z.literal('end'), cookie: z.string(), lastMutationId: z.number().int(), scopeSums: z.record(z.string(), z.string()),
  }),
])
export type SnapshotLine = z.infer<typeof SnapshotLine>

/** GET /v1/sync/stream: server-sent events. */
export const StreamEvent = z.discriminatedUnion('event', [
  /** `spreadMs`: many desks are told of this one; pull at a random moment within it. */
  z.object({ event: z.literal('poke'), data: z.object({ seq: Seq, spreadMs: z.number().int().min(0).max(10_000).optional() }) }),
  z.object({ event: z.literal('ping'), data: z.object({ seq: Seq, serverNowMs: Millis }) }),
  /** Never stored, no personal data, 5 s to live. */
  z.object({
    event: z.literal('live'),
    data: z.object({ topic: z.enum(['typing', 'viewing']), conversationId: Id, who: z.enum(['customer', 'agent']), personId: Id.nullable() }),
  }),
  /** The device was revoked: wipe. */
  z.object({ event: z.literal('revoked'), data: z.object({}) }),
])
export type StreamEvent = z.infer<typeof StreamEvent>

/** Problem codes (RFC 9457 `code`) of the sync routes. */
export const SyncProblemCode = z.enum([
  'diverged', // 409: the id is taken by another mutation; take a new device id and renumber
  'gap', // 409, with expectedId
  'resync', // 410: epoch, floor or schema changed; take a snapshot, keep the outbox
  'upgrade_required', // 426: the desk is too old
  'device_revoked', // 401
  'session_expired', // 401
])
export type SyncProblemCode = z.infer<typeof SyncProblemCode>
