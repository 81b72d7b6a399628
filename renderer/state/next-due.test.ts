import { describe, expect, it } from 'vitest'
import type { ConversationRow } from '../../protocol/views.ts'
import { nextDue, nthConversation } from './next-due.ts'

const rows = (...ids: string[]) => ids.map(id => ({ id }) as ConversationRow)

describe('next due conversation', () => {
  it('is the nearest due, then the one after, then the first again', () => {
    const lists = { waiting: rows('a', 'b'), running: rows('c') }
    expect([null, 'c', 'a', 'b'].map(at => nextDue(lists, at))).toEqual(['a', 'a', 'b', 'a'])
  })
  it('goes through the running ones when nobody waits', () => {
    expect(nextDue({ waiting: [], running: rows('c', 'd') }, 'c')).toBe('d')
    expect(nextDue({ waiting: [], running: [] }, null)).toBeNull()
  })
  it('counts from one', () => {
    expect([nthConversation(['a', 'b'], 1), nthConversation(['a', 'b'], 3)]).toEqual(['a', null])
  })
})
