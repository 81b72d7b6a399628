import type { Alert, ConversationLists } from '../../protocol/views.ts'
import { amberAtMs } from './dues.ts'

/** T7 is the customer's silence, not ours: it rings for nobody. */
const RINGING = new Set(['T1', 'T2', 'T3', 'T4', 'T8'])

/** The one alert for all. Remembers what has rung, so that its level rises once per escalation. */
export class AlertKeeper {
  #rung = new Set<string>()
  #level = 0

  /** @param nowMs server time @returns null when nobody is close to due */
  of({ waiting, running }: Pick<ConversationLists, 'waiting' | 'running'>, nowMs: number): Alert | null {
    const stages = new Set<string>()
    let missed = 0
    let longest: { conversationId: string; customerName: string; sinceMs: number; dueAtMs: number } | null = null
    let count = 0
    for (const row of [...waiting, ...running]) {
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
