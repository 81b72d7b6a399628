import { expect, test } from 'vitest'
import { Kept } from './kept.ts'
import { chooseLanguage } from './texts.ts'
import { clockText } from './when.ts'

function memory(): Storage {
  const map = new Map<string, string>()
  return {
    get length() { return map.size },
    key: index => [...map.keys()][index] ?? null,
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => { map.set(key, value) },
    removeItem: key => { map.delete(key) },
    clear: () => map.clear(),
  }
}

test('written messages are found again after a reload, oldest first, until they are accepted; shops keep apart', () => {
  const storage = memory()
  const before = new Kept('a', storage)
  before.put({ id: '2', body: '后', quoteId: null, atMs: 2 })
  before.put({ id: '1', body: '先', quoteId: 'q', atMs: 1 })
  new Kept('b', storage).put({ id: '3', body: '别家', quoteId: null, atMs: 3 })
  const after = new Kept('a', storage)
  expect(after.pending().map(({ body }) => body)).toEqual(['先', '后'])
  after.drop('1')
  expect(after.pending().map(({ id }) => id)).toEqual(['2'])
})

test('a damaged entry is dropped, a missing storage keeps nothing and breaks nothing', () => {
  const storage = memory()
  storage.setItem('shiftdesk-chat:a:pending:x', '{')
  expect(new Kept('a', storage).pending()).toEqual([])
  expect(storage.length).toBe(0)
  const none = new Kept('a', null)
  none.put({ id: '1', body: 'x', quoteId: null, atMs: 1 })
  expect([none.pending(), none.token, none.draft]).toEqual([[], null, ''])
})

test.each([
  ['zh-CN', '', 'zh'], ['zh', '', 'zh'], ['en-GB', '', 'en'], ['de', '', 'en'], ['en', 'lang=zh', 'zh'], ['zh-TW', 'lang=en', 'en'], ['en', 'lang=xx', 'en'],
])('language of %s with "%s": %s', (browser, search, language) => {
  expect(chooseLanguage(new URLSearchParams(search), [browser])).toBe(language)
})

test('moments are told as people say them', () => {
  const at = (text: string) => new Date(text).getTime()
  const nowMs = at('2026-11-21T12:00')
  expect(clockText(at('2026-11-21T08:05'), 'zh', nowMs)).toBe('08:05')
  expect(clockText(at('2026-11-22T08:00'), 'zh', nowMs)).toBe('明天 08:00')
  expect(clockText(at('2026-11-20T08:00'), 'en', nowMs)).toBe('yesterday, 08:00')
  expect(clockText(at('2026-11-30T08:00'), 'en', nowMs)).toBe('Nov 30, 08:00')
})
