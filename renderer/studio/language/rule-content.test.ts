import { describe, expect, test } from 'vitest'
import { LanguageRuleContent, LanguageRuleId, Severity } from '../../../domain/entities/language-rule.ts'
import { BLANK_RULE, duplicateOf, fitting, linesOf, LONGEST, MOST, NO_FILTER, rowsOf, RULE_IDS, ruleFault, ruleOf, SEVERITIES } from './rule-content.ts'

const item = (id: string, change: object, draft?: object) => ({
  id, live: { ...BLANK_RULE, wordings: ['不知道'], id, version: 1, updatedAtMs: 0, ...change }, liveVersion: 1,
  drafts: draft ? [{ content: { ...BLANK_RULE, ...draft }, mine: true } as never] : [],
})

test('lists kept beside the schema are those of the schema', () => {
  expect([...RULE_IDS]).toEqual(LanguageRuleId.options)
  expect([...SEVERITIES]).toEqual(Severity.options)
  const full = { ...BLANK_RULE, wordings: Array.from({ length: MOST }, (_, n) => `${n}`.padEnd(LONGEST, 'x')) }
  expect(LanguageRuleContent.safeParse(full).success).toBe(true)
  const brackets = (choices: string) => LanguageRuleContent.safeParse({ ...BLANK_RULE, wordings: [choices] }).success
  expect([brackets('(a/b/c/d/e/f/g/h)(a/b/c/d/e)(a/b/c/d/e/f)'), brackets('(a/b/c/d/e/f/g/h)(a/b/c/d/e/f)(a/b/c/d/e/f)')]).toEqual([true, false])
  expect(ruleFault(full)).toBeNull()
})

test('rubbish in a draft is as in an empty rule', () => {
  expect(ruleOf({ rule: 'X', severity: 3, wordings: 'a', exceptions: [1, 'b'], positive: '', active: 'yes' })).toEqual({ ...BLANK_RULE, exceptions: ['b'] })
})

test.each([
  [{ wordings: [] }, { kind: 'needed' }],
  [{ wordings: [' '] }, { kind: 'needed' }],
  [{ wordings: Array.from({ length: 61 }, (_, n) => `w${n}`) }, { kind: 'too_many', field: 'wordings' }],
  [{ wordings: ['a', '(a/b/c/d/e/f/g/h)(a/b/c/d/e/f)(a/b/c/d/e/f)'] }, { kind: 'too_many_spellings', field: 'wordings', line: 2 }],
  [{ wordings: ['a'], exceptions: ['b', 'x'.repeat(61)] }, { kind: 'too_long', field: 'exceptions', line: 2 }],
])('not to be published: %j', (change, fault) => { expect(ruleFault({ ...BLANK_RULE, ...change })).toEqual(fault) })

test('lines: trimmed, once each', () => { expect(linesOf(' 不知道\n\n不清楚 \n不知道')).toEqual(['不知道', '不清楚']) })

describe('the list', () => {
  const rows = rowsOf([item('b', { rule: 'D15' }), item('a', { rule: 'C1', wordings: ['没办法'] }, { rule: 'C1', wordings: ['没辙'], active: false }), item('c', { rule: 'C2', language: 'en', wordings: ['PIN'] })])
  test('by rule; my draft stands for what is live', () => { expect(rows.map(({ item: { id }, content }) => `${id} ${content.wordings[0] ?? ''}`)).toEqual(['a 没辙', 'c PIN', 'b 不知道']) })
  test.each([
    [{ text: 'ｐｉｎ' }, ['c']], [{ text: '没辙' }, ['a']], [{ rule: 'D15' }, ['b']], [{ language: 'en' }, ['c']], [{ state: 'off' as const }, ['a']], [{ state: 'drafts' as const }, ['a']],
    [{ state: 'on' as const }, ['c', 'b']], [{ text: 'zzz' }, []], [{ severity: 'block' }, []],
  ])('filtered by %j', (filter, ids) => { expect(fitting(rows, { ...NO_FILTER, ...filter }).map(({ item: { id } }) => id)).toEqual(ids) })
  test('a wording that another rule has', () => {
    expect(duplicateOf(rows, 'new', { ...BLANK_RULE, wordings: ['x', '不知道'] })).toEqual({ words: '不知道', other: '不知道' })
    expect(duplicateOf(rows, 'b', { ...BLANK_RULE, wordings: ['不知道'] })).toBeNull()
  })
})
