import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Channel, Team } from '../../domain/entities/team.ts'
import { figureOf } from '../../domain/figures/figures.ts'
import { compareLeft } from '../../domain/left/left-messages.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import { compareQueue, type Waiting } from '../../domain/routing/route.ts'
import { closedOf, inState, openOf } from '../../db/conversations.ts'
import { draftConversations } from '../../db/local/drafts.ts'
import { countUnread, pendingLines } from '../../db/messages.ts'
import { allChannels, allTeams } from '../../db/roster.ts'
import { readRow } from '../../db/synced/rows.ts'
import { promisesOf } from '../../db/threads.ts'
import type { ConversationLists, ConversationRow } from '../../protocol/views.ts'
import type { QueryContext } from './context.ts'
import { duesToShow } from './dues.ts'

const CLOSED = 50

type Around = {
  teams: Map<string, Team>
  channels: Map<string, Channel>
  drafts: Set<string>
  queued: Map<string, number>
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map(row => [row.id, row]))

function aroundOf({ db }: QueryContext): Around {
  return { teams: byId(allTeams(db)), channels: byId(allChannels(db)), drafts: draftConversations(db), queued: pendingLines(db) }
}

/** @returns conversations as they stand in the lists, in the order given */
export function conversationRows(context: QueryContext, found: readonly Conversation[], around = aroundOf(context)): ConversationRow[] {
  return found.map(conversation => rowOf(context, conversation, around))
}

/** @returns the lists in the order to show: those who wait by nearest due. What a supervisor only watches is in none of them */
export function conversationLists(context: QueryContext): ConversationLists {
  const { db, me } = context
  const around = aroundOf(context)
  const rows = (found: Conversation[]): ConversationRow[] => conversationRows(context, found, around)
  const open = rows(openOf(db, me.personId))
  const mine = ({ teamId }: Conversation): boolean => me.teamIds.includes(teamId)
  // P2, K19: in the order the server serves them.
  const queue = inState(db, 'queued').filter(mine)
    .map(one => ({ one, place: placeOf(one, around.teams.get(one.teamId)) }))
    .sort((a, b) => compareQueue(a.place, b.place)).map(({ one }) => one)
  return {
    waiting: open.filter(row => row.waitingSinceMs !== null).sort(byNearestDue),
    running: open.filter(row => row.waitingSinceMs === null).sort((a, b) => byNearestDue(a, b) || b.lastMessageAtMs - a.lastMessageAtMs),
    queue: rows(queue),
    left: rows(inState(db, 'left').filter(mine).sort(compareLeft)),
    closed: rows(closedOf(db, me.personId, CLOSED)),
  }
}

/** A team that came from an older server has no figure of its own for aging: the standard one. */
function placeOf({ id, priority, tier, queuedAtMs, startedAtMs }: Conversation, team: Team | undefined): Waiting {
  return { id, priority, tier, queuedAtMs: queuedAtMs ?? startedAtMs, agingSec: team?.timers.queueAgingSec ?? figureOf(null, 'queueAgingSec') }
}

/** The order of a list of work: nearest due first. */
export function byNearestDue(a: ConversationRow, b: ConversationRow): number {
  const never = Number.MAX_SAFE_INTEGER
  return (a.dues[0]?.dueAtMs ?? never) - (b.dues[0]?.dueAtMs ?? never) || a.id.localeCompare(b.id)
}

function rowOf(context: QueryContext, conversation: Conversation, around: Around): ConversationRow {
  const { db, nowMs } = context
  const { id, customerId, customerName, state, timers } = conversation
  const customer = readRow(db, 'customer', customerId)
  const promises = timers.promises.length > 0 ? promisesOf(db, id) : []
  return {
    id, customerId, name: customer?.nickname ?? customerName, tier: customer?.tier ?? conversation.tier, tags: customer?.tags ?? [],
    channelKind: conversation.channelKind, channelName: around.channels.get(conversation.channelId)?.name ?? '', state,
    ownerId: conversation.ownerId, snippet: conversation.snippet, lastMessageAtMs: conversation.lastMessageAtMs,
    unread: conversation.lastPosition > conversation.seenPosition ? countUnread(db, id, conversation.seenPosition) : 0,
    dues: state === 'open' ? duesToShow(conversation, policyOf(around.teams.get(conversation.teamId), conversation.channelKind), promises, nowMs) : [],
    waitingSinceMs: state === 'queued' ? conversation.queuedAtMs : state === 'open' ? timers.turn?.sinceMs ?? null : null,
    agentsBefore: conversation.transferredFrom.length, queued: around.queued.get(id) ?? 0, hasDraft: around.drafts.has(id),
    spam: conversation.spam, customerTyping: context.typing.has(id),
  }
}
