import { peopleNames } from '../../../db/roster.ts'
import { readRow } from '../../../db/synced/rows.ts'
import { openTalks, talkMessages, talksOf } from '../../../db/talks.ts'
import type { TalkView } from '../../../protocol/shift-views.ts'
import type { QueryContext } from '../context.ts'

const MESSAGES = 200

/** @returns talks of one case, or every one that is not closed, newest first, with their messages (L6, D17) */
export function talksView({ db }: QueryContext, conversationId: string | null): TalkView[] {
  const talks = conversationId === null ? openTalks(db) : talksOf(db, conversationId)
  if (talks.length === 0) return []
  const names = peopleNames(db)
  return talks.map(talk => ({
    ...talk, members: talk.memberIds.map(personId => ({ personId, name: names.get(personId) ?? '' })),
    customerName: talk.conversationId === null ? null : readRow(db, 'conversation', talk.conversationId)?.customerName ?? null,
    messages: talkMessages(db, talk.id, MESSAGES).map(message => ({ ...message, authorName: names.get(message.authorId) ?? '' })),
  }))
}
