import { kindOfStage, kindOfText } from '../../domain/lines/line-kind.ts'
import type { LineKind } from '../../domain/entities/team.ts'
import type { WriteDb } from '../../db/handle.ts'
import { readDraft, saveDraft, type DraftKind } from '../../db/local/drafts.ts'
import { dismissRefused } from '../../db/local/inbox.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { CallInput } from '../../protocol/desk-api.ts'
import type { MutationArgs } from '../../protocol/mutations.ts'
import { DeskFailure } from '../failure.ts'
import { mustBeClean } from '../language/must-be-clean.ts'
import { readSettings } from '../queries/settings.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

/** What an agent writes: lines, notes, drafts. */
export function messageCalls(parts: CallParts): Calls<'message.send' | 'message.takeBack' | 'note.add' | `draft.${string}` | 'inbox.dismiss'> {
  const { core: { ids } } = parts
  return {
    'message.send': input => {
      const desk = openDesk(parts)
      const { conversationId, body, attachmentIds } = input
      if (!readRow(desk.file.read, 'conversation', conversationId)) throw new DeskFailure('not_found')
      if (body.trim() === '' && attachmentIds.length === 0) throw new DeskFailure('invalid')
      const args: MutationArgs<'message.send'> = {
        messageId: ids.next(), conversationId, body, lineKind: kindOf(desk, input), scriptId: input.scriptId, attachmentIds,
        quoteId: input.quoteId, ...(input.uses ? { uses: input.uses } : {}), ...(input.insisted ? { insisted: input.insisted } : {}),
      }
      mustBeClean(desk, args)
      return desk.file.write(db => {
        // In the same transaction: a crash never leaves the text both sent and in the composer.
        leaveDraft(db, conversationId, 'reply', body, desk.serverClock.now(), attachmentIds)
        const { takeBackSec } = readSettings(db)
        const held = parts.held()
        if (takeBackSec > 0 && held) return { messageId: args.messageId, heldUntilMs: held.hold(args, takeBackSec * 1_000) }
        desk.commit('message.send', args, ids.next())
        return { messageId: args.messageId, heldUntilMs: null }
      })
    },
    'message.takeBack': ({ messageId }) => {
      openDesk(parts)
      const body = parts.held()?.takeBack(messageId) ?? null
      if (body === null) throw new DeskFailure('too_late')
      return { body }
    },
    'note.add': ({ conversationId, body, mentions }) => {
      const desk = openDesk(parts)
      if (!readRow(desk.file.read, 'conversation', conversationId)) throw new DeskFailure('not_found')
      const messageId = ids.next()
      return desk.file.write(db => {
        leaveDraft(db, conversationId, 'note', body, desk.serverClock.now(), [])
        desk.commit('note.add', { messageId, conversationId, body, mentions }, ids.next())
        return { messageId }
      })
    },
    'draft.save': ({ conversationId, body, kind = 'reply', attachmentIds = [], inserted = [] }) => {
      const desk = openDesk(parts)
      desk.file.write(db => saveDraft(db, conversationId, kind, { body, attachmentIds, inserted }, desk.serverClock.now()))
      return {}
    },
    'draft.read': ({ conversationId, kind = 'reply' }) => {
      const { read } = openDesk(parts).file
      const { body, attachmentIds, inserted } = readDraft(read, conversationId, kind)
      const pictures = attachmentIds.flatMap(id => {
        const found = readRow(read, 'attachment', id)
        return found ? [{ id, name: found.name, mime: found.mime, width: found.width, height: found.height }] : []
      })
      return { body, pictures, inserted }
    },
    'inbox.dismiss': ({ id }) => {
      const { file } = openDesk(parts)
      if (!file.write(db => dismissRefused(db, id))) throw new DeskFailure('not_found')
      return {}
    },
  }
}

/** What was sent leaves its draft, in the same transaction; what was typed or chosen since stays. */
function leaveDraft(db: WriteDb, conversationId: string, kind: DraftKind, body: string, atMs: number, sentIds: string[]): void {
  const draft = readDraft(db, conversationId, kind)
  const sent = draft.body.trim() === body.trim()
  saveDraft(db, conversationId, kind, {
    body: sent ? '' : draft.body, attachmentIds: draft.attachmentIds.filter(id => !sentIds.includes(id)), inserted: sent ? [] : draft.inserted,
  }, atMs)
}

/** T12: the stage of the script tells, else the team's patterns; other text is an answer. The server decides again. */
function kindOf({ file }: OpenDesk, { kind, scriptId, body, conversationId }: CallInput<'message.send'>): LineKind {
  if (kind) return kind
  const script = scriptId === null ? null : readRow(file.read, 'script', scriptId)
  const byStage = script && kindOfStage(script.stage)
  if (byStage) return byStage
  const conversation = readRow(file.read, 'conversation', conversationId)
  const team = conversation && readRow(file.read, 'team', conversation.teamId)
  return kindOfText(body, team?.linePatterns ?? [])
}
