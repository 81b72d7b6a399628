import { searchConversations, searchCustomers, searchMessages, searchOrders, type Found } from '../../db/search.ts'
import type { Clock } from '../../domain/ports.ts'
import type { SearchHit } from '../../protocol/views.ts'
import type { OpenDesk } from '../session/open-desk.ts'

const SCAN = 5_000
const AROUND = 30

/** One search over everything in scope: nickname, order number, phone tail, message text. Messages a slice at a time. */
export async function search(desk: OpenDesk, clock: Clock, text: string, limit: number): Promise<SearchHit[]> {
  const wanted = text.trim()
  if (wanted === '') return []
  const db = desk.file.read
  const found = [...searchCustomers(db, wanted, limit), ...searchOrders(db, wanted, limit)]
  const shown = new Set(found.map(hit => hit.conversation_id))
  found.push(...searchConversations(db, wanted, limit).filter(hit => !shown.has(hit.conversation_id)))
  let beforeMs: number | null = Number.MAX_SAFE_INTEGER
  while (beforeMs !== null && found.length < limit) {
    const slice: ReturnType<typeof searchMessages> = searchMessages(db, wanted, limit - found.length, beforeMs, SCAN)
    found.push(...slice.found)
    beforeMs = slice.nextBeforeMs
    if (beforeMs !== null) await clock.sleep(0)
    if (!desk.file.open) return []
  }
  return found.slice(0, limit).map(hit => toHit(hit, wanted))
}

function toHit(found: Found, wanted: string): SearchHit {
  return {
    kind: found.kind, id: found.id, conversationId: found.conversation_id, customerId: found.customer_id, title: found.title,
    excerpt: excerpt(found.text, wanted), atMs: found.at_ms,
  }
}

/** @returns the text around the first match, every match between U+0001 and U+0002 */
export function excerpt(text: string, wanted: string): string {
  const lower = text.toLowerCase()
  const needle = wanted.toLowerCase()
  const first = lower.indexOf(needle)
  if (first < 0) return text.slice(0, AROUND * 2)
  const from = Math.max(0, first - AROUND)
  const to = Math.min(text.length, first + needle.length + AROUND)
  let out = from > 0 ? '…' : ''
  let at = from
  for (let hit = first; hit >= 0 && hit < to; hit = lower.indexOf(needle, hit + needle.length)) {
    out += `${text.slice(at, hit)}\u0001${text.slice(hit, hit + needle.length)}\u0002`
    at = hit + needle.length
  }
  return out + text.slice(at, Math.max(at, to)) + (to < text.length ? '…' : '')
}
