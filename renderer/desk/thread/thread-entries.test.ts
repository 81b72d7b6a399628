import { describe, expect, it } from 'vitest'
import type { ThreadItem } from '../../../protocol/views.ts'
import { threadEntries } from './thread-entries.ts'

const day = (ms: number) => String(Math.floor(ms / 86_400_000))
const line = (id: string, acceptedAtMs: number, change: Partial<ThreadItem> = {}) =>
  ({ id, acceptedAtMs, clientAtMs: acceptedAtMs, position: 1, author: 'customer', authorId: 'c', status: 'sent', ...change }) as ThreadItem
const draw = (...items: ThreadItem[]) => threadEntries(items, day).map(entry =>
  entry.kind === 'day' ? '—' : `${entry.first ? '[' : ''}${entry.item.id}${entry.last ? ']' : ''}`)

describe('the thread', () => {
  it('groups what one person wrote within two minutes', () => {
    expect(draw(line('a', 0), line('b', 60_000), line('c', 200_000))).toEqual(['—', '[a', 'b]', '[c]'])
  })
  it('parts authors and days', () => {
    expect(draw(line('a', 0), line('b', 1_000, { author: 'agent' }), line('c', 86_400_000))).toEqual(['—', '[a]', '[b]', '—', '[c]'])
  })
  it('parts what is queued from what is sent', () => {
    const agent = { author: 'agent', authorId: 'me' } as const
    expect(draw(line('a', 0, agent), line('b', 1_000, { ...agent, position: null, status: 'queued' }))).toEqual(['—', '[a]', '[b]'])
  })
})
