import type { SecretKind } from './secret-words.ts'

/** A word of C2 that stands in a text, in units of the text as written. */
export type SecretWord = { kind: SecretKind; start: number; end: number }
const within = (met: SecretWord, outer: SecretWord): boolean => met.start >= outer.start && met.end <= outer.end

/** Beside an asking that names no thing of its own, so that it asks for the one of the sentence before. */
const BARE_BEFORE = /^(?:收到|收到了|然后|的话|直接|麻烦|可以|方便|看到|please|pls|just|then|and|now|ok|could you|can you|[您你妳请請先再就后後了快那好把它\s])*$/iu
const BARE_AFTER = /^(?:一下|就行|就好|谢谢|謝謝|可以|to (?:me|us)|here|over|please|pls|now|thanks|[下给給我们們客服哈啊呀哦呢吧了～~好嗎吗\p{Extended_Pictographic}\ufe0f\s])*$/iu

const ONLY_THE_THING = /^(?:请问|請問|麻烦|麻煩|亲|親|那|您的|你的|和|还有|還有|your|and|the|ok|so|[\s])*$/iu

/**
 * Does the text ask for a password, a code or a card's number, in whatever words? (C2) That is: a secret thing and a way of asking for it in
 * one sentence, or right behind it, and nothing in that clause that warns against it.
 * Goes in: the text as written, the words that stand in it. Comes out: what stands from the asking to the thing asked for, in units of the text.
 */
export function asksForSecrets(text: string, met: readonly SecretWord[]): [number, number][] {
  const of = (kind: SecretKind): SecretWord[] => met.filter(one => one.kind === kind)
  const harmless = of('harmless')
  const things = of('thing').filter(thing => !harmless.some(outer => within(thing, outer)))
  if (things.length === 0) return []
  const excuses = of('noWarning')
  const warnings = of('warning').filter(one => !excuses.some(outer => within(one, outer))).map(one => ({ ...one, clause: clauseOf(text, one.start) }))
  const warned = (at: number): boolean => warnings.some(({ clause }) => clause === clauseOf(text, at))
  const asks = of('ask').filter(ask => !warned(ask.start)).map(one => ({ ...one, sentence: sentenceOf(text, one.start) }))
  for (const thing of things) {
    const clause = clauseOf(text, thing.start)
    if (warnings.some(warning => warning.start < thing.end && warning.clause === clause)) continue
    const sentence = sentenceOf(text, thing.start)
    const near = asks.find(ask => !within(ask, thing) && (ask.sentence === sentence || (ask.sentence === sentence + 1 && isBare(text, ask))))
    if (isQuestion(text, thing)) return [[thing.start, thing.end]]
    if (near) return [[Math.min(thing.start, near.start), Math.max(thing.end, near.end)]]
  }
  return []
}

const CLAUSE = /[，。！？；,!?;\n]|\.\s/g

function isBare(text: string, { start, end }: SecretWord): boolean {
  return BARE_BEFORE.test(text.slice(0, start).split(CLAUSE).at(-1) ?? '') && BARE_AFTER.test((text.slice(end).split(CLAUSE)[0] ?? '').replace(/\.$/, ''))
}

/** "The code is?", or nothing but the thing's name and a question mark. */
function isQuestion(text: string, { start, end }: SecretWord): boolean {
  const before = text.slice(0, start).split(CLAUSE).at(-1) ?? ''
  const after = text.slice(end)
  return (/^\s*(?:是|为|為|呢|is)\s*[?？]/iu.test(after) && !/[没沒不]/u.test(before)) || (/^\s*[?？]/u.test(after) && ONLY_THE_THING.test(before))
}

function countBefore(text: string, at: number, marks: RegExp): number {
  return text.slice(0, at).match(marks)?.length ?? 0
}

function sentenceOf(text: string, at: number): number {
  return countBefore(text, at, /[。！？!?\n]|\.\s/g)
}

function clauseOf(text: string, at: number): number {
  return countBefore(text, at, CLAUSE)
}
