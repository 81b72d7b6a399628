import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import type { QueryArgs, QueryName, QueryValue } from '../../protocol/desk-api.ts'
import { ringingRows, type AlertKeeper } from './alert.ts'
import { briefingView } from './briefing.ts'
import type { QueryContext } from './context.ts'
import type { Since, Topic } from './live-queries.ts'
import { conversationLists } from './conversations.ts'
import { inboxView, profileView, teamView, todayView } from './people.ts'
import { reviewsAsked } from './reviews.ts'
import { handoversView } from './shift/handovers.ts'
import { leavingView } from './shift/leaving.ts'
import { noticesView } from './shift/notices.ts'
import { rosterView } from './shift/roster.ts'
import { shiftView } from './shift/shift-view.ts'
import { talksView } from './shift/talks.ts'
import { transfersView } from './shift/transfers.ts'
import { studioFeed } from './studio-feed.ts'
import { threadView } from './thread.ts'

type DeskQuery = Exclude<QueryName, 'session' | 'accounts' | 'sync' | 'settings' | 'bulk' | 'wall'>
export type Definition<N extends DeskQuery> = {
  reads: ReadonlySet<Topic>
  /** Undefined: nothing to tell since its last turn; only of a feed. */
  run: (context: QueryContext, args: QueryArgs<N>, keeper: AlertKeeper, since: Since) => QueryValue<N> | undefined
  /** It tells what has changed since its last turn, and remembers that itself. */
  feed?: true
}

/** What the agent's day is made of. */
const DAY = ['presence', 'shift', 'meal_plan', 'team', 'figures', 'me', 'time']
const LISTS = ['conversation', 'message', 'customer', 'team', 'channel', 'promise', 'draft', 'held', 'outbox', 'typing', 'time']

/** What each live query reads: it runs again when one of these was written. */
export const DEFINITIONS: { [N in DeskQuery]: Definition<N> } = {
  conversations: { reads: new Set(LISTS), run: context => conversationLists(context) },
  thread: {
    reads: new Set(['conversation', 'message', 'attachment', 'attachment_bytes', 'promise', 'proposed_reply', 'person', 'team', 'channel',
      'held', 'outbox', 'inbox', 'typing', 'colleagues', 'time', 'settings']),
    run: (context, { conversationId, limit }) => threadView(context, conversationId, limit),
  },
  profile: {
    reads: new Set(['customer', 'order_head', 'conversation', 'customer_note', 'person']),
    run: (context, { customerId }) => profileView(context, customerId),
  },
  today: { reads: new Set(['timer_outcome']), run: context => todayView(context) },
  inbox: { reads: new Set(['inbox', 'conversation']), run: context => inboxView(context) },
  team: { reads: new Set(['person', 'presence', 'team', 'channel']), run: context => teamView(context) },
  briefing: { reads: new Set(['release', 'release_read', 'incident_plan', 'script', 'script_seen']), run: context => briefingView(context) },
  studio: {
    reads: new Set(['script', 'knowledge', 'language_rule', 'figures', 'incident_plan', 'channel', 'content_draft', 'release', 'person']),
    feed: true, run: (context, args, _, since) => studioFeed(context, args, since),
  },
  reviews: { reads: new Set(['content_draft', 'person', 'team', 'channel']), run: context => reviewsAsked(context) },
  shift: { reads: new Set(DAY), run: context => shiftView(context) },
  leaving: {
    reads: new Set([...LISTS, ...DAY, 'transfer', 'leaving_decision', 'person']), run: (context, { kind }) => leavingView(context, kind),
  },
  handovers: { reads: new Set(['handover', 'handover_item', 'person', 'promise', 'team', 'me', 'time']), run: context => handoversView(context) },
  transfers: { reads: new Set(['transfer', 'person', 'team']), run: context => transfersView(context) },
  roster: { reads: new Set(['shift', 'meal_plan', 'shift_swap', 'person', 'team', 'me']), run: (context, args) => rosterView(context, args) },
  notices: { reads: new Set(['notice', 'person', 'team']), run: context => noticesView(context) },
  talks: { reads: new Set(['talk', 'talk_message', 'person', 'conversation']), run: (context, { conversationId }) => talksView(context, conversationId) },
  alert: {
    reads: new Set(['conversation', 'customer', 'team', 'settings', 'time']), run: (context, _, keeper) => keeper.of(ringingRows(context), context.nowMs),
  },
}

export const EVERY_TABLE: readonly Topic[] = [...ENTITY_NAMES, 'draft', 'held', 'outbox', 'inbox', 'attachment_bytes', 'settings', 'me', 'leaving_decision']
