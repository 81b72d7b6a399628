import type { Conversation } from '../../../domain/entities/conversation.ts'
import type { Person, Role } from '../../../domain/entities/people.ts'
import type { MutationArgs, MutationName } from '../../../protocol/mutations.ts'
import type { ApiContext } from '../../context.ts'
import type { ChangeSet } from '../../store/change-set.ts'
import { readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'

/** What a mutator works with: its transaction, who did it, when the server took it and when the desk says it was done. */
export interface Act {
  readonly context: ApiContext
  readonly changes: ChangeSet
  readonly person: Person
  readonly nowMs: number
  readonly atMs: number
}

/**
 * Applies one intent, authorised inside. Locks what it decides on in the order conversation, agent (by id), ticket. Doing what
 * was done already (same ids) changes nothing. Throws Refusal; anything else is a fault and tried again.
 */
export type Mutator<N extends MutationName> = (act: Act, args: MutationArgs<N>) => Promise<void>

/** Who somebody is, as far as rights go. */
interface Rights { readonly roles: readonly Role[], readonly teamIds: readonly string[] }

export function hasRole(person: Pick<Rights, 'roles'>, ...roles: Role[]): boolean {
  return person.roles.some((role) => roles.includes(role))
}

/** Leads the team of this conversation. */
export function leads(person: Rights, { teamId }: Pick<Conversation, 'teamId'>): boolean {
  return hasRole(person, 'supervisor') && person.teamIds.includes(teamId)
}

/** Serves customers: whoever may hold a conversation (N5). */
export function serves(person: Person): boolean {
  return hasRole(person, 'agent', 'trainee', 'supervisor')
}

/** The conversation, locked. One of another team that never was this person's does not exist for them. Throws Refusal. */
export async function lockConversation({ changes, person }: Act, conversationId: string): Promise<Conversation> {
  const found = await readEntity(changes, 'conversation', conversationId, { lock: true })
  const known = found && (found.ownerId === person.id || found.transferredFrom.includes(person.id) || person.teamIds.includes(found.teamId))
  if (!known) throw new Refusal('not_found')
  return found
}

/** The locked conversation, owned by this person. Throws Refusal `reassigned` when it went to somebody else. */
export async function lockOwn(act: Act, conversationId: string): Promise<Conversation> {
  const conversation = await lockConversation(act, conversationId)
  if (conversation.ownerId !== act.person.id) throw new Refusal('reassigned')
  return conversation
}

/** The locked conversation of this person or of a team they lead. Throws Refusal. */
export async function lockOwnOrLed(act: Act, conversationId: string): Promise<Conversation> {
  const conversation = await lockConversation(act, conversationId)
  if (conversation.ownerId !== act.person.id && !leads(act.person, conversation)) throw new Refusal('reassigned')
  return conversation
}

/** Throws Refusal `closed` unless the conversation is running with its owner. */
export function mustBeOpen({ state }: Conversation): void {
  if (state !== 'open') throw new Refusal('closed')
}

/** Throws Refusal `not_found` unless one of the person's scopes holds the customer. */
export async function mustSeeCustomer({ changes: { tx, tenant }, person }: Act, customerId: string): Promise<void> {
  const [granted] = await tx`select 1 as one from scope_grant
    where tenant = ${tenant} and person_id = ${person.id} and scope = ${`customer:${customerId}`}`
  if (!granted) throw new Refusal('not_found')
}
