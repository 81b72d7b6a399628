import type { Conversation } from '../../domain/entities/conversation.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readStored } from '../store/entities.ts'
import { sayByItself } from './say-by-itself.ts'

const GRADES = ['critical', 'major', 'minor']

/**
 * L5: while an incident lasts, each customer who writes gets its words, once a conversation, before anything else is said by itself; of
 * several the gravest. The caller holds the lock and puts the returned row.
 */
export async function replyForIncident(context: ApiContext, changes: ChangeSet, conversation: Conversation, nowMs: number): Promise<Conversation> {
  const { tx, tenant } = changes
  const ids = await tx<{ id: string }[]>`
    select id from incident_plan where tenant = ${tenant} and active_since_ms is not null and auto_reply is not null`
  if (ids.length === 0) return conversation
  const plans = (await readStored(changes, 'incident_plan', ids.map(({ id }) => id))).map(({ row }) => row)
    .filter(({ teamIds }) => teamIds.length === 0 || teamIds.includes(conversation.teamId))
    .sort((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || (a.activeSinceMs ?? 0) - (b.activeSinceMs ?? 0))
  const [plan] = plans
  const body = plan?.autoReply?.[conversation.language]
  if (!plan || !body) return conversation
  const [first] = await tx`
    insert into incident_reply ${tx({ tenant, plan_id: plan.id, conversation_id: conversation.id, since_ms: plan.activeSinceMs ?? 0 })}
    on conflict do nothing returning 1 as one`
  return first ? sayByItself(context, changes, conversation, { body }, nowMs) : conversation
}
