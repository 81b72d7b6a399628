import type { EntityName, EntityRow } from './entity.ts'

/** `org`, `team:ID`, `agent:ID`, `customer:ID`, `conversation:ID`. */
export type Scope = string

export const ORG: Scope = 'org'
export const teamScope = (id: string): Scope => `team:${id}`
export const agentScope = (id: string): Scope => `agent:${id}`
export const customerScope = (id: string): Scope => `customer:${id}`
export const conversationScope = (id: string): Scope => `conversation:${id}`

/**
 * The scopes a row belongs to (ARCHITECTURE.md, Sync). A row that moves writes `leave` in the old and `put` in the new.
 * - org: team, channel, person, presence, script
 * - team: heads of queued and left conversations
 * - customer: the customer, notes, orders, heads of every conversation of theirs
 * - conversation: the conversation, its messages, promises, attachments, proposed replies
 * - agent: the person's timer outcomes
 */
export const SCOPES_OF: { [N in EntityName]: (row: EntityRow<N>) => Scope[] } = {
  team: () => [ORG],
  channel: () => [ORG],
  person: () => [ORG],
  presence: () => [ORG],
  script: () => [ORG],
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
}

// Grants (who may see a scope), kept by the server in scope_grant:
// everybody: org, own teams, agent:self. The owner of a conversation: conversation:ID and customer:ID of its customer,
// until 4 hours after its end. A supervisor: all teams of theirs.
