import type { Conversation } from '../../domain/entities/conversation.ts'
import { chooseAgent, takesCustomers } from '../../domain/routing/route.ts'
import type { Route, RouteRequest } from '../../domain/routing/route.ts'
import { givenTo } from '../../domain/transfer/moves.ts'
import { rulesOf } from '../channels/conversation-timers.ts'
import type { ApiContext } from '../context.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { candidatesOf, lockAgents } from './candidates.ts'
import type { TenantRead } from './candidates.ts'
import { recordMove } from './record-move.ts'

/** The agent who answered this customer last in this team, within the team's returning hours (L2). */
export async function knownAgent(
  { tx, tenant }: TenantRead, conversation: Pick<Conversation, 'customerId' | 'teamId'>, sinceMs: number,
): Promise<string | null> {
  const [row] = await tx<{ author_id: string }[]>`
    select m.author_id from conversation c join message m on m.tenant = c.tenant and m.conversation_id = c.id
    where c.tenant = ${tenant} and c.customer_id = ${conversation.customerId} and c.team_id = ${conversation.teamId}
      and c.last_message_at_ms >= ${sinceMs} and m.author = 'agent' and m.accepted_at_ms >= ${sinceMs} and m.author_id is not null
    order by m.accepted_at_ms desc, m.position desc limit 1`
  return row?.author_id ?? null
}

/**
 * Assigns one waiting conversation in a transaction of its own: locks it, chooses, locks the chosen agent and looks again
 * (presence, room below the limit), so that two nodes never fill an agent over the limit. Lock order: conversation → agent.
 * @returns what was decided; null when the conversation no longer waits
 */
export async function assign(context: ApiContext, tenant: string, conversationId: string): Promise<Route | null> {
  return inTransaction(context, tenant, async (changes) => {
    const conversation = await readEntity(changes, 'conversation', conversationId, { lock: true })
    if (conversation?.state !== 'queued') return null
    const nowMs = context.clock.now()
    const { team } = await rulesOf(changes, conversation)
    const request: RouteRequest = {
      teamId: conversation.teamId, skill: conversation.skill, language: conversation.language, tier: conversation.tier,
      knownAgentId: await knownAgent(changes, conversation, nowMs - team.returningHours * 3_600_000),
    }
    const route = chooseAgent(request, await candidatesOf(changes, conversation.teamId))
    if (route.agentId === null) return route
    await lockAgents(changes, [route.agentId])
    const [agent] = (await candidatesOf(changes, conversation.teamId)).filter(({ personId }) => personId === route.agentId)
    // Filled or gone between the look and the lock: the next pass chooses anew.
    if (!agent || !takesCustomers(agent) || agent.load >= agent.limit) {
      changes.afterCommit(() => { context.routing.wake(tenant) })
      return { agentId: null, reason: 'all_full' }
    }
    await changes.put('conversation', await recordMove(
      context, changes, givenTo(conversation, route.agentId, nowMs), { line: 'assigned', params: { personId: route.agentId } }, nowMs))
    return route
  })
}
