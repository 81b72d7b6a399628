import { STUDIO_ASKS } from '../../protocol/studio.ts'
import { DeskFailure } from '../failure.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

/** Supervisors' work. Drafts are intents and work offline; everything else is asked of the server. */
export function studioCalls(parts: CallParts): Calls<`studio.${string}` | 'release.read'> {
  const { core: { ids } } = parts
  return {
    'studio.draftPut': ({ draftId, targetId, ...written }) => {
      const made = { draftId: draftId ?? ids.next(), targetId: targetId ?? ids.next() }
      openDesk(parts).commit('studio.draft_put', { ...written, ...made }, ids.next())
      return made
    },
    'studio.draftDrop': input => {
      openDesk(parts).commit('studio.draft_drop', input, ids.next())
      return {}
    },
    'release.read': ({ releaseId }) => {
      openDesk(parts).commit('release.read', { readId: ids.next(), releaseId }, ids.next())
      return {}
    },
    'studio.ask': async ({ name, body }) => {
      const input = STUDIO_ASKS[name].input.safeParse(body)
      if (!input.success) throw new DeskFailure('invalid', { field: input.error.issues[0]?.path.join('.') ?? '' })
      return openDesk(parts).client.studio(name, input.data)
    },
  }
}
