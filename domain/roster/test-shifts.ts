import type { Presence } from '../entities/people.ts'
import type { Shift } from '../entities/roster.ts'
import { zonedMs } from './zoned.ts'

export const ZONE = 'Asia/Shanghai'

/** A time like `10-05 18:00` of 2026, in Shanghai. */
export function at(text: string): number {
  const [day = '', clock = ''] = text.split(' ')
  const [hour, minute] = clock.split(':').map(Number)
  return zonedMs(`2026-${day}`, (hour ?? 0) * 60 + (minute ?? 0), ZONE)
}

/** `an day 10-05 09:00 18:00`, `an night 10-05 20:00 30:00`, `an off 10-05`; further words are fields: `duty`. */
export function shift(text: string): Shift {
  const [personId = '', kind = 'day', day = '', from = '00:00', to = '24:00', duty] = text.split(' ')
  return {
    id: text, personId, teamId: 'team', kind: kind as Shift['kind'], date: `2026-${day}`, fromMs: at(`${day} ${from}`), toMs: at(`${day} ${to}`),
    duty: duty === 'duty',
  }
}

export const presence = (id: string, state: Presence['state'], sinceMs: number, more: Partial<Presence> = {}): Presence =>
  ({ id, state, reason: null, sinceMs, cause: 'agent', byId: null, untilMs: null, reachable: true, ...more })
