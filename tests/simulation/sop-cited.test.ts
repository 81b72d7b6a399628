// Every rule of the shift has a test whose name cites it: what a test does not name, nobody finds again when the rule changes.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const upTo = (letter: string, last: number): string[] => Array.from({ length: last }, (_, at) => `${letter}${at + 1}`)
/** SOP.md: meal break, handover, their timers, left messages, help, load. */
const RULES = [...upTo('M', 10), ...upTo('H', 8), 'T5', 'T6', 'T11', 'D11', 'D12', 'D17', ...upTo('L', 6)]

/** A quoted string right behind `test(`, `it(`, `describe(` or the `)(` of a table: a name, which may cite rules anywhere. */
const NAME = /(?:\b(?:test|it|describe)|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])+)\1/gu
/** A quoted string in a table or list that begins with rules: the name of a row. */
const ROW = /(['"`])((?:[A-Z]\d{1,2}(?:, |-))*[A-Z]\d{1,2}: (?:\\.|(?!\1)[^\\])+)\1/gu
const RULE = /\b([A-Z])(\d{1,2})(?:-\1(\d{1,2}))?\b/gu

/** The rules that the names of tests in this source cite; `M4-M8` cites all five. Comments and what a test does cite nothing. */
function citedIn(source: string): string[] {
  const names = [NAME, ROW].flatMap((pattern) => [...source.matchAll(pattern)].map(([, , name = '']) => name))
  return [...new Set(names.flatMap((name) => [...name.matchAll(RULE)].flatMap(([, letter = '', first, last]) => {
    const count = Math.max(0, Number(last ?? first) - Number(first)) + 1
    return Array.from({ length: count }, (_, at) => `${letter}${Number(first) + at}`)
  })))].sort()
}

test('every rule of the shift is cited by the name of a test', () => {
  const listed = spawnSync('git', ['ls-files', '*.test.ts', '*.test.tsx'], { cwd: root, encoding: 'utf8' })
  const files = listed.stdout.split('\n').filter((file) => file !== '' && basename(file) !== basename(import.meta.filename))
  expect(files.length).toBeGreaterThan(100)
  const cited = new Set(files.flatMap((file) => citedIn(readFileSync(join(root, file), 'utf8'))))
  expect(RULES.filter((rule) => !cited.has(rule)), 'rules that no test name cites').toEqual([])
})

test('only names cite', () => {
  expect(citedIn(`
    // H1: a comment
    const M1 = 'no name M2'
    test('M3: a test', () => { expect(step).toBe('M4') })
    describe("said at its end (M5, H5)", () => {})
    test.each<[string, number]>([['M6, M7: a row', 1], [\`L1-L3: more\`, 2]])('T5: %s', (_name, given) => { expect(rulesOf('H6')).toEqual(['H7', given]) })
  `)).toEqual(['H5', 'L1', 'L2', 'L3', 'M3', 'M5', 'M6', 'M7', 'T5'])
})
