import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import type { PaletteEntry } from './entry.ts'
import { fold } from './fold.ts'
import { PaletteIndex, type Sight } from './palette-index.ts'
import { linesPinyin, pinyinOf } from './pinyin.ts'
import { search } from './search.ts'
import { seedEntry } from './test-library.ts'

const SIGHT: Sight = { nowMs: Date.UTC(2026, 10, 20, 4), stage: null, scene: null, teamIds: [], channelId: null, tier: null }
const BONUS = { byId: new Map<string, number>(), byStage: new Map(), language: null }
const entries = allSeedScripts(SIGHT.nowMs).map(seedEntry).filter(({ validToMs }) => validToMs === null)
const [sample] = entries as [PaletteEntry]
const idsOf = (index: PaletteIndex, text: string): string[] => search(index, text, SIGHT, BONUS, 1_000).ids
const plain = (all: readonly PaletteEntry[], text: string): string[] =>
  all.filter(({ title, body, tags, code }) => [title, body, tags.join(' '), code ?? ''].some(field => field.includes(text))).map(({ id }) => id)

// What a plain `includes` scan finds, the palette finds: for any text, also rubbish, whatever was put in, changed and taken out before.
const signs = fc.constantFrom(...'退款貨运费ＴＫtk01 aE,，。é{}|-𠮷\n\u3000😀')
const texts = fc.oneof(fc.array(signs, { maxLength: 12 }).map(parts => parts.join('')), fc.string({ unit: 'binary', maxLength: 12 }))
const some = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: texts, body: texts, tag: texts, code: texts })

it('loses nothing that a plain scan finds, after any changes', () => {
  fc.assert(fc.property(fc.array(some, { maxLength: 12 }), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }), fc.nat(), (made, gone, cut) => {
    const index = new PaletteIndex()
    const last = new Map<string, PaletteEntry>()
    for (const { id, title, body, tag, code } of made) {
      const entry = { ...sample, id, title, body, tags: [tag], code }
      last.set(id, { ...entry, pinyin: linesPinyin(entry) })
      index.put([last.get(id) as PaletteEntry])
    }
    index.remove(gone)
    for (const id of gone) last.delete(id)
    const all = [...last.values()]
    for (const { title, body } of all) {
      for (const field of [title, body]) {
        const at = cut % (field.length + 1)
        const text = field.slice(at, at + 1 + cut % 4).trim()
        if (text !== '') expect(idsOf(index, text)).toEqual(expect.arrayContaining(plain(all, text)))
      }
    }
  }), { numRuns: 400 })
})

it('loses nothing of the seeded scripts', () => {
  const index = new PaletteIndex()
  index.put(entries)
  fc.assert(fc.property(fc.constantFrom(...entries), fc.nat(), fc.integer({ min: 1, max: 8 }), ({ body, title }, at, length) => {
    for (const field of [title, body]) {
      const text = field.slice(at % field.length, at % field.length + length).trim()
      if (text !== '') expect(idsOf(index, text)).toEqual(expect.arrayContaining(plain(entries, text)))
    }
  }), { numRuns: 300 })
})

it('folds without moving anything', () => {
  expect([fold('ＴＫ０１　退貨、運費'), fold('abc')]).toEqual(['tk01 退货,运费', 'abc'])
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => { expect(fold(text)).toHaveLength(text.length) }))
})

it('reads words right', () => {
  const read = ['重庆', '银行', '退还', '重发', '没收到', '差价', '便宜', '退貨']
  expect(read.map(pinyinOf)).toEqual(['chong qing', 'yin hang', 'tui huan', 'chong fa', 'mei shou dao', 'cha jia', 'pian yi', 'tui huo'])
})

it('the exact code goes first, and readings that do not fit are made again', () => {
  const index = new PaletteIndex()
  index.put(entries.map(entry => ({ ...entry, pinyin: entry.id === 'tk01' ? 'old' : entry.pinyin })))
  expect([idsOf(index, 'tk03')[0], idsOf(index, 'tkdz')[0]]).toEqual(['tk03', 'tk01'])
})
