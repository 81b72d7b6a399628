import { checkText } from '../../domain/compliance/check.ts'
import { kindOfText } from '../../domain/lines/line-kind.ts'
import { readRow } from '../../db/synced/rows.ts'
import { surroundings } from '../language/surroundings.ts'
import { warmRules } from '../language/warm-rules.ts'
import { openDesk, type CallParts, type Calls } from './context.ts'

/** What is wrong with a text while it is written (C1 to C6). */
export function languageCalls(parts: CallParts): Calls<'language.check'> {
  return {
    'language.check': ({ conversationId, body }) => {
      const desk = openDesk(parts)
      const { read } = desk.file
      const conversation = conversationId === null ? null : readRow(read, 'conversation', conversationId)
      const patterns = (conversation && readRow(read, 'team', conversation.teamId))?.linePatterns ?? []
      return checkText(warmRules(desk), body, surroundings(read, conversationId, kindOfText(body, patterns)))
    },
  }
}
