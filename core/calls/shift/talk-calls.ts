import { readRow } from '../../../db/synced/rows.ts'
import { SHIFT_ASKS } from '../../../protocol/shift.ts'
import { DeskFailure } from '../../failure.ts'
import { openDesk, type CallParts, type Calls } from '../context.ts'

/** Colleagues about a case (L6), questions for help (D17), and what the server is asked about the shift. */
export function talkCalls(parts: CallParts): Calls<`talk.${string}` | 'shift.ask'> {
  const { core: { ids } } = parts
  return {
    'talk.open': input => {
      const talkId = ids.next()
      openDesk(parts).commit('talk.open', { ...input, talkId, messageId: ids.next() }, ids.next())
      return { talkId }
    },
    'talk.say': input => {
      const desk = openDesk(parts)
      if (!readRow(desk.file.read, 'talk', input.talkId)) throw new DeskFailure('not_found')
      desk.commit('talk.say', { ...input, messageId: ids.next() }, ids.next())
      return {}
    },
    'talk.close': input => {
      openDesk(parts).commit('talk.close', input, ids.next())
      return {}
    },
    'shift.ask': async ({ name, body }) => {
      const input = SHIFT_ASKS[name].input.safeParse(body)
      if (!input.success) throw new DeskFailure('invalid', { field: input.error.issues[0]?.path.join('.') ?? '' })
      return openDesk(parts).client.shift(name, input.data)
    },
  }
}
