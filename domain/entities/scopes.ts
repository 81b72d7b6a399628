import type { EntityName, EntityRow } from './entity.ts'

/** `org`, `studio`, `team:ID`, `agent:ID`, `customer:ID`, `conversation:ID`. */
export type Scope = string

export const ORG: Scope = 'org'
/** What supervisors work on before it is on every desk. */
export const STUDIO: Scope = 'studio'
export const teamScope = (id: string): Scope => `team:${id}`
export const agentScope = (id: string): Scope => `agent:${id}`
export const customerScope = (id: string): Scope => `customer:${id}`
export const conversationScope = (id: string): Scope => `conversation:${id}`

/**
 * The scopes a row belongs to (ARCHITECTURE.md, Sync). A row that moves writes `leave` in the old and `put` in the new.
 * - org: team, channel, person, presence, scripts of the team, knowledge, pictures, language rules, figures, incident plans, releases
 *   that are out
 * - studio: drafts, releases of every state, who read them
 * - team: heads of queued and left conversations, its roster, meal plans, swaps, handovers, transfers
 * - customer: the customer, notes, orders, heads of every conversation of theirs
 * - conversation: the conversation, its messages, promises, attachments, proposed replies
 * - agent: the person's timer outcomes, personal scripts, what they confirmed, shifts, notices, transfers from and to them, talks they take part in
 */
export const SCOPES_OF: { [N in EntityName]: (row: EntityRow<N>) => Scope[] } = {
  team: () => [ORG],
  channel: () => [ORG],
  person: () => [ORG],
  presence: () => [ORG],
  script: (row) => [row.personId === null ? ORG : agentScope(row.personId)],
  knowledge: () => [ORG],
  shop_picture: () => [ORG],
  language_rule: () => [ORG],
  figures: () => [ORG],
  incident_plan: () => [ORG],
  content_draft: () => [STUDIO],
  release: (row) => (row.state === 'live' || row.state === 'undone' ? [ORG, STUDIO] : [STUDIO]),
  release_read: (row) => [agentScope(row.personId), STUDIO],
  customer: (row) => [customerScope(row.id)],
  customer_note: (row) => [customerScope(row.customerId)],
  order_head: (row) => [customerScope(row.customerId)],
  conversation: (row) => [
    conversationScope(row.id),
    customerScope(row.customerId),
    ...(row.state === 'queued' || row.state === 'left' ? [teamScope(row.teamId)] : []),
  ],
  message: (row) => [conversationScope(row.conversationId)],
  promise: (row) => [conversationScope(row.conversationId)],
  attachment: (row) => [conversationScope(row.conversationId)],
  timer_outcome: (row) => (row.agentId ? [agentScope(row.agentId)] : []),
  proposed_reply: (row) => [conversationScope(row.conversationId)],
  shift: (row) => [teamScope(row.teamId), agentScope(row.personId)],
  meal_plan: (row) => [teamScope(row.teamId)],
  shift_swap: (row) => [teamScope(row.teamId)],
  notice: (row) => [agentScope(row.personId)],
  handover: (row) => [teamScope(row.teamId)],
  handover_item: (row) => [teamScope(row.teamId)],
  transfer: (row) => [
    conversationScope(row.conversationId), teamScope(row.teamId), agentScope(row.fromPersonId),
    ...(row.target.kind === 'agent' ? [agentScope(row.target.personId)] : []),
  ],
  talk: (row) => row.memberIds.map(agentScope),
  talk_message: (row) => row.memberIds.map(agentScope),
}

// Grants (who may see a scope), kept by the server in scope_grant:
// everybody: org, own teams, agent:self. Supervisors and admins: studio. The owner of a conversation: conversation:ID and customer:ID of its customer,
// until 4 hours after its end. A supervisor: all teams of theirs.
