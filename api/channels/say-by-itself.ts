import type { Conversation, SystemLine } from '../../domain/entities/conversation.ts'
import type { ApiContext } from '../context.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { appendLine } from './thread.ts'

/** An automatic line at the end of the thread, on its way to the customer. The caller holds the lock and puts the returned row. */
export async function sayByItself(
  context: ApiContext, changes: ChangeSet, conversation: Conversation, { id = context.ids.next(), body, system = null, attachmentIds = [] }: {
    id?: string, body: string, system?: SystemLine | null, attachmentIds?: string[]
  }, nowMs: number,
): Promise<Conversation> {
  const said = await appendLine(changes, conversation, { id, author: 'automatic', body, system, attachmentIds }, nowMs)
  await context.channels.deliver(changes, said.conversation, said.message)
  return said.conversation
}
