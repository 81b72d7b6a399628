import { describe, expect, it } from 'vitest'
import { freezeOrder } from './freeze-order.ts'
import type { Layout } from './freeze-order.ts'

const shown: Layout<'waiting' | 'running'> = [{ section: 'waiting', ids: ['a', 'b'] }, { section: 'running', ids: ['c'] }]

describe('no row moves under the pointer', () => {
  it('follows the core while nothing is frozen', () => {
    expect(freezeOrder(null, shown)).toEqual({ layout: shown, waiting: [], differs: false })
  })

  it('keeps the layout when rows change places, and says so', () => {
    const swapped: Layout<'waiting' | 'running'> = [{ section: 'waiting', ids: ['b', 'a'] }, { section: 'running', ids: ['c'] }]
    expect(freezeOrder(shown, swapped)).toEqual({ layout: shown, waiting: [], differs: true })
  })

  it('keeps the place of a row that left and holds back a new one', () => {
    const later: Layout<'waiting' | 'running'> = [{ section: 'waiting', ids: ['new', 'b'] }, { section: 'running', ids: ['c'] }]
    expect(freezeOrder(shown, later)).toEqual({ layout: shown, waiting: ['new'], differs: true })
  })

  it('does not call a moved row new', () => {
    const moved: Layout<'waiting' | 'running'> = [{ section: 'waiting', ids: ['b'] }, { section: 'running', ids: ['a', 'c'] }]
    expect(freezeOrder(shown, moved).waiting).toEqual([])
  })
})
