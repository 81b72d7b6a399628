import { mustLead } from '../shift/handler.ts'
import type { ShiftHandler } from '../shift/handler.ts'
import { listEntities } from '../store/entities.ts'
import { liveConversations } from './live-conversations.ts'

const MOST = 500
const LAST = Number.MAX_SAFE_INTEGER

/** wall.conversations: what one person has open, or what waits in the queue; the nearest due first. Throws ProblemError 403. */
export const wallConversations: ShiftHandler<'wall.conversations'> = async (asked, { personId }) => {
  mustLead(asked)
  const { context, db, team } = asked
  const [live, channels] = await Promise.all([liveConversations(db, team, context.clock.now()), listEntities(db, 'channel', {})])
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  return live.filter(({ state, ownerId }) => (personId === null ? state === 'queued' : state === 'open' && ownerId === personId))
    .sort((a, b) => (a.nearestDueAtMs ?? a.waitingSinceMs ?? LAST) - (b.nearestDueAtMs ?? b.waitingSinceMs ?? LAST))
    .slice(0, MOST)
    .map(({ id, customerName, ownerId, channelId, tier, waitingSinceMs, nearestDueAtMs }) => (
      { conversationId: id, customerName, ownerId, channelName: names.get(channelId) ?? '', tier, waitingSinceMs, nearestDueAtMs }))
}
