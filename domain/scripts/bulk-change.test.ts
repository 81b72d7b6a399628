import { describe, expect, test } from 'vitest'
import type { BulkChange } from '../entities/bulk-change.ts'
import { changedBy, contentOf } from './bulk-change.ts'

const content = { title: '退款', tags: ['售后'], campaign: '双11', validFromMs: 5, validToMs: null, ownerId: 'p1', reviewAtMs: 9, audience: { teamIds: ['t'], channelIds: ['c'], tiers: [] } }
const after = (change: BulkChange, kind: 'script' | 'knowledge' = 'script') => changedBy(change, kind, { action: 'put', content })
const set = (fields: Extract<BulkChange, { what: 'set' }>['fields'], audience = {}): BulkChange => ({ what: 'set', fields, audience })

describe('tags', () => {
  test.each<[BulkChange, string[] | null]>([
    [{ what: 'addTag', tag: '急' }, ['售后', '急']], [{ what: 'addTag', tag: '售后' }, null],
    [{ what: 'removeTag', tag: '售后' }, []], [{ what: 'removeTag', tag: '急' }, null],
  ])('%j', (change, tags) => { expect(after(change)?.content['tags'] ?? null).toEqual(tags) })

  test('thirty are enough', () => {
    const full = { action: 'put' as const, content: { tags: Array.from({ length: 30 }, (_, n) => `t${n}`) } }
    expect(changedBy({ what: 'addTag', tag: '急' }, 'script', full)).toBeNull()
  })
})

describe('fields', () => {
  test('only what is named is set; null empties it; what it is already is no change', () => {
    expect(after(set({ validToMs: 7 }))?.content).toEqual({ ...content, validToMs: 7 })
    expect(after(set({ campaign: null }))?.content).toEqual({ ...content, campaign: null })
    expect(after(set({ ownerId: 'p1', reviewAtMs: 9 }))).toBeNull()
    expect(after(set({}))).toBeNull()
  })

  test('one list of the audience leaves the others', () => {
    expect(after(set({}, { tiers: ['gold'] }))?.content['audience']).toEqual({ teamIds: ['t'], channelIds: ['c'], tiers: ['gold'] })
    expect(after(set({}, { teamIds: [] }))?.content['audience']).toEqual({ teamIds: [], channelIds: ['c'], tiers: [] })
    expect(after(set({}, { teamIds: ['t'] }))).toBeNull()
  })

  test('knowledge has no campaign', () => {
    expect(after(set({ campaign: '双12' }), 'knowledge')).toBeNull()
    expect(after(set({ campaign: '双12', ownerId: 'p2' }), 'knowledge')?.content).toEqual({ ...content, ownerId: 'p2' })
  })
})

test('retire: once', () => {
  expect(after({ what: 'retire' })).toEqual({ action: 'retire', content })
  expect(changedBy({ what: 'retire' }, 'script', { action: 'retire', content })).toBeNull()
})

test('of a live row only what a supervisor writes of it', () => {
  expect(Object.keys(contentOf('script', { ...content, id: 's', version: 3, pinyin: 'x', personId: null, updatedAtMs: 1 }))).not.toContain('pinyin')
  expect(contentOf('knowledge', { question: 'q', version: 2 })).toMatchObject({ question: 'q' })
})
