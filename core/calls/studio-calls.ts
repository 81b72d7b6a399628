import { readRow } from '../../db/synced/rows.ts'
import { plainBody } from '../../domain/scripts/variables.ts'
import type { ReleaseText } from '../../protocol/script-views.ts'
import { STUDIO_ASKS } from '../../protocol/studio.ts'
import { DeskFailure } from '../failure.ts'
import { openBulk, openDesk, type CallParts, type Calls } from './context.ts'

/** Supervisors' work. Drafts are intents and work offline; everything else is asked of the server. */
export function studioCalls(parts: CallParts): Calls<`studio.${string}` | `release.${string}`> {
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
    'studio.bulk': ({ targets, change }) => {
      const bulk = openBulk(parts)
      if (bulk.isBusy) throw new DeskFailure('busy')
      bulk.start(targets, change)
      return {}
    },
    'studio.bulkCancel': () => {
      openBulk(parts).cancel()
      return {}
    },
    'studio.bulkUndo': () => {
      openBulk(parts).undo()
      return {}
    },
    'studio.bulkForget': () => {
      openBulk(parts).forget()
      return {}
    },
    'release.read': ({ releaseId }) => {
      openDesk(parts).commit('release.read', { readId: ids.next(), releaseId }, ids.next())
      return {}
    },
    'release.texts': ({ releaseId }) => {
      const { read } = openDesk(parts).file
      return (readRow(read, 'release', releaseId)?.items ?? []).flatMap(({ kind, id }): ReleaseText[] => {
        const script = kind === 'script' ? readRow(read, 'script', id) : undefined
        if (script) return [{ kind: 'script', id, code: script.code, title: script.title, text: plainBody(script.body) }]
        const entry = kind === 'knowledge' ? readRow(read, 'knowledge', id) : undefined
        return entry ? [{ kind: 'knowledge', id, code: null, title: entry.question, text: plainBody(entry.solution) }] : []
      })
    },
    'studio.ask': async ({ name, body }) => {
      const input = STUDIO_ASKS[name].input.safeParse(body)
      if (!input.success) throw new DeskFailure('invalid', { field: input.error.issues[0]?.path.join('.') ?? '' })
      return openDesk(parts).client.studio(name, input.data)
    },
  }
}
