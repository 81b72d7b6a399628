import { Readable } from 'node:stream'
import { z } from 'zod'
import { Id } from '../../domain/entities/scalars.ts'
import { conversationScope } from '../../domain/entities/scopes.ts'
import { AppliedNotice, CHUNK_BYTES, LiveNotice } from '../../protocol/rest.ts'
import { PullRequest, PullResponse, PushRequest, PushResponse } from '../../protocol/sync.ts'
import type { StreamEvent } from '../../protocol/sync.ts'
import { actorIn } from '../auth/authenticate.ts'
import type { ApiContext, RequestAuth } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { openEvents } from '../routes/event-stream.ts'
import { ProblemError } from '../routes/problem.ts'
import { attachmentFor, takeChunk } from './attachments.ts'
import { seesHistoryOf } from './history.ts'
import { postgresBlobs } from './blob-store.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { RecentRows } from './quick-pull.ts'
import { Receipts } from './receipts.ts'
import { Snapshots } from './snapshot.ts'
import { runStream } from './stream.ts'

const tags = ['sync']
const HEARD_MS = 15_000
const ChunkPath = z.object({ id: Id, n: z.coerce.number().int().min(0).max(1_000) })

/** What desks sync with: push, pull, snapshot, stream, live notices, attachments. */
export function syncRoutes(app: App, context: ApiContext): void {
  const snapshots = new Snapshots(context)
  const receipts = new Receipts(context)
  const recent = new RecentRows()
  const closing = new AbortController()
  app.addHook('preClose', () => { closing.abort() })
  app.addHook('onClose', () => receipts.close())

  const heardAtMs = new Map<string, number>()
  /** A desk without a stream is heard of by its polling; written at most every 15 s. */
  const heard = async ({ tenant, deviceId }: Pick<RequestAuth, 'tenant' | 'deviceId'>): Promise<void> => {
    const nowMs = context.clock.now()
    if ((heardAtMs.get(deviceId) ?? 0) > nowMs - HEARD_MS) return
    heardAtMs.set(deviceId, nowMs)
    await context.sql`update device set last_seen_at_ms = ${nowMs} where tenant = ${tenant} and id = ${deviceId}
      and coalesce(last_seen_at_ms, 0) < ${nowMs - HEARD_MS}`
  }

  const sees = async (tenant: string, personId: string, conversationId: string) => {
    const [granted] = await context.sql`select 1 as one from scope_grant
      where tenant = ${tenant} and person_id = ${personId} and scope = ${conversationScope(conversationId)}`
    return granted !== undefined
  }

  app.post('/v1/sync/push', { schema: { tags, body: PushRequest, response: { 200: PushResponse } } },
    (request) => push(context, actorIn(request), request.body))

  app.post('/v1/sync/pull', { schema: { tags, body: PullRequest, response: { 200: PullResponse } } },
    async (request) => {
      const actor = actorIn(request)
      const page = await pull(context, actor, request.body, {
        recent, applied: (seq) => receipts.note(actor.tenant, actor.deviceId, seq, false),
      })
      await heard(actor)
      return page
    })

  app.post('/v1/sync/applied', { schema: { tags, body: AppliedNotice, response: { 200: z.object({ noted: z.literal(true) }) } } },
    async (request) => {
      const actor = actorIn(request)
      if (request.body.deviceId !== actor.deviceId) throw new ProblemError(403, 'not_allowed', { detail: 'not the device of this session' })
      receipts.note(actor.tenant, actor.deviceId, Number(request.body.seq), true)
      return { noted: true as const }
    })

  app.post('/v1/sync/snapshot', { schema: { tags, body: PullRequest.omit({ cookie: true }) } }, async (request, reply) => {
    const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    const stream = await snapshots.open(actorIn(request), request.body, gzip)
    reply.header('content-type', 'application/x-ndjson').header('cache-control', 'no-store')
    if (gzip) reply.header('content-encoding', 'gzip')
    return reply.send(stream)
  })

  app.get('/v1/sync/stream', { schema: { tags } }, async (request, reply) => {
    const actor = actorIn(request)
    const sink = openEvents<StreamEvent>(reply)
    await runStream(context, actor, sink, AbortSignal.any([sink.gone, closing.signal])).catch((error: unknown) => {
      request.log.warn({ err: error }, 'stream ended')
    })
  })

  app.post('/v1/live', { schema: { tags, body: LiveNotice, response: { 200: z.object({ sent: z.boolean() }) } } }, async (request) => {
    const { tenant, personId } = actorIn(request)
    const { topic, conversationId } = request.body
    if (!await sees(tenant, personId, conversationId)) throw new ProblemError(404, 'not_found')
    context.hub.publish({ tenant, topic, conversationId, who: 'agent', personId })
    return { sent: true }
  })

  const attachmentOf = ({ tenant, personId }: { tenant: string, personId: string }, id: string) =>
    attachmentFor(context, tenant, id, (conversationId) => sees(tenant, personId, conversationId))

  void app.register(async (part: App) => {
    part.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: CHUNK_BYTES }, (_request, body, done) => {
      done(null, body)
    })
    part.put('/v1/attachments/:id/chunks/:n', { schema: { tags, params: ChunkPath, response: { 200: z.object({ done: z.literal(true) }) } } },
      async (request) => {
        const actor = actorIn(request)
        if (!Buffer.isBuffer(request.body)) throw new ProblemError(415, 'octet_stream_wanted')
        const attachment = await attachmentOf(actor, request.params.id)
        await takeChunk(context, actor.tenant, attachment, request.params.n, request.body)
        return { done: true as const }
      })
  })

  app.get('/v1/attachments/:id/chunks', {
    schema: { tags, params: z.object({ id: Id }), response: { 200: z.object({ have: z.array(z.number().int()) }) } },
  }, async (request) => {
    const actor = actorIn(request)
    await attachmentOf(actor, request.params.id)
    return { have: await postgresBlobs(context.sql, () => context.clock.now()).have(actor.tenant, request.params.id) }
  })

  app.get('/v1/attachments/:id/bytes', { schema: { tags, params: z.object({ id: Id }) } }, async (request, reply) => {
    const actor = actorIn(request)
    const attachment = await attachmentFor(context, actor.tenant, request.params.id, (id) => seesHistoryOf(context, actor, id))
    if (attachment.state !== 'ready') throw new ProblemError(409, 'not_ready')
    const bytes = postgresBlobs(context.sql, () => context.clock.now()).read(actor.tenant, attachment.id)
    return reply.header('content-type', attachment.mime).header('content-length', attachment.size)
      .header('content-security-policy', "default-src 'none'; sandbox").header('cache-control', 'private, max-age=86400')
      .send(Readable.from(bytes, { objectMode: false }))
  })
}
