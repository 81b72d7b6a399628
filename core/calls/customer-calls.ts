import { readRow } from '../../db/synced/rows.ts'
import { DeskFailure } from '../failure.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

/** Notes, tags and the block of a customer. */
export function customerCalls(parts: CallParts): Calls<`customer.${string}`> {
  const { core: { ids } } = parts
  const deskWith = (customerId: string): OpenDesk => {
    const desk = openDesk(parts)
    if (!readRow(desk.file.read, 'customer', customerId)) throw new DeskFailure('not_found')
    return desk
  }
  return {
    'customer.note': ({ customerId, body }) => {
      const noteId = ids.next()
      deskWith(customerId).commit('customer.note', { noteId, customerId, body }, ids.next())
      return { noteId }
    },
    'customer.noteRemove': input => {
      deskWith(input.customerId).commit('customer.note_remove', input, ids.next())
      return {}
    },
    'customer.tag': input => {
      deskWith(input.customerId).commit('customer.tag', input, ids.next())
      return {}
    },
    'customer.block': input => {
      deskWith(input.customerId).commit('customer.block', input, ids.next())
      return {}
    },
  }
}
