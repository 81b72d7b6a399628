import { pinyin } from 'pinyin-pro'

/**
 * The reading of a text, made once when it is saved and stored beside it: a syllable a Chinese character, without tones, the
 * readings of words right (重庆 chong qing); other characters stand as they are. (S1)
 * Goes in: any text. Comes out: lower-case syllables and characters parted by spaces.
 */
export function pinyinOf(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true }).join(' ').toLowerCase()
}

/** The readings of a script, title first: what the palette finds it by. */
export function scriptPinyin({ title, body, tags, scene }: { title: string; body: string; tags: readonly string[]; scene: string | null }): string {
  return [title, body, tags.join(' '), scene ?? ''].map(pinyinOf).join('\n')
}

/** The same of a knowledge entry. */
export function knowledgePinyin({ question, solution, tags, scene }: { question: string; solution: string; tags: readonly string[]; scene: string | null }): string {
  return scriptPinyin({ title: question, body: solution, tags, scene })
}
