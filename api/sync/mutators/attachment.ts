import { readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import { lockOwn } from './mutator.ts'
import type { Mutator } from './mutator.ts'

/** Announces an attachment; its bytes come in chunks (routes of api/sync/attachments.ts). */
export const addAttachment: Mutator<'attachment.add'> = async (act, args) => {
  const { changes, nowMs } = act
  await lockOwn(act, args.conversationId)
  const before = await readEntity(changes, 'attachment', args.id)
  if (before) {
    if (before.conversationId !== args.conversationId || before.sha256 !== args.sha256) throw new Refusal('invalid', 'attachment id')
    return
  }
  await changes.put('attachment', { ...args, state: 'uploading', createdAtMs: nowMs })
}
