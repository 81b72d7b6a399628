import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import type { PaletteEntry } from './entry.ts'
import { marksOf } from './marks.ts'
import { PaletteIndex, type Sight } from './palette-index.ts'
import { linesPinyin } from './pinyin.ts'
import { search } from './search.ts'
import { seedEntry } from './test-library.ts'

const SIGHT: Sight = { nowMs: Date.UTC(2026, 10, 20, 4), stage: null, scene: null, teamIds: ['t'], channelId: 'c', tier: 'gold' }
const seeds = allSeedScripts(SIGHT.nowMs).map(seedEntry)
const [sample] = seeds as [PaletteEntry]

/** More than two blocks of them, in the words of the seeded scripts. */
const library = Array.from({ length: 600 }, (_, i): PaletteEntry => {
  const seed = seeds[i % seeds.length] as PaletteEntry
  const audience = i % 7 === 0 ? { teamIds: i % 2 === 0 ? ['t'] : ['u'], channelIds: [], tiers: [] } : seed.audience
  return { ...seed, id: `s${i}`, code: `${seed.code?.slice(0, 2)}${i % 300}`, audience }
})
const queries = [
  'tk', 'to', 'sh', 'a', '退', '退款', 'tuikuan', 'tkjd', '退kuan', 'refund', 'order nu', 'refnud', '退宽到账', 'tuikaundao', 'kc12', '交班', 'shouhou 换', 'xi\'an',
  '请问你们家的开衫会不会起球呢', 'chan', '0',
]

function answers(index: PaletteIndex, used: ReadonlyMap<string, number>): unknown[] {
  return queries.map(text => {
    const { ids, total, how, words } = search(index, text, SIGHT, { byId: used, byStage: new Map([['care', 5]]), language: 'zh' }, 20)
    return [text, how, total, ids.map(id => {
      const place = index.entry(id)
      return [id, place && marksOf(place, words)]
    })]
  })
}

// Invariant: an index that was changed many times answers as one made anew of the same entries.
it('answers as one made anew, after any changes', () => {
  const some = fc.array(fc.nat(library.length - 1), { maxLength: 300 })
  fc.assert(fc.property(some, some, some, fc.nat(), (first, changed, gone, turn) => {
    const index = new PaletteIndex()
    const now = new Map<string, PaletteEntry>()
    const put = (entries: PaletteEntry[]): void => {
      index.put(entries)
      for (const entry of entries) now.set(entry.id, entry)
    }
    put(first.map(i => library[i] as PaletteEntry))
    put(library)
    put(changed.map(i => {
      const other = library[(i + turn) % library.length] as PaletteEntry
      return { ...other, id: `s${i}` }
    }))
    index.remove(gone.map(i => `s${i}`))
    for (const i of gone) now.delete(`s${i}`)
    const anew = new PaletteIndex()
    anew.put([...now.values()])
    const used = new Map([...now.keys()].filter((_, i) => i % 9 === 0).map((id, i) => [id, i % 20]))
    expect(index.size).toBe(now.size)
    expect(answers(index, used)).toEqual(answers(anew, used))
  }), { numRuns: 12 })
})

it('the last of several with one id counts', () => {
  const index = new PaletteIndex()
  index.put([{ ...sample, id: 'a', title: '月亮裙' }, { ...sample, id: 'b' }, { ...sample, id: 'a', title: '星星裙' }].map(entry => ({ ...entry, pinyin: linesPinyin(entry) })))
  const found = (text: string): string[] => search(index, text, SIGHT, { byId: new Map(), byStage: new Map(), language: null }, 9).ids
  expect([index.size, found('月亮'), found('星星')]).toEqual([2, [], ['a']])
})

it('readings that fit only at first leave nothing behind', () => {
  // 㐀 has no reading; the stored ones are those of other characters, and too many.
  const entry = { ...sample, id: 'a', code: null, title: '㐀款', body: '', tags: [], stage: null, scene: null, pinyin: 'tui kuan dao\n\n\n' }
  const index = new PaletteIndex()
  index.put([entry])
  const found = (text: string): number => search(index, text, SIGHT, { byId: new Map(), byStage: new Map(), language: null }, 9).total
  expect([found('kuan'), found('tuikuan'), found('tk')]).toEqual([1, 0, 0])
})

it('a word longer than any number of bits is looked for as every other', () => {
  const title = '退款到账要多久才能到我的支付宝账户里面去呢请问一下'
  const index = new PaletteIndex()
  const entry = { ...sample, id: 'a', code: null, title, body: '' }
  const pinyin = linesPinyin(entry)
  index.put([{ ...entry, pinyin }])
  const syllables = (pinyin.split('\n')[0] ?? '').split(' ')
  const spelled = syllables.join('')
  const initials = syllables.map(syllable => syllable.charAt(0)).join('')
  for (const text of [spelled.slice(0, 31), spelled.slice(0, 32), spelled.slice(0, 33), spelled.slice(0, 64), spelled, initials]) {
    const { ids, how, words } = search(index, text, SIGHT, { byId: new Map(), byStage: new Map(), language: null }, 9)
    expect([text, how, ids]).toEqual([text, 'found', ['a']])
    const place = index.entry('a')
    const [mark] = place ? marksOf(place, words).title : []
    expect(mark?.[1], text).toBeGreaterThan(8)
  }
})
