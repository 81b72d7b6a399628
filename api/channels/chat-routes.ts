import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isOpen, nextOpening } from '../../domain/calendar/opening-hours.ts'
import { Id, Millis } from '../../domain/entities/scalars.ts'
import { ChatAccepted, ChatDelivered, ChatInfo, ChatSend, ChatSession, ChatStart, ChatState } from '../../protocol/rest.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { ProblemError } from '../routes/problem.ts'
import { inTransaction } from '../store/transaction.ts'
import { Allowances } from './allowance.ts'
import { readAttachmentBytes } from './attachment-bytes.ts'
import type { NewAttachment } from './attachment-bytes.ts'
import { chatPageRoutes } from './chat-page.ts'
import { chatState, currentConversation, ownPicture } from './chat-state.ts'
import { ChatStreams } from './chat-stream.ts'
import { markDelivered } from './delivered.ts'
import { MessageIdTaken, NoSuchDoor, takeIn } from './intake.ts'
import { pictureType } from './picture-type.ts'
import { readIdentity } from './identity.ts'
import { openDoor } from './door.ts'
import { newVisitor, visitorOf } from './visitor.ts'
import type { Visitor } from './visitor.ts'

const MAX_PICTURE_BYTES = 10 * 1024 * 1024
/** A shop's customers may stand behind one address (a campus, a phone network): the address is let do more. */
const LIMITS = {
  start: { burst: 30, perMinute: 20 },
  message: { burst: 20, perMinute: 40 },
  messageFromAddress: { burst: 300, perMinute: 600 },
  picture: { burst: 10, perMinute: 10 },
  read: { burst: 60, perMinute: 120 },
  typing: { burst: 10, perMinute: 40 },
} as const

const Door = z.object({ shopKey: z.string().regex(/^[a-z0-9][a-z0-9-]{2,59}$/) })
const DoorAnd = <T extends z.ZodRawShape>(shape: T) => z.object({ ...Door.shape, ...shape })

/** One customer's message into the thread. Throws ProblemError: 403 `blocked`, 404 `no_such_chat`, 409 `message_id_taken`. */
async function say(
  context: ApiContext, visitor: Visitor,
  said: { messageId: string, body: string, quoteId: string | null, clientAtMs: number, attachments: NewAttachment[] },
): Promise<z.infer<typeof ChatAccepted>> {
  try {
    const taken = await inTransaction(context, visitor.tenant, (changes) => takeIn(context, changes, {
      ...said, channelId: visitor.channel.id, customerId: visitor.customerId, language: visitor.language,
    }))
    if (taken.kind === 'blocked') throw new ProblemError(403, 'blocked')
    const { message } = taken
    return { id: message.id, conversationId: message.conversationId, position: message.position, atMs: message.acceptedAtMs }
  } catch (error) {
    if (error instanceof NoSuchDoor) throw new ProblemError(404, 'no_such_chat')
    if (error instanceof MessageIdTaken) throw new ProblemError(409, 'message_id_taken')
    throw error
  }
}

/** The customer's side of the web chat under /v1/chat/:shopKey, and the page itself. In: the app and the context. */
export function chatRoutes(app: App, context: ApiContext): void {
  const allowances = new Allowances(context.clock)
  const streams = new ChatStreams()
  app.addHook('preClose', async () => { streams.closeAll() })
  const visitor = { config: { access: 'visitor' as const } }
  const open = { config: { access: 'public' as const } }
  const enter = async (request: FastifyRequest, shopKey: string, kind: Exclude<keyof typeof LIMITS, 'start'>): Promise<Visitor> => {
    allowances.take(`address:${request.ip}`, LIMITS.messageFromAddress)
    const found = await visitorOf(context, request, shopKey)
    allowances.take(`${kind}:${found.visitorId}`, LIMITS[kind])
    return found
  }
  chatPageRoutes(app, context)

  app.get('/v1/chat/:shopKey', { ...open, schema: { params: Door, response: { 200: ChatInfo } } }, async (request) => {
    allowances.take(`address:${request.ip}`, LIMITS.messageFromAddress)
    const { shopName, channel } = await openDoor(context, request.params.shopKey)
    const nowMs = context.clock.now()
    const isNow = isOpen(channel.openingHours, nowMs)
    return { shopName, language: channel.language, open: isNow, opensAtMs: isNow ? null : nextOpening(channel.openingHours, nowMs) }
  })

  app.post('/v1/chat/:shopKey/start', { ...open, schema: { params: Door, body: ChatStart, response: { 200: ChatSession } } }, async (request) => {
    allowances.take(`start:${request.ip}`, LIMITS.start)
    const door = await openDoor(context, request.params.shopKey)
    const { identity: token } = request.body
    const identity = token === null ? null : await readIdentity(context, door, request.params.shopKey, token)
    const made = await newVisitor(context, door, { ...request.body, identity })
    return { ...made, shopName: door.shopName, open: isOpen(door.channel.openingHours, context.clock.now()) }
  })

  app.get('/v1/chat/:shopKey/state', { ...visitor, schema: { params: Door, response: { 200: ChatState } } }, async (request) =>
    chatState(await enter(request, request.params.shopKey, 'read')))

  app.post('/v1/chat/:shopKey/messages', {
    ...visitor, schema: { params: Door, body: ChatSend, response: { 200: ChatAccepted } },
  }, async (request) => {
    const { messageId, body, quoteId, clientAtMs, attachmentIds } = request.body
    const from = await enter(request, request.params.shopKey, 'message')
    if (attachmentIds.length > 0) throw new ProblemError(422, 'picture_apart', { detail: 'pictures are sent by …/pictures/:messageId' })
    if (body.trim() === '') throw new ProblemError(422, 'empty')
    return say(context, from, { messageId, body, quoteId, clientAtMs: clientAtMs ?? context.clock.now(), attachments: [] })
  })

  app.post('/v1/chat/:shopKey/typing', { ...visitor, schema: { params: Door } }, async (request, reply) => {
    const from = await enter(request, request.params.shopKey, 'typing')
    const conversation = await currentConversation(from)
    if (conversation && conversation.state !== 'closed') {
      context.hub.publish({ tenant: from.tenant, topic: 'typing', conversationId: conversation.id, who: 'customer', personId: null })
    }
    return reply.code(204).send()
  })

  app.post('/v1/chat/:shopKey/delivered', { ...visitor, schema: { params: Door, body: ChatDelivered } }, async (request, reply) => {
    const from = await enter(request, request.params.shopKey, 'read')
    await markDelivered(context, from, request.body.conversationId, request.body.position)
    return reply.code(204).send()
  })

  app.get('/v1/chat/:shopKey/stream', {
    ...visitor, schema: { params: Door, querystring: z.object({ after: z.coerce.number().int().nonnegative().default(0) }) },
  }, async (request, reply) => {
    const from = await enter(request, request.params.shopKey, 'read')
    await streams.serve(context, from, request, reply, request.query.after)
  })

  pictureRoutes(app, context, enter)
}

function pictureRoutes(
  app: App, context: ApiContext, enter: (request: FastifyRequest, shopKey: string, kind: 'picture' | 'read') => Promise<Visitor>,
): void {
  app.register(async (scope: App) => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: MAX_PICTURE_BYTES }, (_request, body, done) => done(null, body))
    scope.post('/v1/chat/:shopKey/pictures/:messageId', {
      config: { access: 'visitor' as const },
      bodyLimit: MAX_PICTURE_BYTES,
      schema: {
        params: DoorAnd({ messageId: Id }),
        querystring: z.object({ name: z.string().max(200).default(''), clientAtMs: z.coerce.number().pipe(Millis).optional() }),
        response: { 200: ChatAccepted },
      },
    }, async (request) => {
      const from = await enter(request, request.params.shopKey, 'picture')
      const bytes: unknown = request.body
      const type = Buffer.isBuffer(bytes) ? pictureType(bytes) : null
      if (!type || !Buffer.isBuffer(bytes)) throw new ProblemError(415, 'not_a_picture', { detail: 'PNG, JPEG, WebP or GIF' })
      const { messageId } = request.params
      const picture: NewAttachment = {
        id: context.ids.next(), name: request.query.name.replace(/[\p{C}/\\]/gu, '') || 'picture', ...type, size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'), bytes,
      }
      return say(context, from, {
        messageId, body: '', quoteId: null, clientAtMs: request.query.clientAtMs ?? context.clock.now(), attachments: [picture],
      })
    })
  })

  app.get('/v1/chat/:shopKey/pictures/:id', {
    config: { access: 'visitor' as const }, schema: { params: DoorAnd({ id: Id }) },
  }, async (request, reply) => {
    const from = await enter(request, request.params.shopKey, 'read')
    const attachment = await ownPicture(from, request.params.id)
    if (!attachment) throw new ProblemError(404, 'not_found')
    // A desk sends its line first: the customer reads at once, the picture follows.
    if (attachment.state !== 'ready') throw new ProblemError(409, 'not_ready', { retryAfterSec: 1 })
    return reply.type(attachment.mime).header('cache-control', 'private, max-age=86400, immutable')
      .header('content-disposition', 'inline').send(await readAttachmentBytes(from.db, attachment.id))
  })
}
