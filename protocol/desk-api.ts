import { z } from 'zod'
import { partial, type ZodMiniType } from 'zod/mini'
import { InsertedScript } from '../domain/entities/inserted-script.ts'
import { MOST_INSERTED } from '../domain/entities/plain-lists.ts'
import { Body, Id, Language, Millis } from '../domain/entities/scalars.ts'
import { ContentDraft } from '../domain/entities/release.ts'
import { ScriptStage } from '../domain/entities/script.ts'
import { LineKind } from '../domain/entities/team.ts'
import { BulkChange, BulkKind, MOST_AT_ONCE } from '../domain/entities/bulk-change.ts'
import { MUTATIONS } from './mutations.ts'
import { QUERY_ARGS } from './query-args.ts'
import { BriefingView, BulkView, Finding, PaletteView, ReleaseText, ReviewAsked, StudioChange } from './script-views.ts'
import { DeskSettings } from './settings.ts'
import { ShiftName } from './shift.ts'
import { HandoversView, LeavingView, NoticesView, RosterView, ShiftView, TalkView, TransferCandidate, TransfersView, WallView } from './shift-views.ts'
import { StudioName } from './studio.ts'
import {
  Alert, ConversationLists, DraftKind, DraftPicture, HistoryView, InboxItem, KnownAccount, OfferedLine, ProfileView, SearchHit, SessionView,
  SyncStatus, TeamView, ThreadView, TodayView,
} from './views.ts'

/** The only list of what a window (or the headless desk) may ask of the core. How long each may take: call-timeouts.ts. */
const Nothing = z.object({})
type Schema = z.ZodType | ZodMiniType
const call = <I extends Schema, O extends Schema>(input: I, output: O) => ({ input, output })

export const CALLS = {
  /** Online when the server answers, else offline with the file's own key. Errors: see DeskErrorCode. */
  'session.signIn': call(
    z.object({ api: z.url(), shop: z.string(), account: z.string(), password: z.string(), staySignedIn: z.boolean() }),
    Nothing),
  /** A forgotten password: a supervisor's one-time code sets the new one and signs in. The file stays, its key comes from the server. */
  'session.redeemCode': call(
    z.object({
      api: z.url(), shop: z.string(), account: z.string(), code: z.string().trim().min(6).max(40), newPassword: z.string().min(10).max(200),
    }), Nothing),
  'session.unlock': call(z.object({ password: z.string() }), Nothing),
  'session.lock': call(Nothing, Nothing),
  /** Without `force`: refused with `list_open` while customers are to be handed over (H5), with `still_queued` while something waits to be sent. `remove` deletes the file. */
  'session.signOut': call(z.object({ force: z.boolean(), remove: z.boolean() }), Nothing),

  'message.send': call(
    z.object({
      conversationId: Id, body: Body, kind: LineKind.nullable(), scriptId: Id.nullable(),
      attachmentIds: z.array(Id).max(10), quoteId: Id.nullable(),
      uses: MUTATIONS['message.send'].shape.uses, insisted: MUTATIONS['message.send'].shape.insisted,
    }), z.object({ messageId: Id, heldUntilMs: Millis.nullable() })),
  /** While held: it never leaves, and its text comes back. */
  'message.takeBack': call(z.object({ messageId: Id }), z.object({ body: z.string() })),
  'note.add': call(z.object({ conversationId: Id, body: Body, mentions: z.array(Id) }), z.object({ messageId: Id })),
  'conversation.take': call(z.object({ conversationId: Id }), Nothing),
  'conversation.seen': call(z.object({ conversationId: Id, position: z.number().int() }), Nothing),
  /** `withoutReply`: the agent was asked and insists; else refused with `unanswered` (D9) or `promise_open` (D6). */
  'conversation.close': call(
    z.object({ conversationId: Id, withoutReply: z.boolean(), enquiryClass: z.string().nullable(), outcome: z.string().nullable() }),
    Nothing),
  'conversation.reopen': call(z.object({ conversationId: Id }), Nothing),
  'conversation.spam': call(z.object({ conversationId: Id, on: z.boolean() }), Nothing),
  /** A conversation that is not on this desk (any more), from the server; nothing of it is stored here. `before`: a position. */
  'conversation.history': call(
    z.object({ conversationId: Id, before: z.number().int().positive().max(2_147_483_647).nullable() }), HistoryView),
  'companion.start': call(
    z.object({ nickname: z.string().min(1).max(60), channelId: Id, language: Language }), z.object({ conversationId: Id })),
  'companion.tick': call(z.object({ conversationId: Id, who: z.enum(['customer', 'agent']) }), Nothing),
  'promise.make': call(z.object({ conversationId: Id, text: z.string().max(500), dueAtMs: Millis }), z.object({ promiseId: Id })),
  'promise.settle': call(z.object({ promiseId: Id, conversationId: Id, state: z.enum(['kept', 'cancelled']) }), Nothing),
  /** Refused here already with `gate` (M4: customers wait or are undecided) or `list_open` (H5); the panel says whom. */
  'presence.set': call(MUTATIONS['presence.set'].omit({ cause: true }), Nothing),
  /** The screen is idle or locked, or in use again (Electron's powerMonitor): the team's minutes decide what comes of it. */
  'presence.idle': call(z.object({ idleSec: z.number().int().min(0), locked: z.boolean() }), Nothing),
  'presence.putFor': call(MUTATIONS['presence.put_for'], Nothing),
  /** What the agent decides about one conversation before leaving; null takes it back. Kept on this desk alone. */
  'leaving.decide': call(z.object({ conversationId: Id, decision: z.enum(['wait', 'done']).nullable() }), Nothing),
  /** `line`: said to the customer before (M8); null = the team's own. */
  'transfer.offer': call(
    MUTATIONS['transfer.offer'].omit({ transferId: true, line: true }).extend({ line: Body.nullable() }), z.object({ transferId: Id })),
  'transfer.answer': call(MUTATIONS['transfer.answer'], Nothing),
  'transfer.cancel': call(MUTATIONS['transfer.cancel'], Nothing),
  /** Whom this conversation could go to, best first (M4-M7, L3), with the line of M8 and a note proposed from the thread. */
  'transfer.candidates': call(
    z.object({ conversationId: Id }),
    z.object({ candidates: z.array(TransferCandidate), transferRule: z.enum(['M4', 'M6']).nullable(), line: z.string(), note: z.string() })),
  'conversation.reassign': call(MUTATIONS['conversation.reassign'].extend({ conversationIds: z.array(Id).min(1).max(500) }), Nothing),
  'conversation.watch': call(MUTATIONS['conversation.watch'], Nothing),
  'conversation.takeOver': call(MUTATIONS['conversation.take_over'], Nothing),
  'message.sendMany': call(
    z.object({ body: Body, kind: LineKind, scriptId: Id.nullable(), conversationIds: z.array(Id).min(1).max(500) }), z.object({ sent: z.number().int() })),
  /** The handover line (H2) goes to each of them, then the list to the counterpart. */
  'handover.begin': call(
    MUTATIONS['handover.begin'].omit({ handoverId: true, items: true }).extend({
      items: z.array(z.object({ conversationId: Id, note: z.string().max(1_000) })).max(200), line: Body.nullable(),
    }), z.object({ handoverId: Id })),
  'handover.confirm': call(MUTATIONS['handover.confirm'], Nothing),
  'roster.put': call(z.object({ shifts: z.array(MUTATIONS['roster.put'].shape.shifts.element.extend({ id: Id.nullable() })).min(1).max(5_000) }), z.object({ shiftIds: z.array(Id) })),
  'roster.remove': call(z.object({ shiftIds: z.array(Id).min(1).max(5_000) }), Nothing),
  'meal.decide': call(MUTATIONS['meal.decide'], Nothing),
  'swap.ask': call(MUTATIONS['swap.ask'].omit({ swapId: true }), z.object({ swapId: Id })),
  'swap.answer': call(MUTATIONS['swap.answer'], Nothing),
  'swap.cancel': call(MUTATIONS['swap.cancel'], Nothing),
  'notice.seen': call(MUTATIONS['notice.seen'], Nothing),
  'help.call': call(z.object({ teamId: Id, personIds: z.array(Id).min(1).max(40) }), Nothing),
  'talk.open': call(MUTATIONS['talk.open'].omit({ talkId: true, messageId: true }), z.object({ talkId: Id })),
  'talk.say': call(MUTATIONS['talk.say'].omit({ messageId: true }), Nothing),
  'talk.close': call(MUTATIONS['talk.close'], Nothing),
  /** Everything of protocol/shift.ts, online. */
  'shift.ask': call(z.object({ name: ShiftName, body: z.unknown() }), z.unknown()),
  'customer.note': call(z.object({ customerId: Id, body: z.string().min(1).max(2_000) }), z.object({ noteId: Id })),
  'customer.noteRemove': call(z.object({ noteId: Id, customerId: Id, removed: z.boolean() }), Nothing),
  'customer.tag': call(z.object({ customerId: Id, tag: z.string().min(1).max(30), on: z.boolean() }), Nothing),
  'customer.block': call(z.object({ customerId: Id, conversationId: Id, on: z.boolean() }), Nothing),

  /** Reply (when no kind is said) and note are drafts of their own. Without text and pictures the draft is deleted. */
  'draft.save': call(
    z.object({
      conversationId: Id, body: Body, kind: DraftKind.optional(), attachmentIds: z.array(Id).max(10).optional(),
      inserted: z.array(InsertedScript).max(MOST_INSERTED).optional(),
    }), Nothing),
  'draft.read': call(
    z.object({ conversationId: Id, kind: DraftKind.optional() }),
    z.object({ body: z.string(), pictures: z.array(DraftPicture), inserted: z.array(InsertedScript) })),

  /** Bytes are stored encrypted at once and go up when the network is there, resumable. */
  'attachment.add': call(
    z.object({ conversationId: Id, name: z.string().max(200), mime: z.string(), bytes: z.instanceof(Uint8Array), width: z.number().int(), height: z.number().int() }),
    z.object({ attachmentId: Id })),
  /** A picture taken out before it was sent: its upload stops and its bytes go. Refused with `too_late` once a line holds it. */
  'attachment.remove': call(z.object({ attachmentId: Id }), Nothing),
  'attachment.retry': call(z.object({ attachmentId: Id }), Nothing),
  /** From the local cache, else fetched. */
  'attachment.bytes': call(z.object({ attachmentId: Id }), z.object({ mime: z.string(), bytes: z.instanceof(Uint8Array) })),

  'typing.notice': call(z.object({ conversationId: Id }), Nothing),
  /** This agent looks at it now: colleagues who do, too, see it within a second. Said again every 4 s while it is looked at. */
  'viewing.notice': call(z.object({ conversationId: Id }), Nothing),
  /** Null when the team has no such script. */
  'line.offer': call(z.object({ conversationId: Id, kind: LineKind }), OfferedLine.nullable()),
  'search': call(z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(50) }), z.array(SearchHit)),

  /** Scripts or knowledge for this text, best first; an empty text = the five that fit this moment. Without a conversation: over any program. */
  'palette.search': call(
    z.object({
      text: z.string().max(200), tab: z.enum(['scripts', 'knowledge']), conversationId: Id.nullable(),
      stage: ScriptStage.nullable(), scene: z.string().nullable(), limit: z.number().int().min(1).max(200),
    }), PaletteView),
  /** Inserted or copied: counts for this agent's ranking, and takes the "changed" mark away. */
  'palette.used': call(z.object({ scriptId: Id, conversationId: Id.nullable() }), Nothing),
  /** The "changed" mark was seen. */
  'script.seen': call(z.object({ scriptIds: z.array(Id).max(200) }), Nothing),
  'script.personalPut': call(MUTATIONS['script.personal_put'].extend({ scriptId: Id.nullable() }), z.object({ scriptId: Id })),
  'script.personalRemove': call(z.object({ scriptId: Id }), Nothing),
  /** A picture of the shop, from the cache or fetched. */
  'picture.bytes': call(z.object({ pictureId: Id }), z.object({ mime: z.string(), bytes: z.instanceof(Uint8Array) })),
  /** A script's picture becomes one of this conversation, to go with the next message. */
  'picture.attach': call(z.object({ pictureId: Id, conversationId: Id }), DraftPicture),
  /** C1-C6, D5, D6, unfilled variables: what is wrong with this text, in order of place. `kept`: placeholders that came from scripts. */
  'language.check': call(z.object({ conversationId: Id.nullable(), body: Body }), z.array(Finding)),

  /** Supervisors. Drafts are intents: they work offline. */
  'studio.draftPut': call(
    ContentDraft.pick({ kind: true, targetId: true, baseVersion: true, action: true, content: true }).extend({ draftId: Id.nullable(), targetId: Id.nullable() }),
    z.object({ draftId: Id, targetId: Id })),
  'studio.draftDrop': call(z.object({ draftId: Id }), Nothing),
  /** One change for many: begins, and goes on in the core; the live query `bulk` says how far. `busy` while another one is on its way. */
  'studio.bulk': call(z.object({ targets: z.array(z.object({ kind: BulkKind, id: Id })).min(1).max(MOST_AT_ONCE), change: BulkChange }), Nothing),
  /** What is done so far is put back. */
  'studio.bulkCancel': call(Nothing, Nothing),
  'studio.bulkUndo': call(Nothing, Nothing),
  /** The result was seen: it cannot be undone any more. */
  'studio.bulkForget': call(Nothing, Nothing),
  'release.read': call(z.object({ releaseId: Id }), Nothing),
  /** The scripts and knowledge of a release as they are here now; what was retired is left out. */
  'release.texts': call(z.object({ releaseId: Id }), z.array(ReleaseText)),
  /** Everything of protocol/studio.ts, online: `body` and the answer are those of its name. */
  'studio.ask': call(z.object({ name: StudioName, body: z.unknown() }), z.unknown()),

  'inbox.dismiss': call(z.object({ id: Id }), Nothing),
  'proposed.dismiss': call(z.object({ id: Id }), Nothing),
  'settings.save': call(partial(DeskSettings), Nothing),
  /** Asks the engine to try now instead of waiting for its back-off. */
  'sync.now': call(Nothing, Nothing),
  'file.list': call(Nothing, z.array(KnownAccount)),
  /** A damaged file, or one whose key is lost: kept under another name, so that the next sign-in fetches anew. Asks first. */
  'file.setAside': call(z.object({ fileId: z.string().regex(/^[0-9a-f]{24}$/) }), Nothing),
} as const

const query = <A extends Schema, V extends Schema>(args: A, value: V) => ({ args, value })

/** Live queries: the value comes at once and again whenever what it reads has changed. */
export const QUERIES = {
  session: query(QUERY_ARGS.session, SessionView),
  sync: query(QUERY_ARGS.sync, SyncStatus),
  accounts: query(QUERY_ARGS.accounts, z.array(KnownAccount)),
  settings: query(QUERY_ARGS.settings, DeskSettings),
  conversations: query(QUERY_ARGS.conversations, ConversationLists),
  thread: query(QUERY_ARGS.thread, ThreadView.nullable()),
  profile: query(QUERY_ARGS.profile, ProfileView.nullable()),
  today: query(QUERY_ARGS.today, TodayView),
  inbox: query(QUERY_ARGS.inbox, z.array(InboxItem)),
  team: query(QUERY_ARGS.team, TeamView),
  alert: query(QUERY_ARGS.alert, Alert.nullable()),
  /** What the agent has to know: releases to confirm, incidents, how many scripts changed. */
  briefing: query(QUERY_ARGS.briefing, BriefingView),
  /** Supervisors: what is live of a kind, and every draft of it; after the first value what has changed. `draftsOnly`: things somebody writes on. */
  studio: query(QUERY_ARGS.studio, StudioChange),
  /** The bulk edit that is on its way or was the last one; null = none. */
  bulk: query(QUERY_ARGS.bulk, BulkView.nullable()),
  /** Supervisors: what colleagues have handed in, oldest first. */
  reviews: query(QUERY_ARGS.reviews, z.array(ReviewAsked)),
  shift: query(QUERY_ARGS.shift, ShiftView),
  /** The panel before a meal, the end of a shift, or leaving the seat; `kind` says which of its proposals. */
  leaving: query(QUERY_ARGS.leaving, LeavingView),
  handovers: query(QUERY_ARGS.handovers, HandoversView),
  transfers: query(QUERY_ARGS.transfers, TransfersView),
  roster: query(QUERY_ARGS.roster, RosterView.nullable()),
  notices: query(QUERY_ARGS.notices, NoticesView),
  /** Of one case, or all that are not closed. */
  talks: query(QUERY_ARGS.talks, z.array(TalkView)),
  /** Supervisors: once a second while it is looked at; null while it is not there (offline, just opened). */
  wall: query(QUERY_ARGS.wall, WallView.nullable()),
} as const

export type CallName = keyof typeof CALLS
export type CallInput<N extends CallName> = z.infer<(typeof CALLS)[N]['input']>
export type CallOutput<N extends CallName> = z.infer<(typeof CALLS)[N]['output']>
export type QueryName = keyof typeof QUERIES
export type QueryArgs<N extends QueryName> = z.infer<(typeof QUERIES)[N]['args']>
export type QueryValue<N extends QueryName> = z.infer<(typeof QUERIES)[N]['value']>

/** The core implements exactly this; preload's client and the headless desk are mapped over the same lists. */
export type DeskCalls = { [N in CallName]: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> }

/** What went wrong, for people: i18n `error.<code>` says what happened, what was kept, what to do. */
export const DeskErrorCode = z.enum([
  'invalid_credentials', 'invalid_code', 'server_unreachable', 'server_error', 'rate_limited', 'device_revoked', 'lease_over',
  'wrong_password_offline', 'no_local_file', 'file_damaged', 'file_newer', 'file_busy', 'key_lost', 'disk_full', 'loopback_only',
  'upgrade_required', 'still_queued', 'not_signed_in', 'unanswered', 'promise_open', 'not_found', 'too_late', 'too_large', 'wrong_type',
  'invalid', 'timeout', 'core_gone', 'unknown',
  /** Refused before it left: `params.words`; a block, a warning not yet insisted on, a variable left open. */
  'language_block', 'language_warn', 'unfilled',
  /** A bulk edit is on its way already. */
  'busy',
  /** M4: somebody waits or is undecided. H5: the list is not empty. */
  'gate', 'list_open',
  /** The server's answer to studio.ask: `detail` is its problem code. */
  'refused', 'offline',
])
export type DeskErrorCode = z.infer<typeof DeskErrorCode>
export const DeskError = z.object({ code: DeskErrorCode, detail: z.string().nullable(), params: z.record(z.string(), z.union([z.string(), z.number()])).nullable() })
export type DeskError = z.infer<typeof DeskError>
export type Answer<T> = { ok: true; value: T } | { ok: false; error: DeskError }

/** Frames over the MessagePort (and, as JSON lines with base64 bytes, over stdin/stdout of the headless desk). */
export type ToCore =
  | { t: 'call'; id: number; name: string; input: unknown }
  | { t: 'subscribe'; id: number; name: string; args: unknown }
  | { t: 'unsubscribe'; id: number }
export type FromCore =
  | { t: 'hello'; protocol: 1 }
  | { t: 'answer'; id: number; answer: Answer<unknown> }
  | { t: 'value'; id: number; value: unknown }
  | { t: 'query_error'; id: number; error: DeskError }

