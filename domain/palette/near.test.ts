import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import type { PaletteEntry } from './entry.ts'
import { PaletteIndex, type Sight } from './palette-index.ts'
import { linesPinyin, pinyinOf } from './pinyin.ts'
import { search } from './search.ts'
import { seedEntry } from './test-library.ts'

const SIGHT: Sight = { nowMs: Date.UTC(2026, 10, 20, 4), stage: null, scene: null, teamIds: [], channelId: null, tier: null }
const BONUS = { byId: new Map<string, number>(), byStage: new Map(), language: null }
const entries = allSeedScripts(SIGHT.nowMs).map(seedEntry).filter(({ validToMs }) => validToMs === null)
const [sample] = entries as [PaletteEntry]
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

function idsOf(index: PaletteIndex, text: string): string[] {
  return search(index, text, SIGHT, BONUS, 1_000).ids
}

function indexOf(titles: Record<string, string>): PaletteIndex {
  const index = new PaletteIndex()
  for (const [id, title] of Object.entries(titles)) put(index, id, title)
  return index
}

function put(index: PaletteIndex, id: string, title: string): void {
  const entry = { ...sample, id, code: null, title, body: '', tags: [], stage: null, scene: null }
  index.put([{ ...entry, pinyin: linesPinyin(entry) }])
}

/** One letter wrong, missing, too many, or two that changed places. */
function mistyped(word: string, how: number, at: number, letter: string): string {
  const rest = word.slice(at + 1)
  const head = word.slice(0, at)
  if (how === 0) return head + letter + rest
  if (how === 1) return head + rest
  if (how === 2) return head + letter + word.charAt(at) + rest
  return head + rest.charAt(0) + word.charAt(at) + rest.slice(1)
}

describe('one typing error in pinyin (S1)', () => {
  // Of every kind, at every place, over the characters of real titles: alone in its library, each is found.
  const titles = entries.map(({ title }) => title.replace(/[^\u4e00-\u9fff]/g, '')).filter(title => title.length >= 3)
  it('is forgiven wherever it is', () => {
    fc.assert(fc.property(
      fc.constantFrom(...titles), fc.nat(), fc.integer({ min: 0, max: 3 }), fc.nat(), fc.constantFrom(...LETTERS), (title, from, how, at, letter) => {
        const start = from % (title.length - 2)
        const spelled = pinyinOf(title).split(' ').slice(start, start + 3).join('')
        if (spelled.length < 8) return
        const typed = mistyped(spelled, how, at % spelled.length, letter)
        expect(idsOf(indexOf({ a: title }), typed), `${title}: ${spelled} as ${typed}`).toEqual(['a'])
      },
    ), { numRuns: 500 })
  })

  it('finds what was put in last, and no more what went', () => {
    const index = indexOf({ a: '退款到账', b: '运费险' })
    expect([idsOf(index, 'tuikaundao'), idsOf(index, 'yunfeixain')]).toEqual([['a'], ['b']])
    put(index, 'a', '换货地址')
    index.remove(['b'])
    put(index, 'c', '退款到账')
    expect([idsOf(index, 'tuikaundao'), idsOf(index, 'yunfeixain'), idsOf(index, 'huanhoudi')]).toEqual([['c'], [], ['a']])
  })

  it('is forgiven in English, Chinese and beside another word', () => {
    const index = indexOf({ a: '退款到账 refund', b: '退款进度', c: '运费险怎么买' })
    expect([idsOf(index, 'refnud'), idsOf(index, '退宽到账'), idsOf(index, '运费显怎么'), idsOf(index, '到账 tuikaun')]).toEqual([['a'], ['a'], ['c'], ['a']])
  })
})

it('the name of a stage that no text has is found by the first search', () => {
  for (const text of ['交班', 'jiaoban', 'handover']) {
    const index = new PaletteIndex()
    index.put([{ ...sample, id: 'a', title: '一', body: '', tags: [], stage: 'handover_give', pinyin: 'yi\n\n\n' }])
    expect(idsOf(index, text), text).toEqual(['a'])
  }
})
