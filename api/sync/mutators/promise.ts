import { readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import { putWithLine } from './conversation.ts'
import { lockOwn, mustBeOpen } from './mutator.ts'
import type { Mutator } from './mutator.ts'

/** T8. */
export const makePromise: Mutator<'promise.make'> = async (act, { promiseId, conversationId, text, dueAtMs }) => {
  const { changes, person, nowMs } = act
  const conversation = await lockOwn(act, conversationId)
  const before = await readEntity(changes, 'promise', promiseId)
  if (before) {
    if (before.conversationId !== conversationId) throw new Refusal('invalid', 'promise id')
    return
  }
  mustBeOpen(conversation)
  await changes.put('promise', {
    id: promiseId, conversationId, agentId: person.id, text, dueAtMs, state: 'open', createdAtMs: nowMs, settledAtMs: null,
  })
  await putWithLine(act, conversation, 'promise_made', { promiseId, personId: person.id, dueAtMs },
    [{ kind: 'promise_made', atMs: nowMs, promiseId, dueAtMs }])
}

export const settlePromise: Mutator<'promise.settle'> = async (act, { promiseId, conversationId, state }) => {
  const { changes, person, nowMs } = act
  const conversation = await lockOwn(act, conversationId)
  const promise = await readEntity(changes, 'promise', promiseId, { lock: true })
  if (promise?.conversationId !== conversationId) throw new Refusal('not_found')
  if (promise.state !== 'open') return
  await changes.put('promise', { ...promise, state, settledAtMs: nowMs })
  await putWithLine(act, conversation, state === 'kept' ? 'promise_kept' : 'promise_cancelled', { promiseId, personId: person.id },
    [{ kind: 'promise_settled', atMs: nowMs, promiseId, kept: state === 'kept' }])
}
