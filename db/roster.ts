import type { Person, Presence } from '../domain/entities/people.ts'
import type { Channel, Team } from '../domain/entities/team.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

export function allPeople(db: ReadDb): Person[] {
  return db.all<SqlRow>(`SELECT ${columnList('person')} FROM person_view ORDER BY name`).map(row => decode('person', row))
}

/** @returns everybody's name by id: what a thread needs of the roster */
export function peopleNames(db: ReadDb): Map<string, string> {
  return new Map(db.all<{ id: string; name: string }>('SELECT id, name FROM person_view').map(({ id, name }) => [id, name]))
}

export function allPresence(db: ReadDb): Presence[] {
  return db.all<SqlRow>(`SELECT ${columnList('presence')} FROM presence_view`).map(row => decode('presence', row))
}

export function allTeams(db: ReadDb): Team[] {
  return db.all<SqlRow>(`SELECT ${columnList('team')} FROM team_view ORDER BY name`).map(row => decode('team', row))
}

export function allChannels(db: ReadDb): Channel[] {
  return db.all<SqlRow>(`SELECT ${columnList('channel')} FROM channel_view ORDER BY name`).map(row => decode('channel', row))
}

