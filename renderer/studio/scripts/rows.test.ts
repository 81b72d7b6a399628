import { expect, it } from 'vitest'
import type { StudioItem, StudioView } from '../../../protocol/script-views.ts'
import { BLANK_SCRIPT, scriptOf } from '../content.ts'
import { filterRows, NO_FILTER, rowsOf } from './rows.ts'

const DAY = 86_400_000
type Draft = StudioItem['drafts'][number]
const draft = (change: Partial<Draft>): Draft => ({
  id: 'd', kind: 'script', targetId: 's', baseVersion: 1, action: 'put', content: {}, authorId: 'p1', authorName: '王主管', state: 'draft', reviewerId: null,
  reviewNote: null, createdAtMs: 1, updatedAtMs: 1, mine: true, stale: false, pending: false, ...change,
})
const item = (id: string, live: object | null, drafts: Draft[] = []): StudioItem =>
  ({ id, live: live && { ...BLANK_SCRIPT, ...live }, liveVersion: live ? 1 : 0, drafts })
const view = (items: StudioItem[], releases: StudioView['releases'] = []): StudioView => ({ items, releases })
const found = (rows: ReturnType<typeof rowsOf>, change: object) => filterRows(rows, { ...NO_FILTER, ...change }, 10 * DAY).map(({ id }) => id)

const refund = item('s1', { code: 'tk01', title: '退款流程', body: '订单页点申请退款', pinyin: 'tui kuan liu cheng\nding dan ye', scene: 'refund', reviewAtMs: 2 * DAY, tags: ['售后'] })
const mine = item('s2', { code: 'kc01', title: '开场' }, [draft({ content: { ...BLANK_SCRIPT, code: 'kc01', title: '新的开场', language: 'en' }, state: 'in_review' })])
const theirs = item('s3', null, [draft({ mine: false, content: { code: 'aa', title: '别人的', tags: 'rubbish', body: 7 } })])

it('finds by words in any order, by pinyin and initials of the title, by code', () => {
  const rows = rowsOf(view([refund, mine, theirs]))
  expect(rows.map(({ id }) => id)).toEqual(['s3', 's2', 's1'])
  for (const text of ['退款', '申请 退款', 'tuikuan', 'tklc', 'TK01', '售后']) expect([text, found(rows, { text })]).toEqual([text, ['s1']])
  expect(found(rows, { text: '没有这个' })).toEqual([])
})

it('shows my draft before what is live, and filters by state, language, scene and overdue review', () => {
  const rows = rowsOf(view([refund, mine, theirs]))
  expect(found(rows, { state: 'live' })).toEqual(['s1'])
  expect(found(rows, { state: 'in_review' })).toEqual(['s2'])
  expect(found(rows, { language: 'en' })).toEqual(['s2'])
  expect(found(rows, { overdue: true })).toEqual(['s1'])
  expect(rows.find(({ id }) => id === 's3')).toMatchObject({ state: 'draft', writers: ['王主管'], content: { tags: [], body: '' } })
})

it('names retired scripts out of the releases, unless one is live again', () => {
  const release = { id: 'r', kind: 'content', title: '', note: '', mustRead: false, state: 'live', publishAtMs: 1, publishedAtMs: 1, authorId: 'p', authorName: '', undoes: null, teamIds: [],
    items: [{ kind: 'script', id: 'old', title: '旧活动', action: 'retire', version: 2 }, { kind: 'script', id: 's1', title: '退款流程', action: 'retire', version: 2 }], itemCount: 2 } as const
  const rows = rowsOf(view([refund], [{ ...release, items: [...release.items], teamIds: [] }]))
  expect(found(rows, {})).toEqual(['s1'])
  expect(found(rows, { state: 'retired' })).toEqual(['old'])
})

it('reads what a broken draft holds as far as it fits', () => {
  expect(scriptOf({ title: '好', tags: 'x', stage: 3, ownerId: { a: 1 }, twinOf: 's9' })).toEqual({ ...BLANK_SCRIPT, title: '好', twinOf: 's9' })
})
