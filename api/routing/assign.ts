import { chooseAgent, takesCustomers } from '../../domain/routing/route.ts'
import type { Candidate, Route, RouteRequest } from '../../domain/routing/route.ts'
import { givenTo } from '../../domain/transfer/moves.ts'
import { rulesOf } from '../channels/conversation-timers.ts'
import type { ApiContext } from '../context.ts'
import { noteReceiver } from '../duty/handover-list.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { candidatesOf, lockAgents } from './candidates.ts'
import { knownAgent } from './known-agent.ts'
import { recordMove } from './record-move.ts'

/** Who passed a customer on to the queue gets them back only when there is nobody else at all. */
function choose(request: RouteRequest, passedOnBy: string | undefined, candidates: readonly Candidate[]): Route {
  const others = chooseAgent(request, candidates.filter(({ personId }) => personId !== passedOnBy))
  return passedOnBy === undefined || others.agentId !== null || others.reason === 'all_full' ? others : chooseAgent(request, candidates)
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
    const route = choose(request, conversation.transferredFrom.at(-1), await candidatesOf(changes, conversation.teamId))
    if (route.agentId === null) return route
    await lockAgents(changes, [route.agentId])
    const [agent] = (await candidatesOf(changes, conversation.teamId)).filter(({ personId }) => personId === route.agentId)
    // Filled or gone between the look and the lock: the next pass chooses anew.
    if (!agent || !takesCustomers(agent) || agent.load >= agent.limit) {
      changes.afterCommit(() => { context.routing.wake(tenant) })
      return { agentId: null, reason: 'all_full' }
    }
    const contact = await noteReceiver(changes, conversation.id, route.agentId)
    await changes.put('conversation', await recordMove(
      context, changes, givenTo(conversation, route.agentId, nowMs), { line: 'assigned', params: { personId: route.agentId }, contact }, nowMs))
    return route
  })
}
