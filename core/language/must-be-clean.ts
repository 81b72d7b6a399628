import { checkText } from '../../domain/compliance/check.ts'
import { nameOf, type Finding } from '../../domain/compliance/finding.ts'
import type { LineKind } from '../../domain/entities/team.ts'
import type { DeskErrorCode } from '../../protocol/desk-api.ts'
import type { MutationArgs } from '../../protocol/mutations.ts'
import { DeskFailure } from '../failure.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import { surroundings } from './surroundings.ts'
import { warmRules } from './warm-rules.ts'

/**
 * Nothing leaves, nor is held, that the language rules forbid (C1 to C6).
 * @throws DeskFailure unfilled, language_block, or language_warn for what the agent did not insist on; `params`: the words, and the
 * names to insist on, each parted by line breaks
 */
export function mustBeClean(desk: OpenDesk, { insisted = [], ...line }: MutationArgs<'message.send'>): void {
  const found = mustNotBeBlocked(desk, line)
  refuse('language_warn', found.filter(finding => finding.severity === 'warn' && !insisted.includes(nameOf(finding))))
}

/**
 * A line that goes with something else (a transfer, a handover), or to many: nobody is asked to insist there, so only what is forbidden stops it.
 * @param line without a conversation: as outside of any @returns what was found besides @throws DeskFailure unfilled, language_block
 */
export function mustNotBeBlocked(desk: OpenDesk, line: { conversationId: string | null; body: string; lineKind: LineKind }): Finding[] {
  const found = checkText(warmRules(desk), line.body, surroundings(desk.file.read, line.conversationId, line.lineKind))
  refuse('unfilled', found.filter(({ rule }) => rule === 'variable'))
  refuse('language_block', found.filter(({ severity }) => severity === 'block'))
  return found
}

function refuse(code: DeskErrorCode, found: Finding[]): void {
  if (found.length === 0) return
  throw new DeskFailure(code, {
    words: [...new Set(found.map(({ words }) => words))].join('\n').slice(0, 500), rules: [...new Set(found.map(nameOf))].join('\n'),
  })
}
