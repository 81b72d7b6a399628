import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ContentDraft, Release } from '../../domain/entities/release.ts'
import { EVERYBODY, type Script } from '../../domain/entities/script.ts'
import { OfflineDesk } from '../test-support.ts'

let dir: string
let under: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-studio-'))
  under = new OfflineDesk(dir)
  expect(await under.signIn()).toBe('ok')
})
afterEach(async () => {
  await under.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const draft = (id: string, change: Partial<ContentDraft>): ['content_draft', ContentDraft] => ['content_draft', {
  id, kind: 'script', targetId: `of-${id}`, baseVersion: 0, action: 'put', content: { title: '退款' }, authorId: 'chen', state: 'in_review', reviewerId: null,
  reviewNote: null, createdAtMs: 1, updatedAtMs: 1, ...change,
}]
const script = (id: string, body: string): ['script', Script] => ['script', {
  id, code: `c-${id}`, stage: 'care', scene: null, title: `话术 ${id}`, body, language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null, campaign: null,
  audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null, personId: null, version: 2, updatedAtMs: 1, pinyin: '',
}]

test('what waits for a second person: of every kind, by its name, never one\'s own, oldest first', () => {
  under.pulled([
    draft('a', { updatedAtMs: 5 }), draft('b', { kind: 'language_rule', content: { wordings: ['不归我管'] }, updatedAtMs: 3 }),
    draft('c', { kind: 'figures', targetId: 't', content: { given: {} }, updatedAtMs: 4 }), draft('mine', { authorId: 'me' }), draft('writing', { state: 'draft' }),
    ['team', { id: 't', name: '售前组', timers: {}, timersBefore: [], linePatterns: [], returningHours: 24 } as { id: string }],
  ])
  expect(under.value('reviews', {}).map(({ kind, title }) => [kind, title])).toEqual([['language_rule', '不归我管'], ['figures', '售前组'], ['script', '退款']])
})

test('a release is read in the words that are here now; what it retired is not', async () => {
  const item = (id: string, action: 'put' | 'retire' = 'put') => ({ kind: 'script' as const, id, title: id, action, version: 2 })
  const release: Release = {
    id: 'r', kind: 'content', title: '满减', note: '', mustRead: true, state: 'live', publishAtMs: 1, publishedAtMs: 1, authorId: 'chen', undoes: null, teamIds: [],
    items: [item('s1'), item('gone', 'retire')], itemCount: 2,
  }
  under.pulled([['release', release], script('s1', '{{customer.name|亲}}，满 199 减 20')])
  expect(await under.call('release.texts', { releaseId: 'r' })).toEqual([{ kind: 'script', id: 's1', code: 'c-s1', title: '话术 s1', text: '亲，满 199 减 20' }])
  expect(await under.call('release.texts', { releaseId: 'unknown' })).toEqual([])
})
