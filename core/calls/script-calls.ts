import { openDesk, openPalette, type CallParts, type Calls } from './context.ts'

/** Scripts and knowledge at hand, the agent's own scripts. */
export function scriptCalls(parts: CallParts): Calls<`palette.${string}` | `script.${string}`> {
  const { core: { ids } } = parts
  return {
    'palette.search': query => openPalette(parts).search(query),
    'palette.used': ({ scriptId, conversationId }) => {
      openPalette(parts).used(scriptId, conversationId)
      return {}
    },
    'script.seen': ({ scriptIds }) => {
      openPalette(parts).seen(scriptIds)
      return {}
    },
    'script.personalPut': ({ scriptId, ...content }) => {
      const id = scriptId ?? ids.next()
      openDesk(parts).commit('script.personal_put', { ...content, scriptId: id }, ids.next())
      return { scriptId: id }
    },
    'script.personalRemove': input => {
      openDesk(parts).commit('script.personal_remove', input, ids.next())
      return {}
    },
  }
}
