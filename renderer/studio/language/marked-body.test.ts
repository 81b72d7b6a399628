import { expect, test } from 'vitest'
import { markedParts } from './marked-body.ts'

const shown = (text: string, spans: [number, number][]) => markedParts(text, spans).map(part => part.marked ? `[${part.text}]` : part.text).join('')

test.each([
  ['我不知道呀', [[1, 4]], '我[不知道]呀'], ['ab', [], 'ab'], ['', [[0, 3]], ''], ['abcd', [[2, 9]], 'ab[cd]'],
  ['abcdef', [[3, 5], [0, 2]], '[ab]c[de]f'], ['abcdef', [[0, 3], [2, 4]], '[abc][d]ef'],
] as [string, [number, number][], string][])('%s %j', (text, spans, marked) => { expect(shown(text, spans)).toBe(marked) })
