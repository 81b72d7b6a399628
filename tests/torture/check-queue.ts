import { chooseAgent } from '../../domain/routing/route.ts'
import type { Candidate } from '../../domain/routing/route.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Account } from './prepare.ts'
import { rowsOf } from './truth.ts'
import type { Truth } from './truth.ts'
import type { Verdict } from './verdict.ts'

function candidates(truth: Truth): Candidate[] {
  const open = rowsOf(truth, 'conversation').map(({ row }) => row).filter(({ state }) => state === 'open')
  const presence = new Map(rowsOf(truth, 'presence').map(({ row }) => [row.id, row]))
  return rowsOf(truth, 'person').map(({ row }) => row)
    .filter(({ roles, active }) => active && (roles.includes('agent') || roles.includes('trainee')))
    .map(person => ({
      personId: person.id, active: person.active, state: presence.get(person.id)?.state ?? 'off_duty',
      reachable: presence.get(person.id)?.reachable ?? false, load: open.filter(({ ownerId }) => ownerId === person.id).length,
      limit: person.conversationLimit, seniority: person.seniority, teamIds: person.teamIds, skills: person.skills,
      languages: person.languages, lastAssignedAtMs: null,
    }))
}

/** L2, H5, H6: nobody waits beside a free agent, nobody is kept by an agent who is gone, nobody falls out between. */
export function checkQueue(truth: Truth, people: Readonly<Record<Account, string>>): Verdict {
  const faults: string[] = []
  const agents = candidates(truth)
  const presence = new Map(rowsOf(truth, 'presence').map(({ row }) => [row.id, row]))
  const lines = Map.groupBy(rowsOf(truth, 'message').map(({ row }) => row), ({ conversationId }) => conversationId)
  const conversations = rowsOf(truth, 'conversation').map(({ row }) => row)
  for (const [account, id] of Object.entries(people)) {
    if (presence.get(id)?.reachable !== true) faults.push(`${account} is there and counts as unreachable`)
  }
  for (const row of conversations) {
    const { id, state, ownerId } = row
    if (state === 'queued' || state === 'left') {
      if (ownerId !== null) faults.push(`${id} waits and has an owner`)
      if (state === 'queued' && row.queuedAtMs === null) faults.push(`${id} waits since no time`)
      if (state === 'left') faults.push(`${id} is a left message of a shop that is always open`)
      const route = chooseAgent({ ...row, knownAgentId: null }, agents)
      if (state === 'queued' && !row.spam && route.agentId !== null) faults.push(`${id} waits while ${route.agentId} has room`)
    } else if (ownerId === null) faults.push(`${id} is ${state} and nobody's`)
    const thread = lines.get(id) ?? []
    const lastCustomer = Math.max(0, ...thread.filter(({ author }) => author === 'customer').map(({ position }) => position))
    if (state === 'closed') {
      const closed = Math.max(0, ...thread.filter(({ system }) => system?.kind === 'closed' || system?.kind === 'silence_closed').map(({ position }) => position))
      if (closed > 0 && lastCustomer > closed) faults.push(`${id} is closed and the customer wrote after it`)
    }
    faults.push(...keptByNobody(row, presence.get(ownerId ?? ''), thread.find(({ position }) => position === lastCustomer)?.acceptedAtMs ?? 0))
  }
  return { name: 'queue: nobody waits beside room, none kept by an agent who is gone (L2, H5, H6)', faults, looked: conversations.length }
}

/** An agent who went off duty keeps no customer who writes afterwards. */
function keptByNobody(
  { id, state, ownerId, channelKind }: Conversation, presence: { state: string, sinceMs: number } | undefined, lastCustomerAtMs: number,
): string[] {
  if (state !== 'open' || channelKind === 'companion' || presence?.state !== 'off_duty') return []
  return lastCustomerAtMs > presence.sinceMs ? [`${id} is kept by ${ownerId}, who is off duty, and the customer wrote`] : []
}
