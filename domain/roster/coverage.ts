import type { RosterConflict, Shift } from '../entities/roster.ts'
import { isWork } from './shift-times.ts'

/** What somebody can be asked for. */
export interface Skilled {
  personId: string
  skills: readonly string[]
  languages: readonly string[]
}

/** Every skill and language that somebody of these people has. */
export function abilitiesOf(people: readonly Skilled[]): { of: 'skill' | 'language'; name: string }[] {
  const names = (list: readonly string[]): string[] => [...new Set(list)].sort()
  return [
    ...names(people.flatMap(({ skills }) => skills)).map((name) => ({ of: 'skill' as const, name })),
    ...names(people.flatMap(({ languages }) => languages)).map((name) => ({ of: 'language' as const, name })),
  ]
}

/** Whether this person has the skill or speaks the language. */
export const isAble = (person: Skilled, ability: { of: 'skill' | 'language'; name: string }): boolean =>
  (ability.of === 'skill' ? person.skills : person.languages).includes(ability.name)

/** L4: hours in which people work and none of them has a skill or language that somebody of the team has, by day and ability. */
export function uncovered(shifts: readonly Shift[], people: readonly Skilled[]): RosterConflict[] {
  const work = shifts.filter(isWork)
  const moments = [...new Set(work.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b)
  const byId = new Map(people.map((person) => [person.personId, person]))
  const open = new Map<string, RosterConflict>()
  const found: RosterConflict[] = []
  moments.forEach((fromMs, at) => {
    const there = work.filter((shift) => shift.fromMs <= fromMs && fromMs < shift.toMs)
    for (const ability of abilitiesOf(people)) {
      const key = `${ability.of}:${ability.name}`
      const before = open.get(key)
      const toMs = moments[at + 1]
      const date = there[0]?.date
      if (toMs === undefined || date === undefined || there.some(({ personId }) => { const person = byId.get(personId); return person !== undefined && isAble(person, ability) })) {
        open.delete(key)
      } else if (before?.date === date) {
        before.params.toMs = toMs
      } else {
        const conflict: RosterConflict = { code: 'uncovered', shiftIds: there.map(({ id }) => id), personId: null, date, params: { [ability.of]: ability.name, fromMs, toMs } }
        open.set(key, conflict)
        found.push(conflict)
      }
    }
  })
  return found
}
