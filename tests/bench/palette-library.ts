import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import type { PaletteEntry } from '../../domain/palette/entry.ts'
import { EVERYBODY } from '../../domain/entities/script.ts'
import { isHan } from '../../domain/palette/fold.ts'
import { pinyinOf } from '../../domain/palette/pinyin.ts'
import type { Random } from '../../domain/ports.ts'
import { plainBody } from '../../domain/scripts/variables.ts'

/** A source of numbers that is the same in each run (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const THINGS = ['毛衣', '开衫', '围巾', '羽绒服', '衬衫', '长裙', '童装', '床单', '耳机', '充电宝', '台灯', '茶具', '面膜', '奶粉', '跑鞋', '背包', '手表', '雨伞', '行李箱', '电饭锅']
const PLACES = ['重庆', '上海', '广州', '成都', '哈尔滨', '拉萨', '银行', '驿站', '门卫', '仓库', '海外仓', '柜台']

/** Clauses of the seeded scripts put together anew: a library as a shop of many years has it, about one in eight in English. */
export function generatedLibrary(size: number): PaletteEntry[] {
  const random = seeded(20_261_122)
  const seeds = allSeedScripts(0)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const clauses = seeds.filter(({ lang }) => lang === 'zh').flatMap(({ body }) => plainBody(body).split(/[，。？！：、]/).filter(part => part.length > 3))
  const sentences = seeds.filter(({ lang }) => lang === 'en').flatMap(({ body }) => plainBody(body).split(/(?<=[.?!])\s/).filter(part => part.length > 5))
  const chinese = seeds.filter(({ lang }) => lang === 'zh')
  const english = seeds.filter(({ lang }) => lang === 'en')
  const known = new Map<string, string>()
  const reading = (text: string): string => {
    const parts = text.split(/([，。？ ])/).filter(part => part !== '')
    return parts.map(part => {
      const made = known.get(part) ?? pinyinOf(part)
      known.set(part, made)
      return made
    }).filter(part => part !== '').join(' ')
  }
  return Array.from({ length: size }, (_, i): PaletteEntry => {
    const inEnglish = random() < 0.125
    const seed = pick(inEnglish ? english : chinese)
    const title = inEnglish ? `${seed.title} ${pick(english).title.toLowerCase()}` : `${pick(THINGS)} ${seed.title} ${pick(PLACES)}`
    const body = inEnglish ? [pick(sentences), pick(sentences)].join(' ')
      : `${[pick(clauses), pick(clauses), pick(THINGS), pick(clauses), pick(clauses), pick(PLACES)].join('，')}。`
    const tags = [...seed.tags, pick(THINGS)]
    return {
      id: `s${i}`, code: `${seed.code.slice(0, 2)}${i}`, title, body, tags, stage: seed.stage, scene: seed.scene, language: seed.lang, validFromMs: null,
      validToMs: null, audience: EVERYBODY, personal: false, pinyin: [title, body, tags.join(' '), seed.scene ?? ''].map(reading).join('\n'),
    }
  })
}

/** What agents type, of every kind, about what is there; some of it is nowhere. */
export function generatedQueries(library: readonly PaletteEntry[], count: number): string[] {
  const random = seeded(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const chinese = library.filter(({ language }) => language === 'zh')
  const english = library.filter(({ language }) => language === 'en')
  const cut = (text: string, least: number, most: number): string => {
    const length = least + Math.floor(random() * (most - least + 1))
    const plain = [...text].filter(one => isHan(one.charCodeAt(0))).join('')
    const at = Math.floor(random() * Math.max(1, plain.length - length))
    return plain.slice(at, at + length)
  }
  const syllables = (text: string): string[] => pinyinOf(text).split(' ')
  const wrong = (text: string): string => {
    const at = 1 + Math.floor(random() * Math.max(1, text.length - 2))
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  }
  const kinds: (() => string)[] = [
    () => cut(pick(chinese).body, 1, 1), () => cut(pick(chinese).title, 2, 2), () => cut(pick(chinese).body, 2, 4), () => cut(pick(chinese).title, 3, 6),
    () => syllables(cut(pick(chinese).title, 2, 4)).join(''), () => syllables(cut(pick(chinese).body, 2, 3)).join(''),
    () => syllables(cut(pick(chinese).title, 2, 5)).map(one => one[0]).join(''),
    () => cut(pick(chinese).title, 1, 1) + syllables(cut(pick(chinese).title, 1, 1)).join(''),
    () => `${cut(pick(chinese).title, 2, 2)} ${pick(THINGS)}`, () => pick(library).code ?? 'tk', () => pick(pick(english).title.split(' ')).slice(0, 4),
    () => wrong(syllables(cut(pick(chinese).title, 3, 4)).join('')), () => `${cut(pick(chinese).title, 3, 3)}${pick(['仗', '飞', '漂', '素'])}`,
    () => pick(['鑫淼焱垚', 'qwxzv', '紫气东来', 'zzzzzz']),
  ]
  return Array.from({ length: count }, (_, i) => (kinds[i % kinds.length] as () => string)()).filter(text => text !== '')
}
