import { VARIABLES } from '../../domain/scripts/variables.ts'

/** @param open a variable as it stands in a text, `{{order.number}}`; @returns what it is called, its own name when it is none of the program's */
export function variableWord(language: string, open: string): string {
  const name = /^\{\{\s*([^|}]*?)\s*(?:\|[^}]*)?\}\}$/.exec(open)?.[1] ?? open
  return VARIABLES.find(known => known.name === name)?.words[language === 'zh' ? 'zh' : 'en'] ?? name
}
