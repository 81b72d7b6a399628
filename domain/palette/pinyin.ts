import { customPinyin, pinyin } from 'pinyin-pro'
import type { KnowledgeCase } from '../entities/script.ts'
import { plainBody } from '../scripts/variables.ts'
import { fold, isHan } from './fold.ts'

/** Words of the trade whose reading the library's dictionary gets wrong. */
const READINGS = {
  还款: 'huan kuan', 还货: 'huan huo', 还清: 'huan qing', 寄还: 'ji huan', 返还: 'fan huan', 退还: 'tui huan', 重发: 'chong fa', 重寄: 'chong ji',
  重拍: 'chong pai', 重下: 'chong xia', 重开: 'chong kai', 重装: 'chong zhuang', 重补: 'chong bu', 重打: 'chong da', 重付: 'chong fu', 没收到: 'mei shou dao',
  调货: 'diao huo', 调换: 'diao huan', 调拨: 'diao bo', 调仓: 'diao cang', 调包: 'diao bao', 穿着: 'chuan zhe', 长款: 'chang kuan', 身长: 'shen chang',
  衣长: 'yi chang', 裙长: 'qun chang', 裤长: 'ku chang', 袖长: 'xiu chang', 长袖: 'chang xiu', 藏青: 'zang qing', 单薄: 'dan bo', 得等: 'dei deng', 卡其: 'ka qi',
  怕扎: 'pa zha', 扎人: 'zha ren', 扎脖子: 'zha bo zi', 起卷: 'qi juan', 卷边: 'juan bian', 种类: 'zhong lei', 空白: 'kong bai', 发件: 'fa jian',
  行业: 'hang ye', 同行: 'tong hang', 开户行: 'kai hu hang', 支行: 'zhi hang', 两行: 'liang hang', 一行字: 'yi hang zi', 没货: 'mei huo', 还价: 'huan jia',
  差评: 'cha ping', 补差: 'bu cha', 差额: 'cha e', 称重: 'cheng zhong', 偏重: 'pian zhong', 克重: 'ke zhong', 毛重: 'mao zhong', 净重: 'jing zhong',
}
/** As isHan. */
const HAN = /[\u4e00-\u9fff\u3400-\u4dbf\u3007]/
let ready = false
/** Syllables without their tones; there are some 1,500. The library's own way without tones takes as long again as its reading. */
const plain = new Map<string, string>()

function plainSyllable(syllable: string): string {
  const known = plain.get(syllable)
  if (known !== undefined) return known
  const letters = syllable.normalize('NFD').replaceAll('u\u0308', 'v').replace(/\p{M}/gu, '')
  const made = /^[a-z]+$/.test(letters) ? letters : '-'
  plain.set(syllable, made)
  return made
}

/**
 * The reading of a text, made once when it is saved and stored beside it: a syllable for each Chinese character, without tones, the
 * readings of words right (重庆 chong qing, 银行 yin hang, 退还 tui huan). (S1)
 * Goes in: a text, also traditional. Comes out: small syllables parted by spaces, as many as `isHan` finds characters; "-" where none is known.
 */
export function pinyinOf(text: string): string {
  if (!ready) customPinyin(READINGS)
  ready = true
  const folded = fold(text)
  if (!HAN.test(folded)) return ''
  const characters = [...folded]
  const read = pinyin(folded, { type: 'array' })
  const syllables: string[] = []
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? ''
    if (character.length > 1 || !isHan(character.charCodeAt(0))) continue
    syllables.push(plainSyllable((read.length === characters.length ? read[i] : pinyin(character)) ?? ''))
  }
  return syllables.join(' ')
}

/** What is found of a script, a line each: title, body as an agent reads it, tags, scene. */
type Readable = { title: string; body: string; tags: readonly string[]; scene: string | null }

/** The readings of a script, a line each for title, body (variables by their fallbacks), tags, scene: what the palette finds it by. */
export function scriptPinyin({ title, body, tags, scene }: Readable): string {
  return linesPinyin({ title, body: plainBody(body), tags, scene })
}

/** @returns solution, cases and usual mistakes of a knowledge entry as one text to find it by; the solution stands first */
export function knowledgeBody({ solution, cases, mistakes }: {
  solution: string; cases: readonly Pick<KnowledgeCase, 'title' | 'solution'>[]; mistakes: readonly string[]
}): string {
  return [plainBody(solution), ...cases.flatMap(({ title, solution: answer }) => [title, plainBody(answer)]), ...mistakes].join('\n')
}

/** The same of a knowledge entry: question, then solution, cases and mistakes, tags, scene. */
export function knowledgePinyin({ question, tags, scene, ...rest }: {
  question: string; tags: readonly string[]; scene: string | null
} & Parameters<typeof knowledgeBody>[0]): string {
  return linesPinyin({ title: question, body: knowledgeBody(rest), tags, scene })
}

/** @returns the readings of what the index holds as it stands, for rows that were stored without or with other ones */
export function linesPinyin({ title, body, tags, scene }: Readable): string {
  return [title, body, tags.join(' '), scene ?? ''].map(pinyinOf).join('\n')
}
