import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { TimerPolicy } from '../entities/team.ts'
import { figureFaults, figureOf, givenOf, timersFrom, withoutStandards } from './figures.ts'
import { FIGURE_KEYS, FIGURES, PAIRS } from './registry.ts'

test('the timers of the registry are exactly those of a team, with the same standards', () => {
  expect(timersFrom(null)).toEqual(TimerPolicy.parse({}))
  expect(FIGURE_KEYS.filter((key) => FIGURES[key].place === 'timers')).toEqual(expect.arrayContaining(Object.keys(TimerPolicy.shape)))
})

test('every rule of the procedure that names a figure is in the registry', () => {
  const rules = new Set(FIGURE_KEYS.map((key) => FIGURES[key].rule))
  for (const rule of ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T11', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K13', 'K16', 'C2', 'C3', 'C4',
    'D5', 'D7', 'M1', 'M2', 'M3', 'M6', 'H1', 'L1', 'L2', 'N3', 'N4', 'Q1', 'Q4', 'Q5', 'Q11', 'S5']) expect([...rules]).toContain(rule)
})

test('standards are within their range and their pairs hold', () => {
  expect(figureFaults(Object.fromEntries(FIGURE_KEYS.map((key) => [key, FIGURES[key].standard])))).toEqual([])
})

describe('what a team has', () => {
  test('its own value, else the standard', () => {
    expect(figureOf(null, 'firstReplySec')).toBe(15)
    expect(figureOf({ given: { firstReplySec: 20 } }, 'firstReplySec')).toBe(20)
    expect(figureOf({ given: { lengthSeverity: 'note' } }, 'lengthSeverity')).toBe('note')
  })
  test.each([0, -1, 1.5, 86_401, Number.NaN, '20', true])('a value that cannot be (%s) stands for nothing', (value) => {
    expect(figureOf({ given: { firstReplySec: value } }, 'firstReplySec')).toBe(15)
  })
  test('the row of a team goes before what was published, and standards are left out', () => {
    const team = { timers: { ...TimerPolicy.parse({}), firstReplySec: 40 }, returningHours: 24 }
    expect(givenOf(team, { given: { firstReplySec: 20, reviewDays: 30 } })).toEqual({ firstReplySec: 40, reviewDays: 30 })
    expect(withoutStandards({ firstReplySec: 15, holdingSec: 90 })).toEqual({ holdingSec: 90 })
  })
})

describe('what may not be published', () => {
  test.each([
    [{ firstReplySec: 0 }, [{ key: 'firstReplySec', fault: 'range', other: null }]],
    [{ firstReplySec: 'soon' }, [{ key: 'firstReplySec', fault: 'type', other: null }]],
    [{ lengthSeverity: 'shout' }, [{ key: 'lengthSeverity', fault: 'type', other: null }]],
    [{ nonsense: 1 }, [{ key: 'nonsense', fault: 'unknown', other: null }]],
    [{ toString: 1 }, [{ key: 'toString', fault: 'unknown', other: null }]],
    [{ holdingSec: 200 }, [{ key: 'holdingSec', fault: 'pair', other: 'apologySec' }]],
    [{ apologySec: 100 }, [{ key: 'apologySec', fault: 'pair', other: 'holdingSec' }]],
    [{ holdingSec: 200, apologySec: 240 }, []],
    [{ silenceAskSec: 600 }, []],
  ])('%j', (given, faults) => { expect(figureFaults(given)).toEqual(faults) })

  test('pairs compare figures of one unit', () => {
    for (const [low, high] of PAIRS) expect([low, FIGURES[low].unit]).toEqual([low, FIGURES[high].unit])
  })
})

test('no figure counts as in effect that nothing reads, and none as still to come that something reads', () => {
  const root = path.join(import.meta.dirname, '..', '..')
  const sources = ['domain', 'core', 'api', 'renderer', 'db'].flatMap((room) => readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|node_modules/.test(file) && !file.startsWith('figures/') && !/i18n/.test(file))
    .map((file) => readFileSync(path.join(root, room, file), 'utf8')))
  const code = sources.join('\n')
  const read = (key: string): boolean => FIGURES[key as 'reviewDays'].place === 'rules' || FIGURES[key as 'reviewDays'].place === 'later'
    ? new RegExp(`figureOf\\w*\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*'${key}'`).test(code)
    : new RegExp(`\\.${key}\\b|'${key}'`).test(code)
  expect(FIGURE_KEYS.filter((key) => FIGURES[key].place !== 'later' && !read(key))).toEqual([])
  expect(FIGURE_KEYS.filter((key) => FIGURES[key].place === 'later' && read(key))).toEqual([])
})
