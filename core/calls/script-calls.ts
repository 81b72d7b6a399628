import { allScripts } from '../../db/scripts.ts'
import type { Script } from '../../domain/entities/script.ts'
import type { PaletteHit } from '../../protocol/script-views.ts'
import { DeskFailure } from '../failure.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

/** Scripts and knowledge at hand, the agent's own scripts, pictures of the shop. */
export function scriptCalls(parts: CallParts): Calls<`palette.${string}` | `script.${string}` | `picture.${string}`> {
  const { core: { ids } } = parts
  return {
    'palette.search': ({ text, limit }) => {
      const found = allScripts(openDesk(parts).file.read).filter(({ title, body }) => `${title}\n${body}`.includes(text))
      return { hits: found.slice(0, limit).map(hit), total: found.length, how: 'found', scenes: [] }
    },
    'palette.used': () => ({}),
    'script.seen': () => ({}),
    'script.personalPut': ({ scriptId, ...content }) => {
      const id = scriptId ?? ids.next()
      openDesk(parts).commit('script.personal_put', { ...content, scriptId: id }, ids.next())
      return { scriptId: id }
    },
    'script.personalRemove': input => {
      openDesk(parts).commit('script.personal_remove', input, ids.next())
      return {}
    },
    'picture.bytes': () => { throw new DeskFailure('not_found') },
    'picture.attach': () => { throw new DeskFailure('not_found') },
  }
}

function hit(script: Script): PaletteHit {
  return {
    ...script, text: script.body, body: script.personId === null ? null : script.body, filled: [], open: [], titleMarks: [], textMarks: [], codeMarks: [], personal: script.personId !== null,
    changed: false, reason: null, cases: [], mistakes: [],
  }
}
