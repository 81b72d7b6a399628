import { z } from 'zod'
import { Attachment, AuthorKind, Conversation, Message, ServicePromise } from '../domain/entities/conversation.ts'
import { Customer, CustomerNote, Order, Tier } from '../domain/entities/customer.ts'
import { Person, Presence } from '../domain/entities/people.ts'
import { Id, Millis } from '../domain/entities/scalars.ts'
import { Channel, ChannelKind, LineKind, Team } from '../domain/entities/team.ts'
import { RefusalCode } from './mutations.ts'
import { Me } from './rest.ts'

/** What a window shows: values of the live queries. Made by the core from the view of synced rows and pending intents. */

/** One running due. `key` is stable while it runs. Sorted by dueAtMs. */
export const Due = z.object({
  rule: z.enum(['T1', 'T2', 'T3', 'T4', 'T6', 'T7', 'T8']),
  key: z.string(),
  startedAtMs: Millis,
  dueAtMs: Millis,
  /** When it turns amber, where that is not at two thirds (T8). */
  soonAtMs: Millis.optional(),
  /** T8: the promise. */
  promiseId: Id.nullable(),
  label: z.string().nullable(),
})
export type Due = z.infer<typeof Due>

export const SessionView = z.object({
  state: z.enum(['signed_out', 'opening', 'locked', 'ready']),
  me: Me.nullable(),
  shop: z.object({ id: Id, name: z.string() }).nullable(),
  api: z.string().nullable(),
  /** Opened with the local password only; the server has not confirmed the session yet. */
  offline: z.boolean(),
  /** The server asks for the password again (expired, reset); work goes on locally. */
  needsSignIn: z.boolean(),
  /** The session was ended from outside. */
  ended: z.enum(['revoked', 'signed_out', 'lease_over']).nullable(),
})
export type SessionView = z.infer<typeof SessionView>

export const SyncStatus = z.object({
  state: z.enum(['online', 'syncing', 'offline', 'stuck', 'upgrade']),
  /** What the agent did and the server has not acknowledged; that a message was seen does not count. */
  queued: z.number().int(),
  /** Attachments still going up. */
  uploading: z.number().int(),
  refused: z.number().int(),
  /** When desk and server last agreed. */
  syncedAtMs: Millis.nullable(),
  /** Machine-readable; text in i18n `sync.reason.<code>`. */
  reason: z.enum(['network', 'server', 'session', 'disk_full', 'loopback_only', 'clock', 'certificate', 'differs', 'unknown']).nullable(),
  /** 0..1 while the first download runs. */
  progress: z.number().min(0).max(1).nullable(),
  /** Server time minus desk wall time. */
  clockOffsetMs: z.number(),
})
export type SyncStatus = z.infer<typeof SyncStatus>

export const ConversationRow = z.object({
  id: Id,
  customerId: Id,
  name: z.string(),
  tier: Tier,
  tags: z.array(z.string()),
  channelKind: ChannelKind,
  channelName: z.string(),
  state: Conversation.shape.state,
  ownerId: Id.nullable(),
  snippet: z.string(),
  lastMessageAtMs: Millis,
  unread: z.number().int(),
  dues: z.array(Due),
  /** Waiting since; null when the customer does not wait. */
  waitingSinceMs: Millis.nullable(),
  /** Second agent mark (M6). */
  agentsBefore: z.number().int(),
  /** Agent lines not yet accepted by the server. */
  queued: z.number().int(),
  hasDraft: z.boolean(),
  spam: z.boolean(),
  customerTyping: z.boolean(),
})
export type ConversationRow = z.infer<typeof ConversationRow>

/** Each list in the order to show: waiting by nearest due. */
export const ConversationLists = z.object({
  waiting: z.array(ConversationRow),
  running: z.array(ConversationRow),
  queue: z.array(ConversationRow),
  left: z.array(ConversationRow),
  closed: z.array(ConversationRow),
})
export type ConversationLists = z.infer<typeof ConversationLists>

export const ThreadItem = Message.extend({
  /** Null while the server has not accepted it. */
  position: z.number().int().positive().nullable(),
  author: AuthorKind,
  authorName: z.string().nullable(),
  /** held: can still be taken back. queued: waits for the network. refused: see the inbox. */
  status: z.enum(['held', 'queued', 'sent', 'delivered', 'refused']),
  heldUntilMs: Millis.nullable(),
  refusal: RefusalCode.nullable(),
})
export type ThreadItem = z.infer<typeof ThreadItem>

export const ThreadView = z.object({
  conversation: Conversation,
  channel: Channel.nullable(),
  dues: z.array(Due),
  promises: z.array(ServicePromise),
  /** Oldest first; pending last. */
  items: z.array(ThreadItem),
  hasEarlier: z.boolean(),
  attachments: z.array(Attachment.extend({
    /** 0..1 of an upload in progress on this desk. */
    progress: z.number().min(0).max(1).nullable(),
    failed: z.boolean(),
  })),
  customerTyping: z.boolean(),
  /** Replies of the agent before that never went out, to look at and send or drop. */
  proposed: z.array(z.object({ id: Id, authorName: z.string().nullable(), body: z.string(), writtenAtMs: Millis })),
  /** A T10 apology is fitting before the next answer. */
  apologyDue: z.boolean(),
  /** Who else looks at it or writes in it now. */
  others: z.array(z.object({ personId: Id, name: z.string(), doing: z.enum(['viewing', 'typing']) })),
  /** Who had it and how long, oldest first; the last one has it now (toMs null). */
  holders: z.array(z.object({ personId: Id.nullable(), name: z.string().nullable(), fromMs: Millis, toMs: Millis.nullable() })),
  /** A supervisor only looks on: what they write is whispered. */
  watching: z.boolean(),
})
export type ThreadView = z.infer<typeof ThreadView>

/** A page of a conversation read from the server, to be looked at only. */
export const HistoryView = z.object({
  conversation: Conversation, items: z.array(ThreadItem), attachments: ThreadView.shape.attachments, hasEarlier: z.boolean(),
})
export type HistoryView = z.infer<typeof HistoryView>

export const ProfileView = z.object({
  customer: Customer,
  orders: z.array(Order),
  past: z.array(Conversation),
  notes: z.array(CustomerNote.extend({ authorName: z.string().nullable() })),
})
export type ProfileView = z.infer<typeof ProfileView>

/** Figures of the agent's day (T1, T2). */
export const TodayView = z.object({
  firstReplyMs: z.number().nullable(),
  averageReplyMs: z.number().nullable(),
  replies: z.number().int(),
  missed: z.number().int(),
})
export type TodayView = z.infer<typeof TodayView>

/** An intent the server refused, with what was typed. */
export const InboxItem = z.object({
  id: Id,
  mutation: z.string(),
  /** The id of the line in its thread, when the intent was a line or a note. */
  messageId: Id.nullable(),
  conversationId: Id.nullable(),
  customerName: z.string().nullable(),
  body: z.string().nullable(),
  code: RefusalCode,
  text: z.string().nullable(),
  atMs: Millis,
})
export type InboxItem = z.infer<typeof InboxItem>

export const TeamView = z.object({
  people: z.array(Person.extend({ presence: Presence.nullable() })),
  teams: z.array(Team),
  channels: z.array(Channel),
  mine: Presence.nullable(),
})
export type TeamView = z.infer<typeof TeamView>

/** An agent file on this machine. */
export const KnownAccount = z.object({
  fileId: z.string(), api: z.string(), shop: z.string(), account: z.string(), name: z.string(), lastUsedAtMs: Millis,
  staySignedIn: z.boolean(),
})
export type KnownAccount = z.infer<typeof KnownAccount>

/** A note never becomes a reply: each has a draft of its own. */
export const DraftKind = z.enum(['reply', 'note'])
export type DraftKind = z.infer<typeof DraftKind>

/** A picture that goes with the next message; its bytes by `attachment.bytes`. */
export const DraftPicture = Attachment.pick({ id: true, name: true, mime: true, width: true, height: true })
export type DraftPicture = z.infer<typeof DraftPicture>

export const SearchHit = z.object({
  kind: z.enum(['conversation', 'message', 'customer', 'order']),
  id: Id,
  conversationId: Id.nullable(),
  customerId: Id.nullable(),
  title: z.string(),
  /** With the matches between U+0001 and U+0002. */
  excerpt: z.string(),
  atMs: Millis.nullable(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** The one alert for all (DESIGN.md). Null when nothing is close to due. */
export const Alert = z.object({
  /** Customers at two thirds of their due or beyond. */
  count: z.number().int().positive(),
  missed: z.number().int().nonnegative(),
  /** The longest wait: opened by the notification. */
  conversationId: Id,
  customerName: z.string(),
  dueAtMs: Millis,
  /** Rises once per escalation; a sound per rise. */
  level: z.number().int(),
})
export type Alert = z.infer<typeof Alert>

/** A line offered at a moment (T3, T4, T10, D1, D5): the best script of that stage, filled. */
export const OfferedLine = z.object({ scriptId: Id, code: z.string(), title: z.string(), body: z.string(), kind: LineKind })
export type OfferedLine = z.infer<typeof OfferedLine>

