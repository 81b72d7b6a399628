import { readEntity } from '../../store/entities.ts'
import { Refusal } from '../refusal.ts'
import { putWithLine } from './conversation.ts'
import { hasRole, lockOwnOrLed, mustSeeCustomer } from './mutator.ts'
import type { Mutator } from './mutator.ts'

/** D3, P1. */
export const addCustomerNote: Mutator<'customer.note'> = async (act, { noteId, customerId, body }) => {
  const { changes, person, nowMs } = act
  await mustSeeCustomer(act, customerId)
  const before = await readEntity(changes, 'customer_note', noteId)
  if (before) {
    if (before.customerId !== customerId || before.authorId !== person.id) throw new Refusal('invalid', 'note id')
    return
  }
  await changes.put('customer_note', { id: noteId, customerId, authorId: person.id, body, atMs: nowMs, removed: false })
}

export const removeCustomerNote: Mutator<'customer.note_remove'> = async (act, { noteId, customerId, removed }) => {
  const { changes, person } = act
  await mustSeeCustomer(act, customerId)
  const note = await readEntity(changes, 'customer_note', noteId, { lock: true })
  if (note?.customerId !== customerId) throw new Refusal('not_found')
  if (note.authorId !== person.id && !hasRole(person, 'supervisor')) throw new Refusal('not_allowed')
  if (note.removed !== removed) await changes.put('customer_note', { ...note, removed })
}

/** P2. */
export const tagCustomer: Mutator<'customer.tag'> = async (act, { customerId, tag, on }) => {
  await mustSeeCustomer(act, customerId)
  const customer = await readEntity(act.changes, 'customer', customerId, { lock: true })
  if (!customer) throw new Refusal('not_found')
  if (customer.tags.includes(tag) === on) return
  if (on && customer.tags.length >= 50) throw new Refusal('invalid', 'tags')
  await act.changes.put('customer', { ...customer, tags: on ? [...customer.tags, tag] : customer.tags.filter((one) => one !== tag) })
}

export const blockCustomer: Mutator<'customer.block'> = async (act, { customerId, conversationId, on }) => {
  const conversation = await lockOwnOrLed(act, conversationId)
  if (conversation.customerId !== customerId) throw new Refusal('not_found')
  const customer = await readEntity(act.changes, 'customer', customerId, { lock: true })
  if (!customer) throw new Refusal('not_found')
  if (customer.blocked === on) return
  await act.changes.put('customer', { ...customer, blocked: on })
  await putWithLine(act, conversation, 'blocked', { on: on ? 1 : 0, personId: act.person.id }, [])
}
