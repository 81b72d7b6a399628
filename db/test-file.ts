import { DeskFile } from './handle.ts'
import { migrate } from './migrate.ts'
import { writeMeta } from './local/meta.ts'
import { NO_TIMERS } from '../domain/timers/state.ts'
import type { Conversation, Message } from '../domain/entities/conversation.ts'

/** For tests: 32 bytes of whatever value are a key. */
export const TEST_KEY = new Uint8Array(32).fill(7)

/** A migrated file of device `d1`. */
export function testFile(path: string): DeskFile {
  const file = DeskFile.open(path, TEST_KEY)
  migrate(file)
  file.write(db => writeMeta(db, 'device_id', 'd1'))
  return file
}

export function conversation(id: string, change: Partial<Conversation> = {}): Conversation {
  return {
    id, customerId: `customer-${id}`, customerName: '小雨', channelId: 'ch', channelKind: 'web_chat', teamId: 't', state: 'open',
    ownerId: 'me', transferredFrom: [], language: 'zh', skill: null, tier: 'normal', priority: 0, startedAtMs: 1_000,
    queuedAtMs: null, assignedAtMs: 1_000, closedAtMs: null, lastPosition: 0, seenPosition: 0, snippet: '', lastMessageAtMs: 1_000,
    lastAuthor: null, spam: false, enquiryClass: null, outcome: null, timers: NO_TIMERS, ...change,
  }
}

export function message(id: string, conversationId: string, position: number, change: Partial<Message> = {}): Message {
  return {
    id, conversationId, position, author: 'customer', authorId: `customer-${conversationId}`, lineKind: null, scriptId: null,
    body: `message ${id}`, system: null, attachmentIds: [], quoteId: null, mentions: [], clientAtMs: 1_000, acceptedAtMs: 1_000 + position,
    deliveredAtMs: null, ...change,
  }
}
