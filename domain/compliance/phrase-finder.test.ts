import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { PhraseFinder } from './phrase-finder.ts'

const found = (phrases: readonly string[], text: string): string[] => new PhraseFinder(phrases).find(fold(text)).map(({ phrase, start }) => `${start} ${phrases[phrase] ?? ''}`).sort()

/** What stands where, looked for place by place. */
function plainly(phrases: readonly string[], text: string): string[] {
  const { units } = fold(text)
  return phrases.flatMap(phrase => phrase === '' ? [] : [...units].flatMap((_, at) => units.startsWith(phrase, at) ? [`${at} ${phrase}`] : [])).sort()
}

test('phrases of one, two and more units stand where they stand, overlapping and at both ends', () => {
  expect(found(['哼', '保证', '不知道', '知道了'], '哼，我不知道了，保证')).toEqual(['0 哼', '2 不知道', '3 知道了', '6 保证'])
  expect(found(['不知道'], '我知道不了')).toEqual([])
  expect(found([], '不知道')).toEqual([])
  expect(found(['不知道'], '')).toEqual([])
})

test('invariant: it finds what a plain scan finds, and nothing else', () => {
  const letters = fc.constantFrom(...'不知道好的ab')
  const words = (max: number) => fc.array(letters, { maxLength: max }).map(parts => parts.join(''))
  fc.assert(fc.property(fc.uniqueArray(words(5), { maxLength: 12 }), words(40), (phrases, text) => {
    expect(found(phrases, text)).toEqual(plainly(phrases, text))
  }), { numRuns: 400 })
})
