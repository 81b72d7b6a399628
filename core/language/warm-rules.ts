import { allRows } from '../../db/scripts.ts'
import { CompiledRules } from '../../domain/compliance/compiled-rules.ts'
import type { OpenDesk } from '../session/open-desk.ts'

const compiled = new WeakMap<OpenDesk, CompiledRules>()
const watched = new WeakSet<OpenDesk>()

/**
 * The language rules of this desk, compiled once and again after they were written (C5). Made with the desk, so that the first
 * letter typed does not wait for it.
 */
export function warmRules(desk: OpenDesk): CompiledRules {
  if (!watched.has(desk)) {
    watched.add(desk)
    desk.file.onWrite(tables => { if (tables.has('language_rule')) compiled.delete(desk) })
  }
  const before = compiled.get(desk)
  if (before) return before
  const made = new CompiledRules(allRows(desk.file.read, 'language_rule'))
  compiled.set(desk, made)
  return made
}
