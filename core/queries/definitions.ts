import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import type { QueryArgs, QueryName, QueryValue } from '../../protocol/desk-api.ts'
import { ringingRows, type AlertKeeper } from './alert.ts'
import { briefingView } from './briefing.ts'
import type { QueryContext } from './context.ts'
import type { Since, Topic } from './live-queries.ts'
import { conversationLists } from './conversations.ts'
import { inboxView, profileView, teamView, todayView } from './people.ts'
import { reviewsAsked } from './reviews.ts'
import { studioFeed } from './studio-feed.ts'
import { threadView } from './thread.ts'

type DeskQuery = Exclude<QueryName, 'session' | 'accounts' | 'sync' | 'settings' | 'bulk'>
export type Definition<N extends DeskQuery> = {
  reads: ReadonlySet<Topic>
  /** Undefined: nothing to tell since its last turn; only of a feed. */
  run: (context: QueryContext, args: QueryArgs<N>, keeper: AlertKeeper, since: Since) => QueryValue<N> | undefined
  /** It tells what has changed since its last turn, and remembers that itself. */
  feed?: true
}

const LISTS = ['conversation', 'message', 'customer', 'team', 'channel', 'promise', 'draft', 'held', 'outbox', 'typing', 'time']

/** What each live query reads: it runs again when one of these was written. */
export const DEFINITIONS: { [N in DeskQuery]: Definition<N> } = {
  conversations: { reads: new Set(LISTS), run: context => conversationLists(context) },
  thread: {
    reads: new Set(['conversation', 'message', 'attachment', 'attachment_bytes', 'promise', 'proposed_reply', 'person', 'team', 'channel',
      'held', 'outbox', 'inbox', 'typing', 'time', 'settings']),
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
  alert: {
    reads: new Set(['conversation', 'customer', 'team', 'settings', 'time']), run: (context, _, keeper) => keeper.of(ringingRows(context), context.nowMs),
  },
}

export const EVERY_TABLE: readonly Topic[] = [...ENTITY_NAMES, 'draft', 'held', 'outbox', 'inbox', 'attachment_bytes', 'settings', 'me']
