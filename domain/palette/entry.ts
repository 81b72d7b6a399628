import { EVERYBODY } from '../entities/script.ts'
import type { Audience, Knowledge, Script, ScriptStage } from '../entities/script.ts'
import type { Language } from '../entities/scalars.ts'
import { plainBody } from '../scripts/variables.ts'
import { knowledgeBody } from './pinyin.ts'

/** What the palette's index takes of a script or knowledge entry. */
export type PaletteEntry = {
  id: string
  code: string | null
  title: string
  /** As it reads: variables by their fallbacks; of a knowledge entry also cases and mistakes. */
  body: string
  tags: readonly string[]
  stage: ScriptStage | null
  scene: string | null
  language: Language
  validFromMs: number | null
  validToMs: number | null
  audience: Audience
  personal: boolean
  /** Readings of title, body, tags and scene, a line each (domain/palette/pinyin.ts). */
  pinyin: string
}

export function scriptEntry(script: Script): PaletteEntry {
  const { id, code, title, tags, stage, scene, language, validFromMs, validToMs, audience, pinyin } = script
  const personal = script.personId !== null
  return {
    id, code, title, body: plainBody(script.body), tags, stage, scene, language, validFromMs, validToMs, pinyin, personal,
    audience: personal ? EVERYBODY : audience,
  }
}

/** A knowledge entry is found as a script is: its question is the title. (S4) */
export function knowledgeEntry(knowledge: Knowledge): PaletteEntry {
  const { id, question, tags, scene, language, validFromMs, validToMs, audience, pinyin } = knowledge
  return {
    id, code: null, title: question, body: knowledgeBody(knowledge), tags, stage: null, scene, language, validFromMs, validToMs, audience, pinyin,
    personal: false,
  }
}
