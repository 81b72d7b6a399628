import { decide, forgetDecisions } from '../../../db/local/leaving.ts'
import { readRow } from '../../../db/synced/rows.ts'
import { mayGo } from '../../duty/may-go.ts'
import { reportIdle } from '../../duty/idle.ts'
import { DeskFailure } from '../../failure.ts'
import { openDesk, type CallParts, type Calls } from '../context.ts'

/** What an agent says of themselves, and a supervisor of somebody. */
export function presenceCalls(parts: CallParts): Calls<`presence.${string}` | 'leaving.decide'> {
  const { core: { ids } } = parts
  return {
    'presence.set': input => {
      const desk = openDesk(parts)
      mayGo(desk, { to: input.state, reason: input.reason, untilMs: input.untilMs ?? null })
      desk.file.write(db => {
        if (input.state === 'online') forgetDecisions(db)
        desk.commit('presence.set', input, ids.next())
      })
      return {}
    },
    'presence.idle': input => {
      reportIdle(openDesk(parts), ids, input)
      return {}
    },
    'presence.putFor': input => {
      openDesk(parts).commit('presence.put_for', input, ids.next())
      return {}
    },
    'leaving.decide': ({ conversationId, decision }) => {
      const { file, me, serverClock } = openDesk(parts)
      const conversation = readRow(file.read, 'conversation', conversationId)
      if (conversation?.state !== 'open' || conversation.ownerId !== me.personId) throw new DeskFailure('not_found')
      file.write(db => { decide(db, conversationId, decision, serverClock.now()) })
      return {}
    },
  }
}
