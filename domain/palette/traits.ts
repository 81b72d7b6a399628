import type { Language } from '../entities/scalars.ts'
import { ScriptStage } from '../entities/script.ts'
import type { PaletteEntry } from './entry.ts'

// What a search asks of every entry it found, in one byte each: thousands of times a key, so not of thousands of objects.

/** Has Chinese characters, so that it may be spelled. */
export const HAN = 1
/** Is not for everybody at any time: dates, teams, channels or tiers are asked. */
export const HELD = 2
const ENGLISH = 4
const STAGE = 3
/** The language and stage of a byte, for a table by both. */
export const KIND = 2
export const KINDS = 256 >> KIND

/** In the order of their numbers. */
export const STAGES: readonly (ScriptStage | null)[] = [null, ...ScriptStage.options]

/** @returns the number of a stage; 0 = none */
export function stageNumber(stage: ScriptStage | null): number {
  return STAGES.indexOf(stage)
}

export function traitsOf({ stage, language, validFromMs, validToMs, audience }: PaletteEntry, han: boolean): number {
  const held = validFromMs !== null || validToMs !== null || audience.teamIds.length + audience.channelIds.length + audience.tiers.length > 0
  return (han ? HAN : 0) | (held ? HELD : 0) | (language === 'en' ? ENGLISH : 0) | (stageNumber(stage) << STAGE)
}

/** @returns the stage's number */
export function stageOf(traits: number): number {
  return traits >> STAGE
}

/** @returns what each language and stage brings, by the byte's upper bits (KIND) */
export function worthOfKinds(worth: (stage: ScriptStage | null, language: Language) => number): Float64Array {
  return Float64Array.from({ length: KINDS }, (_, kind) => worth(STAGES[stageOf(kind << KIND)] ?? null, ((kind << KIND) & ENGLISH) > 0 ? 'en' : 'zh'))
}

const FIRST_SIGNS = 6

/** @returns a number that is in the order of the codes by their first signs; of codes with the same number the texts decide */
export function orderOf(code: string): number {
  let order = 0
  for (let i = 0; i < FIRST_SIGNS; i++) order = order * 256 + (i < code.length ? Math.min(255, code.charCodeAt(i)) : 0)
  return order
}
