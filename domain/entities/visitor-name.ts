import type { Language } from './scalars.ts'

const NAMES: Record<Language, string> = { zh: '访客', en: 'Visitor' }
const VISITOR = /^(?:访客|Visitor) [0-9A-Z]{4}$/u

/** What a customer is called who has told no name. Goes in: the end of an id, so that two can be told apart. */
export function visitorName(language: Language, id: string): string {
  return `${NAMES[language]} ${id.slice(-4).toUpperCase()}`
}

/** Nobody is addressed by such a name: a script's fallback stands instead. */
export function isVisitorName(name: string): boolean {
  return VISITOR.test(name)
}
