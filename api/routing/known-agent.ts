import type { Conversation } from '../../domain/entities/conversation.ts'
import type { TenantRead } from './candidates.ts'

/** From counterpart to counterpart: whose shift is over, too, has one as well. */
const STEPS = 3

async function answeredLast(
  { tx, tenant }: TenantRead, { customerId, teamId, transferredFrom }: Pick<Conversation, 'customerId' | 'teamId' | 'transferredFrom'>, sinceMs: number,
): Promise<string | null> {
  const [row] = await tx<{ author_id: string }[]>`
    select m.author_id from conversation c join message m on m.tenant = c.tenant and m.conversation_id = c.id
    where c.tenant = ${tenant} and c.customer_id = ${customerId} and c.team_id = ${teamId}
      and c.last_message_at_ms >= ${sinceMs} and m.author = 'agent' and m.accepted_at_ms >= ${sinceMs} and m.author_id is not null
      and m.author_id <> all(${transferredFrom}::text[])
    order by m.accepted_at_ms desc, m.position desc limit 1`
  return row?.author_id ?? null
}

/** Who took over from somebody last, by name or by what they got from the list. */
async function tookOverFrom({ tx, tenant }: TenantRead, personId: string, sinceMs: number): Promise<string | null> {
  const [row] = await tx<{ to: string }[]>`
    select "to" from (
      select to_person_id as "to", started_at_ms as at from handover where tenant = ${tenant} and from_person_id = ${personId} and started_at_ms >= ${sinceMs}
      union all
      select to_person_id, settled_at_ms from handover_item
      where tenant = ${tenant} and from_person_id = ${personId} and state in ('confirmed', 'escalated') and settled_at_ms >= ${sinceMs}
    ) taken where "to" is not null order by at desc limit 1`
  return row?.to ?? null
}

async function isOff({ tx, tenant }: TenantRead, personId: string): Promise<boolean> {
  const [row] = await tx<{ state: string }[]>`select state from presence where tenant = ${tenant} and id = ${personId}`
  return (row?.state ?? 'off_duty') === 'off_duty'
}

/**
 * The agent who knows the case: who answered this customer last in this team, within the team's returning hours (L2), and did not pass them on. Off duty
 * by now it is their counterpart, who has the handover (H6).
 */
export async function knownAgent(
  db: TenantRead, conversation: Pick<Conversation, 'customerId' | 'teamId' | 'transferredFrom'>, sinceMs: number,
): Promise<string | null> {
  let known = await answeredLast(db, conversation, sinceMs)
  for (let step = 0; step < STEPS && known !== null && await isOff(db, known); step++) known = await tookOverFrom(db, known, sinceMs)
  return known
}
