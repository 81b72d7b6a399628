import type { Attachment, Conversation } from '../../domain/entities/conversation.ts'
import { conversationScope, customerScope } from '../../domain/entities/scopes.ts'
import type { HistoryPage } from '../../protocol/rest.ts'
import { requireRole } from '../auth/authenticate.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { listEntities, readEntity, readStored } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'

/** Positions are 32-bit integers. */
export const MOST = 2_147_483_647

/** Who answers customers may look up what was said before. */
export const READERS = ['agent', 'trainee', 'supervisor'] as const

/**
 * True for whoever holds the conversation or its customer on their desk, by the scopes that are granted now, and for whom it is meant for: on a list
 * that waits for their confirmation (H3), or offered to them (M6: looks at the history before saying yes).
 */
export async function seesHistory(context: ApiContext, actor: Actor, { id, customerId }: Pick<Conversation, 'id' | 'customerId'>): Promise<boolean> {
  const { tenant, personId } = actor
  const scopes = [conversationScope(id), customerScope(customerId)]
  const [seen] = await context.sql`select 1 as one where
    exists (select 1 from scope_grant where tenant = ${tenant} and person_id = ${personId} and scope = any(${scopes}))
    or exists (select 1 from handover_item i join person p on p.tenant = i.tenant and p.id = ${personId} and p.active
      where i.tenant = ${tenant} and i.conversation_id = ${id} and i.state = 'listed' and p.team_ids ? i.team_id
        and coalesce(i.to_person_id, p.id) = p.id)
    or exists (select 1 from transfer where tenant = ${tenant} and conversation_id = ${id} and state = 'offered' and target->>'personId' = ${personId})`
  return seen !== undefined
}

/** As seesHistory, by the conversation's id; one that is not there is seen by nobody. */
export async function seesHistoryOf(context: ApiContext, actor: Actor, conversationId: string): Promise<boolean> {
  const [found] = await context.sql<{ customerId: string }[]>`select customer_id as "customerId" from conversation
    where tenant = ${actor.tenant} and id = ${conversationId}`
  return found !== undefined && seesHistory(context, actor, { id: conversationId, customerId: found.customerId })
}

/**
 * A page of a conversation that is not on the caller's desk (any more), newest page first, each oldest first.
 * @param before position above which nothing is wanted; null = from the end. Throws ProblemError 403, 404.
 */
export async function readHistory(context: ApiContext, actor: Actor, id: string, before: number | null, limit: number): Promise<HistoryPage> {
  requireRole(actor, ...READERS)
  const db: TenantDb = { tx: context.sql, tenant: actor.tenant, keys: await context.keys.of(context.sql, actor.tenant) }
  const conversation = await readEntity(db, 'conversation', id)
  if (!conversation || !await seesHistory(context, actor, conversation)) throw new ProblemError(404, 'not_found')
  const ids = await context.sql<{ id: string }[]>`select id from message
    where tenant = ${actor.tenant} and conversation_id = ${id} and position < ${before ?? MOST}
    order by position desc limit ${limit + 1}`
  const shown = ids.slice(0, limit).map((row) => row.id)
  const messages = (await readStored(db, 'message', shown)).map(({ row }) => row).sort((a, b) => a.position - b.position)
  const wanted = new Set(messages.flatMap((message) => message.attachmentIds))
  const attachments: Attachment[] = wanted.size === 0 ? [] : await listEntities(db, 'attachment', { conversationId: id, id: [...wanted] })
  return { conversation, messages, attachments, hasEarlier: ids.length > limit }
}
