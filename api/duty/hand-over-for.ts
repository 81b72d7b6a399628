import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Handover } from '../../domain/entities/handover.ts'
import type { Presence } from '../../domain/entities/people.ts'
import { proposeNote } from '../../domain/handover/note.ts'
import { rulesOf } from '../channels/conversation-timers.ts'
import type { ApiContext } from '../context.ts'
import { lockAgents } from '../routing/candidates.ts'
import { handBack } from '../routing/hand-back.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { listConversation } from './handover-list.ts'
import { notify, supervisorsOf } from './notices.ts'
import { settleHandover } from './pending.ts'

/** So much of a thread a note is proposed from. */
const LINES = 20

/** Somebody who is gone with customers still theirs. */
interface Gone {
  readonly personId: string
  readonly cause: Extract<Handover['cause'], 'lost_desk' | 'off_duty_write'>
  /** Looked at again under the person's lock: who came back meanwhile keeps their customers. */
  readonly isGone: (presence: Presence | null) => boolean
}

/** H2: the note the agent did not write. */
async function noteOf(changes: ChangeSet, conversation: Conversation, nowMs: number): Promise<string> {
  const { team } = await rulesOf(changes, conversation)
  const lines = await listEntities(changes, 'message', { conversationId: conversation.id }, { orderBy: 'position', descending: true, limit: LINES })
  const promises = await listEntities(changes, 'promise', { conversationId: conversation.id, state: 'open' })
  return proposeNote(lines.reverse(), promises, conversation.language, team.timeZone, nowMs)
}

/** On the list they began themselves it has a note already; else it gets its place on the server's. */
async function putOnList(context: ApiContext, changes: ChangeSet, handover: Handover, conversation: Conversation, nowMs: number): Promise<void> {
  const [own] = await listEntities(changes, 'handover_item', { conversationId: conversation.id, state: 'listed' }, { lock: true })
  if (own) {
    await changes.put('handover_item', { ...own, state: 'escalated', toPersonId: null, settledAtMs: nowMs })
    return settleHandover(changes, own.handoverId, nowMs)
  }
  if (!await readEntity(changes, 'handover', handover.id)) await changes.put('handover', handover)
  await listConversation(changes, handover, conversation, {
    id: context.ids.next(), note: await noteOf(changes, conversation, nowMs), state: 'escalated',
  }, nowMs)
}

/**
 * H5: the server hands over for somebody who is gone, as they would have: a list with notes from what it knows, and each customer to the next
 * free agent, in a transaction of their own: one who writes meanwhile waits for one, not for twenty. What is theirs no more stands on no list.
 */
export async function handOverFor(context: ApiContext, tenant: string, { personId, cause, isGone }: Gone, held: readonly { id: string, teamId: string }[]): Promise<void> {
  const teams = Map.groupBy(held, ({ teamId }) => teamId)
  for (const [teamId, conversations] of teams) {
    const startedAtMs = context.clock.now()
    const handover: Handover = {
      id: context.ids.next(), teamId, fromPersonId: personId, toPersonId: null, cause, state: 'done', startedAtMs, limitAtMs: startedAtMs, settledAtMs: startedAtMs,
    }
    let count = 0
    for (const { id } of conversations) {
      count += await inTransaction(context, tenant, async (changes) => {
        const conversation = await readEntity(changes, 'conversation', id, { lock: true })
        await lockAgents(changes, [personId])
        if (conversation?.state !== 'open' || conversation.ownerId !== personId || !isGone(await readEntity(changes, 'presence', personId))) return 0
        const nowMs = context.clock.now()
        await putOnList(context, changes, handover, conversation, nowMs)
        await changes.put('conversation', await handBack(context, changes, conversation, nowMs))
        return 1
      })
    }
    if (count > 0) await tell(context, tenant, handover, count)
  }
}

async function tell(context: ApiContext, tenant: string, { id, teamId, fromPersonId }: Handover, count: number): Promise<void> {
  await inTransaction(context, tenant, async (changes) => {
    const nowMs = context.clock.now()
    await notify(changes, context.ids, [fromPersonId], 'handed_over', { count }, nowMs)
    await notify(changes, context.ids, await supervisorsOf(changes, teamId), 'escalated', { handoverId: id, count }, nowMs)
    changes.afterCommit(() => { context.routing.wake(tenant) })
  })
}
