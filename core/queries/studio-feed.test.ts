import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ContentKind, Release } from '../../domain/entities/release.ts'
import type { Script } from '../../domain/entities/script.ts'
import { EVERYBODY } from '../../domain/entities/script.ts'
import type { QueryArgs } from '../../protocol/desk-api.ts'
import type { StudioChange, StudioView } from '../../protocol/script-views.ts'
import { withChange } from '../../renderer/studio/with-change.ts'
import { OfflineDesk } from '../test-support.ts'

// What a window is told of the studio after the first value: what has changed, and nothing else. Put together it is what a new subscription would get.
let dir: string
let desk: OfflineDesk
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shiftdesk-feed-'))
  desk = new OfflineDesk(dir)
  await desk.signIn()
})
afterEach(async () => {
  await desk.desk.stop()
  rmSync(dir, { recursive: true, force: true })
})

const script = (id: string, version = 1, change: Partial<Script> = {}): Script => ({
  id, code: id, stage: 'care', scene: null, title: `Script ${id}`, body: `正文 ${id} ${version}`, language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null, campaign: null,
  audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null, personId: null, version, updatedAtMs: version, pinyin: 'biao ti\nzheng wen', ...change,
})
const person = (id: string, name: string) => ({
  id, account: id, name, roles: ['supervisor'], teamIds: ['t'], seniority: 'senior', skills: [], languages: ['zh'], conversationLimit: 5, active: true,
})
const release = (id: string, change: Partial<Release> = {}): Release => ({
  id, kind: 'content', title: id, note: '', mustRead: false, state: 'live', publishAtMs: 1, publishedAtMs: 1, authorId: 'me', undoes: null, teamIds: [], items: [], itemCount: 0, ...change,
})
const draftOf = (draftId: string, targetId: string, body: string, baseVersion = 1) => desk.call('studio.draftPut', {
  draftId, kind: 'script', targetId, baseVersion, action: 'put', content: { body },
})
/** A window on the studio. */
function watch(args: QueryArgs<'studio'> = { kind: 'script' }) {
  const told: StudioChange[] = []
  const errors: string[] = []
  let view: StudioView | null = null
  const end = desk.desk.subscribe('studio', args, {
    value: value => {
      told.push(value as StudioChange)
      view = withChange(view, value as StudioChange)
    },
    error: ({ code }) => { errors.push(code) },
  })
  return {
    told, errors, end, last: () => told.at(-1), view: () => view,
    /** As a window that opens now. */
    mustBeTrue: () => { expect(view).toEqual(withChange(null, desk.value('studio', args))) },
  }
}
const round = () => desk.clock.advance(50)

test('first all of it, then a draft alone; what was written again as it was is not told', async () => {
  desk.pulled([['script', script('s1')], ['script', script('s2')], ['script', script('own', 1, { personId: 'me' })], ['release', release('r1')]])
  const window = watch()
  expect(window.told).toMatchObject([{ whole: true, items: [{ id: 's1' }, { id: 's2' }], releases: [{ id: 'r1' }] }])
  await draftOf('d1', 's1', '一')
  await round()
  expect(window.told).toHaveLength(2)
  expect(window.last()).toMatchObject({ whole: false, items: [{ id: 's1', drafts: [{ id: 'd1', pending: true, mine: true }] }], goneItems: [], releases: [], goneReleases: [] })
  window.mustBeTrue()
  // A row that comes as it is, and rows of other tables, tell nothing.
  desk.pulled([['script', script('s2')], ['person', person('p2', '小林')], ['content_draft', {
    id: 'k', kind: 'knowledge', targetId: 'k1', baseVersion: 0, action: 'put', content: {}, authorId: 'me', state: 'draft', reviewerId: null, reviewNote: null, createdAtMs: 1, updatedAtMs: 1,
  } as never]])
  await round()
  // But for the name of a person, which may stand anywhere.
  expect(window.told.map(({ whole }) => whole)).toEqual([true, false, true])
  window.mustBeTrue()
})

test('a version goes live, a draft goes, a thing of drafts alone goes, releases move on: each is told once', async () => {
  desk.pulled([['script', script('s1')], ['script', script('s2')], ['release', release('r1', { state: 'scheduled', publishedAtMs: null })]])
  const window = watch()
  await draftOf('d1', 's1', '一')
  await draftOf('new', 'n1', '新的', 0)
  await round()
  expect(window.last()?.items.map(({ id }) => id)).toEqual(['s1', 'n1'])
  desk.pulled([['script', script('s1', 2)], ['release', release('r1')]])
  await round()
  expect(window.last()).toMatchObject({ items: [{ id: 's1', liveVersion: 2, live: { pinyin: 'biao ti' }, drafts: [{ stale: true }] }], releases: [{ id: 'r1', state: 'live' }] })
  await desk.call('studio.draftDrop', { draftId: 'new' })
  await desk.call('studio.draftDrop', { draftId: 'd1' })
  await round()
  expect(window.last()).toMatchObject({ goneItems: ['n1'], items: [{ id: 's1', drafts: [] }] })
  window.mustBeTrue()
  const before = window.view()?.items.find(({ id }) => id === 's2')
  await draftOf('d2', 's1', '二')
  await round()
  // What has not changed is the same object: only changed lines are drawn.
  expect(window.view()?.items.find(({ id }) => id === 's2')).toBe(before)
})

test('drafts only: what nobody writes on is not told, and leaves with its last draft', async () => {
  desk.pulled([['script', script('s1')], ['script', script('s2')]])
  await draftOf('d1', 's1', '一')
  const window = watch({ kind: 'script', draftsOnly: true })
  expect(window.told[0]?.items.map(({ id }) => id)).toEqual(['s1'])
  desk.pulled([['script', script('s2', 2)]])
  await round()
  expect(window.told).toHaveLength(1)
  await desk.call('studio.draftDrop', { draftId: 'd1' })
  await draftOf('d2', 's2', '二', 2)
  await round()
  expect(window.last()).toMatchObject({ goneItems: ['s1'], items: [{ id: 's2', live: { version: 2 } }] })
  window.mustBeTrue()
})

test('after a lock, and for another agent, it begins anew', async () => {
  desk.pulled([['script', script('s1')]])
  const window = watch()
  await desk.call('session.lock', {})
  await round()
  expect(window.errors).toEqual(['not_signed_in'])
  await desk.call('session.unlock', { password: 'secret' })
  await round()
  expect(window.told.map(({ whole }) => whole)).toEqual([true, true])
  window.mustBeTrue()
})

test('opening hours: a release brings the version of what it changed', async () => {
  const channel = { id: 'c1', kind: 'web_chat', name: 'Web', teamId: 't', language: 'zh', openingHours: { timeZone: 'Asia/Shanghai', periods: [], holidays: [] }, automaticReply: null, closedNotice: null, skill: null, active: true }
  desk.pulled([['channel', channel]])
  const window = watch({ kind: 'hours' })
  expect(window.told[0]?.items).toMatchObject([{ id: 'c1', liveVersion: 0 }])
  desk.pulled([['channel', { ...channel, automaticReply: '稍等' } as never], ['release', release('r1', { items: [{ kind: 'hours', id: 'c1', title: 'Web', action: 'put', version: 1 }] })]])
  await round()
  expect(window.last()).toMatchObject({ items: [{ id: 'c1', liveVersion: 1, live: { automaticReply: '稍等' } }], releases: [{ id: 'r1' }] })
  window.mustBeTrue()
  desk.left([['channel', 'c1']])
  await round()
  expect(window.last()).toMatchObject({ whole: false, goneItems: ['c1'] })
})

test('what the server takes is not on its way any more, and what it refuses is as it was before', async () => {
  desk.pulled([['script', script('s1')]])
  const window = watch()
  await draftOf('d1', 's1', '一')
  await round()
  desk.settled('rejected')
  await round()
  expect(window.last()).toMatchObject({ whole: false, items: [{ id: 's1', drafts: [] }] })
  await draftOf('d2', 's1', '二')
  await round()
  const [item] = window.view()?.items ?? []
  expect(item?.drafts).toMatchObject([{ id: 'd2', pending: true }])
  // The row of the server says the same: it is on its way no more, and nothing else.
  desk.pulled(item?.drafts.map(({ authorName: _name, mine: _mine, stale: _stale, pending: _pending, ...draft }) => ['content_draft', draft]) ?? [])
  desk.settled('applied')
  await round()
  expect(window.last()).toMatchObject({ whole: false, items: [{ id: 's1', drafts: [{ id: 'd2', pending: false }] }] })
  window.mustBeTrue()
})

test('who is no supervisor any more is told that it goes; one window ends and another goes on; a new one is told all of it', async () => {
  desk.pulled([['script', script('s1')], ['script', script('s2')], ['release', release('r1')]])
  const [window, other] = [watch(), watch({ kind: 'script', draftsOnly: true })]
  await draftOf('d1', 's1', '一')
  await round()
  other.end()
  desk.left([['script', 's2'], ['release', 'r1']])
  await round()
  expect(window.last()).toMatchObject({ whole: false, goneItems: ['s2'], goneReleases: ['r1'], items: [], releases: [] })
  expect(other.told).toHaveLength(2)
  const next = watch()
  expect(next.told).toMatchObject([{ whole: true, items: [{ id: 's1', drafts: [{ id: 'd1' }] }] }])
  expect(next.view()).toEqual(window.view())
})

test.each([1, 2, 3])('invariant, seed %i: whatever happens, a window that watched knows what one that opens now is told', async (seed) => {
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  const kinds: ContentKind[] = ['script', 'script', 'knowledge']
  const windows = [watch(), watch({ kind: 'script', draftsOnly: true }), watch({ kind: 'knowledge' })]
  const versions = new Map<string, number>()
  for (let turn = 0; turn < 120; turn++) {
    const id = `s${next(6)}`
    switch (next(8)) {
      case 0: versions.set(id, (versions.get(id) ?? 0) + 1); desk.pulled([['script', script(id, versions.get(id), next(8) === 0 ? { personId: 'me' } : {})]]); break
      case 1: desk.pulled([['release', release(`r${next(4)}`, { state: next(2) === 0 ? 'live' : 'undone', authorId: `p${next(3)}` })]]); break
      case 2: await desk.call('studio.draftPut', { draftId: `d${next(5)}-${id}`, kind: kinds[next(3)] ?? 'script', targetId: id, baseVersion: next(3), action: next(5) === 0 ? 'retire' : 'put', content: { n: next(4) } }); break
      case 3: await desk.call('studio.draftDrop', { draftId: `d${next(5)}-${id}` }); break
      case 4: desk.pulled([['person', person(`p${next(3)}`, `name ${next(3)}`)]]); break
      case 5: desk.left([[next(3) === 0 ? 'release' : 'script', next(2) === 0 ? id : `r${next(4)}`]]); break
      case 6: desk.settled(next(2) === 0 ? 'applied' : 'rejected'); break
      case 7: await round(); break
    }
    if (turn % 10 === 9) {
      await round()
      for (const window of windows) window.mustBeTrue()
    }
  }
  // It is no feed if it always tells all of it.
  expect(windows[0]!.told.filter(({ whole }) => !whole).length).toBeGreaterThan(3)
})
