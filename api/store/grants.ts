import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Person } from '../../domain/entities/people.ts'
import { ORG, STUDIO, agentScope, conversationScope, customerScope, teamScope } from '../../domain/entities/scopes.ts'
import type { Sql, Tx } from './sql.ts'

/** An agent keeps a conversation and its customer on the desk this long after its end. */
export const GRANT_AFTER_CLOSE_MS = 4 * 3_600_000
/** Kind of the job that ends such grants; key = the conversation's id. */
export const GRANT_EXPIRY_JOB = 'grants.expire'

interface Grant {
  personId: string
  scope: string
  reason: string
  untilMs: number | null
}

const PERSON = 'person'
const reasonOf = (conversationId: string) => `conversation:${conversationId}`

function grantsOfPerson(person: Person): Grant[] {
  if (!person.active) return []
  const studio = person.roles.some((role) => role === 'supervisor' || role === 'admin') ? [STUDIO] : []
  return [ORG, agentScope(person.id), ...studio, ...person.teamIds.map(teamScope)]
    .map((scope) => ({ personId: person.id, scope, reason: PERSON, untilMs: null }))
}

function grantsOfConversation(row: Conversation): Grant[] {
  const { ownerId } = row
  if (ownerId === null || (row.state !== 'open' && row.state !== 'closed')) return []
  const untilMs = row.state === 'closed' ? (row.closedAtMs ?? row.lastMessageAtMs) + GRANT_AFTER_CLOSE_MS : null
  return [conversationScope(row.id), customerScope(row.customerId)]
    .map((scope) => ({ personId: ownerId, scope, reason: reasonOf(row.id), untilMs }))
}

const watchOf = (conversationId: string) => `watch:${conversationId}`

/** A supervisor looks on: they see the conversation and its customer until then, or until it is closed. */
export async function grantWatch(tx: Tx, tenant: string, personId: string, { id, customerId }: Conversation, untilMs: number): Promise<void> {
  const rows = [conversationScope(id), customerScope(customerId)]
    .map((scope) => ({ tenant, person_id: personId, scope, reason: watchOf(id), until_ms: untilMs }))
  await tx`insert into scope_grant ${tx(rows)} on conflict (tenant, person_id, scope, reason) do update set until_ms = excluded.until_ms`
}

/** Ends looking on: of one person, or of all. @returns the people whose scopes changed */
export async function endWatches(tx: Tx, tenant: string, conversationIds: readonly string[], personId: string | null): Promise<string[]> {
  if (conversationIds.length === 0) return []
  const gone = await tx<{ personId: string }[]>`delete from scope_grant
    where tenant = ${tenant} and reason = any(${conversationIds.map(watchOf)}) and (${personId}::text is null or person_id = ${personId})
    returning person_id as "personId"`
  return [...new Set(gone.map((row) => row.personId))]
}

const keyOf = (grant: Grant) => `${grant.personId}\n${grant.scope}\n${grant.reason}`

/**
 * Brings scope_grant in line with the persons and conversations written in this transaction (commitChanges calls it, nobody
 * else has to think of it). Closing a conversation leaves a job that ends its grants.
 * @returns the people whose scopes changed
 */
export async function settleGrants(
  tx: Tx, tenant: string, persons: readonly Person[], conversations: readonly Conversation[],
): Promise<string[]> {
  if (persons.length === 0 && conversations.length === 0) return []
  const wanted = new Map([...persons.flatMap(grantsOfPerson), ...conversations.flatMap(grantsOfConversation)]
    .map((grant) => [keyOf(grant), grant]))
  const stored = await tx<Grant[]>`
    select person_id as "personId", scope, reason, until_ms as "untilMs" from scope_grant
    where tenant = ${tenant} and (reason = any(${conversations.map(({ id }) => reasonOf(id))})
      or (reason = ${PERSON} and person_id = any(${persons.map(({ id }) => id)})))`
  const closed = conversations.filter(({ state }) => state === 'closed').map(({ id }) => id)
  const changed = new Set<string>(await endWatches(tx, tenant, closed, null))
  const gone = stored.filter((grant) => !wanted.has(keyOf(grant)))
  const before = new Map(stored.map((grant) => [keyOf(grant), grant]))
  const fresh = [...wanted].filter(([key, grant]) => before.get(key)?.untilMs !== grant.untilMs).map(([, grant]) => grant)
  if (gone.length > 0) {
    await tx`delete from scope_grant g using unnest(${gone.map((g) => g.personId)}::text[], ${gone.map((g) => g.scope)}::text[],
        ${gone.map((g) => g.reason)}::text[]) as o (person_id, scope, reason)
      where g.tenant = ${tenant} and g.person_id = o.person_id and g.scope = o.scope and g.reason = o.reason`
    for (const { personId } of gone) changed.add(personId)
  }
  if (fresh.length > 0) {
    const rows = fresh.map((grant) => ({
      tenant, person_id: grant.personId, scope: grant.scope, reason: grant.reason, until_ms: grant.untilMs,
    }))
    await tx`insert into scope_grant ${tx(rows)}
      on conflict (tenant, person_id, scope, reason) do update set until_ms = excluded.until_ms`
    for (const grant of fresh) if (!before.has(keyOf(grant))) changed.add(grant.personId)
  }
  const ending = fresh.filter(({ untilMs, scope }) => untilMs !== null && scope.startsWith('conversation:'))
  for (const { scope, untilMs } of ending) {
    await tx`insert into job ${tx({ tenant, kind: GRANT_EXPIRY_JOB, key: scope.slice('conversation:'.length), due_at_ms: untilMs })}
      on conflict (tenant, kind, key) do update set due_at_ms = excluded.due_at_ms, version = job.version + 1`
  }
  return [...changed]
}

/** Ends the grants of a closed conversation whose time is over. @returns the people whose scopes changed */
export async function endGrants(tx: Tx, tenant: string, conversationId: string, nowMs: number): Promise<string[]> {
  const gone = await tx<{ personId: string }[]>`delete from scope_grant
    where tenant = ${tenant} and reason = ${reasonOf(conversationId)} and until_ms <= ${nowMs} returning person_id as "personId"`
  return [...new Set(gone.map(({ personId }) => personId))]
}

/** The scopes a person may see now. */
export async function grantedScopes(tx: Sql | Tx, tenant: string, personId: string): Promise<string[]> {
  const rows = await tx<{ scope: string }[]>`
    select distinct scope from scope_grant where tenant = ${tenant} and person_id = ${personId} order by scope`
  return rows.map(({ scope }) => scope)
}
