import { fold } from './fold.ts'

/** Right before a promise: it is not made. "不敢打包票", "不能百分百". */
const BEFORE = /(?:不敢|不能|没法|无法|没办法|不好|不便|难以|谈不上|算不上|做不到|不可能|并非|不是|并不|谁也不敢|没人敢|不想)(?:跟|给|向|对|和|你|大家|打|说|讲|承诺|保证|拍|现在|完全|就|也|轻易|随便|这么|任何|有|用|写|是|能){0,4}$/u
/** Behind it in the clause: it is not said. "全网最低不敢说", "最低价没法保证". */
const AFTER = /^.{0,8}?(?:不敢|没法|没办法|不能|无法|不好|不便|谈不上|算不上|没人敢|谁也不敢)(?:跟|给|向|对|你|随便|轻易|就|乱|这么|打){0,3}(?:说|讲|保证|承诺|包票|担保|答应|确定|吹|写)/u
const BEFORE_EN = /\b(?:can['’]?t|cannot|can not|won['’]?t|wouldn['’]?t|couldn['’]?t|don['’]?t|do not|not|never|no one|nobody|unable to)\b[^,.;!?]*\b(?:promise|guarantee|say|claim|swear|assure|call it)\b[^,.;!?]*$/i
const NOT_EN = /(?:\bnot|n['’]t)\s+(?:(?:quite|exactly|always|really|necessarily|going to be)\s+)?$/i

const CLAUSE = /[，。！？；,!?;\n]|\.\s/
/** A denial further away says something about other words. */
const NEAR = 60

/** Does the clause say that the promise between these places of the text is not made? (C3) */
export function isDenied(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start).split(CLAUSE).at(-1) ?? ''
  const after = text.slice(end, end + NEAR).split(CLAUSE)[0] ?? ''
  return BEFORE_EN.test(before) || NOT_EN.test(before) || BEFORE.test(fold(before).units) || AFTER.test(fold(after).units)
}
