import type { KnowledgeContent, ScriptContent } from '../../domain/entities/script.ts'
import { EVERYBODY } from './plain-content.ts'

export const BLANK_SCRIPT: ScriptContent = {
  code: '', stage: 'opening', scene: null, title: '', body: '', language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null,
  campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null,
}
export const BLANK_KNOWLEDGE: KnowledgeContent = {
  question: '', solution: '', scene: null, language: 'zh', tags: [], cases: [], mistakes: [], pictureIds: [], autoAnswer: { on: false, phrases: [] },
  validFromMs: null, validToMs: null, audience: EVERYBODY, ownerId: null, reviewAtMs: null,
}
type Row = Record<string, unknown>

/** What a supervisor writes of a script, out of a live row or a draft; what is missing or of another kind is as in an empty one. */
export const scriptOf = (row: Row): ScriptContent => fill(BLANK_SCRIPT, row)
export const knowledgeOf = (row: Row): KnowledgeContent => fill(BLANK_KNOWLEDGE, row)

function fill<C extends object>(blank: C, row: Row): C {
  return Object.fromEntries(Object.entries(blank).map(([key, empty]: [string, unknown]) => {
    const value = row[key]
    if (value === undefined || (value === null && empty !== null)) return [key, empty]
    const fits = empty === null ? typeof value !== 'object' : typeof value === typeof empty && Array.isArray(value) === Array.isArray(empty)
    return [key, fits || value === null ? value : empty]
  })) as C
}
