import { z } from 'zod'
import { Attachment, Conversation, Message } from '../domain/entities/conversation.ts'
import { Role } from '../domain/entities/people.ts'
import { Id, Millis } from '../domain/entities/scalars.ts'

/** RFC 9457 body of every 4xx/5xx answer, `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  expectedId: z.number().int().optional(),
  retryAfterSec: z.number().optional(),
})
export type Problem = z.infer<typeof Problem>

export const Me = z.object({ personId: Id, account: z.string(), name: z.string(), roles: z.array(Role), teamIds: z.array(Id) })
export type Me = z.infer<typeof Me>

/** POST /v1/auth/sign-in. Wrong shop, account or password: the same 401 `invalid_credentials`. */
export const SignInRequest = z.object({
  shop: z.string().min(1).max(60),
  account: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
  /** An existing device of this person, or a new id; the server may answer with another. */
  deviceId: Id.nullable(),
  deviceName: z.string().max(80),
})
export type SignInRequest = z.infer<typeof SignInRequest>
export const Session = z.object({
  accessToken: z.string(),
  accessExpiresAtMs: Millis,
  refreshToken: z.string(),
  deviceId: Id,
  epoch: z.string(),
  shop: z.object({ id: Id, name: z.string() }),
  me: Me,
  serverNowMs: Millis,
  /** Hours a desk may open offline since it last heard the server. */
  offlineLeaseHours: z.number().positive(),
})
export type Session = z.infer<typeof Session>

/** POST /v1/auth/refresh. Rotates; the last token works again for 60 s (lost response), older reuse ends the family. */
export const RefreshRequest = z.object({ refreshToken: z.string().min(10).max(500) })
export const RefreshResponse = Session.pick({
  accessToken: true, accessExpiresAtMs: true, refreshToken: true, epoch: true, me: true, serverNowMs: true,
})
export type RefreshResponse = z.infer<typeof RefreshResponse>

/**
 * POST /v1/auth/renew-device -> Session: a new device id for a desk that diverged or met a gap; mutation ids start again at 1.
 * The old tokens end with it.
 */
export const RenewDevice = SignInRequest.pick({ deviceName: true })
/** POST /v1/auth/redeem-code -> {done}: a new password by a supervisor's one-time code. Any fault: the same 401 `invalid_code`. */
export const RedeemCode = SignInRequest.pick({ shop: true, account: true }).extend({
  code: z.string().min(6).max(40),
  newPassword: z.string().min(10).max(200),
})

/** PUT /v1/devices/escrow (own device only) and GET: a copy of the desk's database key, base64. */
export const EscrowBody = z.object({ key: z.string().min(40).max(400) })

/** GET /v1/devices · POST /v1/devices/:id/revoke */
export const Device = z.object({
  id: Id, personId: Id, name: z.string(), status: z.enum(['active', 'revoked']), lastSeenAtMs: Millis.nullable(), createdAtMs: Millis,
})
export type Device = z.infer<typeof Device>

/** PUT /v1/attachments/:id/chunks/:n  (octet-stream, CHUNK_BYTES each) · GET /v1/attachments/:id/chunks -> {have: number[]} · GET /v1/attachments/:id/bytes */
export const CHUNK_BYTES = 256 * 1024

/** POST /v1/live: typing / viewing notice of an agent. */
export const LiveNotice = z.object({ topic: z.enum(['typing', 'viewing']), conversationId: Id })

/** Web chat, the customer's side. All under /v1/chat/:shopKey; the visitor token travels as a Bearer token. */
export const ChatStart = z.object({
  nickname: z.string().max(60).nullable(),
  language: z.enum(['zh', 'en']),
  /** A customer who is signed in at the shop: its token (docs/CHANNELS.md, "Known customers"). */
  identity: z.string().max(2_000).nullable().default(null),
})
export const ChatSession = z.object({ token: z.string(), customerId: Id, shopName: z.string(), open: z.boolean() })
/** `attachmentIds` is empty: a picture is a message of its own (…/pictures/:messageId). */
export const ChatSend = z.object({
  messageId: Id,
  body: z.string().max(4_000),
  attachmentIds: z.array(Id).max(10),
  quoteId: Id.nullable().default(null),
  /** When it was written, as the page's clock says. */
  clientAtMs: Millis.optional(),
})
export const ChatMessage = z.object({
  id: Id,
  position: z.number().int(),
  from: z.enum(['me', 'agent', 'automatic', 'system']),
  agentName: z.string().nullable(),
  body: z.string(),
  system: z.string().nullable(),
  attachmentIds: z.array(Id),
  quoteId: Id.nullable(),
  atMs: Millis,
  /** A frequent question answered by itself (S7): the page offers to say that it helped, or the way to a person. */
  answer: z.boolean().default(false),
})
export type ChatMessage = z.infer<typeof ChatMessage>
export const ChatState = z.object({
  conversationId: Id.nullable(),
  state: z.enum(['none', 'queued', 'open', 'left', 'closed']),
  agentName: z.string().nullable(),
  /** 1 = next; null when not queued. */
  queuePlace: z.number().int().nullable(),
  messages: z.array(ChatMessage),
  lastPosition: z.number().int(),
  agentTyping: z.boolean(),
})
export type ChatState = z.infer<typeof ChatState>

/** GET /v1/chat/:shopKey: what the page shows before anybody wrote. */
export const ChatInfo = z.object({
  shopName: z.string(),
  language: z.enum(['zh', 'en']),
  open: z.boolean(),
  /** When it opens next; null while open, or when it never does. */
  opensAtMs: Millis.nullable(),
})
export type ChatInfo = z.infer<typeof ChatInfo>
/** POST …/messages and …/pictures/:messageId?name=…&clientAtMs=… (octet-stream, at most 10 MB): the same id again is the same message. */
export const ChatAccepted = z.object({ id: Id, conversationId: Id, position: z.number().int(), atMs: Millis })
export type ChatAccepted = z.infer<typeof ChatAccepted>
/** POST …/delivered: the page has shown everything up to here. */
export const ChatDelivered = z.object({ conversationId: Id, position: z.number().int().nonnegative() })
/** GET …/stream?after=POSITION: server-sent events; `message` comes in order, `state` without its messages. */
export const ChatEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('state'), data: ChatState.omit({ messages: true }) }),
  z.object({ event: z.literal('message'), data: ChatMessage }),
  z.object({ event: z.literal('typing'), data: z.object({}) }),
  z.object({ event: z.literal('ping'), data: z.object({}) }),
])
export type ChatEvent = z.infer<typeof ChatEvent>

/** Signed webhooks (Standard Webhooks): `conversation.message`, both ways. */
export const WebhookMessage = z.object({
  type: z.literal('conversation.message'),
  timestamp: z.string(),
  data: z.object({
    /** The shop IM's own ids. */
    externalConversationId: z.string().min(1).max(120),
    externalMessageId: z.string().min(1).max(120),
    from: z.enum(['customer', 'agent', 'automatic']),
    customer: z.object({ externalId: z.string().min(1).max(120), nickname: z.string().min(1).max(60) }),
    agentName: z.string().nullable(),
    text: z.string().max(4_000),
  }),
})
export type WebhookMessage = z.infer<typeof WebhookMessage>

/** GET /v1/deliveries?state=dead (supervisor, admin) · POST /v1/deliveries/:id/resend */
export const WebhookDelivery = z.object({
  id: Id,
  kind: z.string(),
  channelId: Id.nullable(),
  conversationId: Id.nullable(),
  messageId: Id.nullable(),
  state: z.enum(['pending', 'done', 'dead']),
  attempts: z.number().int(),
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
  createdAtMs: Millis,
  nextAtMs: Millis,
  settledAtMs: Millis.nullable(),
})
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

/** GET /v1/conversations/:id/messages?before=POSITION&limit=N: for who has the conversation or its customer on the desk. Oldest first. */
export const HistoryPage = z.object({
  conversation: Conversation, messages: z.array(Message), attachments: z.array(Attachment), hasEarlier: z.boolean(),
})
export type HistoryPage = z.infer<typeof HistoryPage>

/**
 * POST /v1/sync/applied: this desk has applied everything up to here. Sent after a page with a release in it: the board of the release
 * shows who has it. GET /v1/pictures/:id/bytes: a picture of the shop.
 */
export const AppliedNotice = z.object({ deviceId: Id, seq: z.string().regex(/^\d{1,19}$/) })
export type AppliedNotice = z.infer<typeof AppliedNotice>
