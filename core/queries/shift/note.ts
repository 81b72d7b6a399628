import { pendingMessages, thread } from '../../../db/messages.ts'
import { promisesOf } from '../../../db/threads.ts'
import type { ServicePromise } from '../../../domain/entities/conversation.ts'
import { proposeNote } from '../../../domain/handover/note.ts'
import type { QueryContext } from '../context.ts'

const LINES = 30

/** @returns what was promised in a conversation and is still open, by due time (H4) */
export function openPromises({ db }: Pick<QueryContext, 'db'>, conversationId: string): ServicePromise[] {
  return promisesOf(db, conversationId).filter(({ state }) => state === 'open')
}

/** @returns a note for the next agent, from the thread as it is on this desk (H2, H4) */
export function noteFor({ db, nowMs, language }: Pick<QueryContext, 'db' | 'nowMs' | 'language'>, conversationId: string, timeZone: string): string {
  const lines = [...thread(db, conversationId, LINES), ...pendingMessages(db, conversationId, LINES)]
  return proposeNote(lines, openPromises({ db }, conversationId), language, timeZone, nowMs)
}
