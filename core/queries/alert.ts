import { openOf } from '../../db/conversations.ts'
import { allTeams } from '../../db/roster.ts'
import { policyOf } from '../../domain/timers/policy.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { Alert, ConversationRow } from '../../protocol/views.ts'
import type { QueryContext } from './context.ts'
import { amberAtMs, duesToShow } from './dues.ts'

/** What the alert needs to know of an open conversation whose timers run. */
export type RingingRow = Pick<ConversationRow, 'id' | 'name' | 'dues' | 'waitingSinceMs' | 'spam'>

/** @returns the agent's open conversations in which somebody waits or something is due: much less than the lists */
export function ringingRows({ db, me, nowMs }: QueryContext): RingingRow[] {
  const teams = new Map(allTeams(db).map(team => [team.id, team]))
  const rows: RingingRow[] = []
  for (const conversation of openOf(db, me.personId)) {
    const { id, customerId, customerName, teamId, channelKind, spam, timers } = conversation
    const dues = duesToShow(conversation, policyOf(teams.get(teamId), channelKind), [], nowMs)
    const waitingSinceMs = timers.turn?.sinceMs ?? null
    if (dues.length === 0 && waitingSinceMs === null) continue
    rows.push({ id, name: readRow(db, 'customer', customerId)?.nickname ?? customerName, dues, waitingSinceMs, spam })
  }
  return rows
}

/** T7 is the customer's silence, not ours: it rings for nobody. */
const RINGING = new Set(['T1', 'T2', 'T3', 'T4', 'T6', 'T8'])

/** The one alert for all. Remembers what has rung, so that its level rises once per escalation. */
export class AlertKeeper {
  #rung = new Set<string>()
  #level = 0

  /** @param nowMs server time @returns null when nobody is close to due */
  of(rows: RingingRow[], nowMs: number): Alert | null {
    const stages = new Set<string>()
    let missed = 0
    let longest: { conversationId: string; customerName: string; sinceMs: number; dueAtMs: number } | null = null
    let count = 0
    for (const row of rows) {
      const close = row.dues.filter(due => RINGING.has(due.rule) && amberAtMs(due) <= nowMs)
      const [nearest] = close
      if (!nearest || row.spam) continue
      count += 1
      if (close.some(due => due.dueAtMs <= nowMs)) missed += 1
      for (const due of close) stages.add(`${row.id} ${due.key} ${due.dueAtMs <= nowMs ? 'missed' : 'close'}`)
      const sinceMs = row.waitingSinceMs ?? nearest.startedAtMs
      if (longest === null || sinceMs < longest.sinceMs) {
        longest = { conversationId: row.id, customerName: row.name, sinceMs, dueAtMs: nearest.dueAtMs }
      }
    }
    if ([...stages].some(stage => !this.#rung.has(stage))) this.#level += 1
    this.#rung = stages
    if (longest === null) return null
    const { conversationId, customerName, dueAtMs } = longest
    return { count, missed, conversationId, customerName, dueAtMs, level: this.#level }
  }
}
