import type { FigureValue } from '../entities/release.ts'
import type { TimerPolicy } from '../entities/team.ts'
import { FIGURE_KEYS, FIGURES, PAIRS } from './registry.ts'
import type { Figure, FigureKey, FigureOf } from './registry.ts'

/** What a team has set; no row = nothing. */
export type Given = { readonly given: Readonly<Record<string, FigureValue>> } | null | undefined

export const isFigureKey = (key: string): key is FigureKey => Object.hasOwn(FIGURES, key)

const SEVERITIES: readonly unknown[] = ['block', 'warn', 'note']

/** What is wrong with a value alone: of the wrong kind, or out of its range; null = nothing. */
function faultOf({ unit, standard, min, max }: Figure, value: unknown): 'type' | 'range' | null {
  if (unit === 'severity') return SEVERITIES.includes(value) ? null : 'type'
  if (typeof standard === 'boolean') return typeof value === 'boolean' ? null : 'type'
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'type'
  return value < min || value > max ? 'range' : null
}

/** A team's figure in its own unit (`FIGURES[key].unit`): what the team has set, else the standard. A value that cannot be stands for nothing. */
export function figureOf<K extends FigureKey>(figures: Given, key: K): FigureOf<K> {
  const given = figures?.given[key]
  return given !== undefined && faultOf(FIGURES[key], given) === null ? given as FigureOf<K> : FIGURES[key].standard
}

/** Something that may not be published. pair: it must not be greater (`other` comes later) or smaller than `other`. */
export type FigureFault = { key: string; fault: 'unknown' | 'type' | 'range' | 'pair'; other: FigureKey | null }

/** @returns what is wrong with these figures, in the order of the registry; standards stand for what is not given */
export function figureFaults(given: Readonly<Record<string, FigureValue>>): FigureFault[] {
  const faults: FigureFault[] = []
  for (const key of Object.keys(given)) {
    if (!isFigureKey(key)) faults.push({ key, fault: 'unknown', other: null })
  }
  for (const key of FIGURE_KEYS) {
    const value = given[key]
    const fault = value === undefined ? null : faultOf(FIGURES[key], value)
    if (fault) faults.push({ key, fault, other: null })
  }
  for (const [low, high] of PAIRS) {
    if (figureOf({ given }, low) <= figureOf({ given }, high)) continue
    // The one that was changed is to be mended; of two the first.
    if (given[low] === undefined) faults.push({ key: high, fault: 'pair', other: low })
    else faults.push({ key: low, fault: 'pair', other: high })
  }
  return faults
}

const TIMER_KEYS = FIGURE_KEYS.filter((key) => FIGURES[key].place === 'timers') as (keyof TimerPolicy)[]

/** The timers of a team that has set these figures. */
export function timersFrom(figures: Given): TimerPolicy {
  return Object.fromEntries(TIMER_KEYS.map((key) => [key, figureOf(figures, key)])) as TimerPolicy
}

/** Only what differs from the standard. */
export function withoutStandards(given: Readonly<Record<string, FigureValue>>): Record<string, FigureValue> {
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => !isFigureKey(key) || FIGURES[key].standard !== value))
}

/** What a team has in effect: what was set in its row (the set-up of a shop does so, too) goes before the figures that were published. */
export function givenOf(team: { timers: Partial<TimerPolicy>; returningHours: number }, figures: Given): Record<string, FigureValue> {
  return withoutStandards({ ...figures?.given, ...team.timers, returningHours: team.returningHours })
}
