import { describe, expect, it } from 'vitest'
import type { ConversationLists, ConversationRow, Due } from '../../../protocol/views.ts'
import { layoutOf, ringDue, rowsOf, shownItems, sideDue } from './shown-list.ts'

const row = (id: string) => ({ id }) as ConversationRow
const lists = (change: Partial<Record<keyof ConversationLists, string[]>>): ConversationLists => {
  const of = (name: keyof ConversationLists) => (change[name] ?? []).map(row)
  return { waiting: of('waiting'), running: of('running'), queue: of('queue'), left: of('left'), closed: of('closed') }
}
const open = { waiting: false, running: false, queue: false, left: false, closed: false }
const keys = (all: ConversationLists, frozen = all, folded = open) =>
  shownItems(layoutOf(frozen), all, rowsOf(frozen), folded).map(item => item.kind === 'row' && item.gone ? `(${item.key})` : item.key)

describe('the list', () => {
  it('has a head for each section that has rows, and always for the first two', () => {
    expect(keys(lists({ waiting: ['a'], left: ['l'] }))).toEqual(['head-waiting', 'a', 'head-running', 'head-left', 'l'])
  })
  it('hides the rows of a folded section but counts them', () => {
    expect(keys(lists({ closed: ['x', 'y'] }), undefined, { ...open, closed: true })).toEqual(['head-waiting', 'head-running', 'head-closed'])
  })
  it('keeps the place of a row that is gone while frozen', () => {
    expect(keys(lists({ waiting: ['b'] }), lists({ waiting: ['a', 'b'] }))).toEqual(['head-waiting', '(a)', 'b', 'head-running'])
  })
})

describe('which due a row shows', () => {
  const due = (rule: Due['rule']) => ({ rule }) as Due
  it('rings for the customer, not for a promise or silence', () => {
    expect(ringDue([due('T8'), due('T2'), due('T3')])?.rule).toBe('T2')
    expect(ringDue([due('T7')])).toBeNull()
    expect(sideDue([due('T2'), due('T8')])?.rule).toBe('T8')
  })
})
