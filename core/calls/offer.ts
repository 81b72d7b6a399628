import type { Script, ScriptStage } from '../../domain/entities/script.ts'
import type { LineKind } from '../../domain/entities/team.ts'
import { ordersOf } from '../../db/customers.ts'
import { scriptsOf } from '../../db/roster.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { OfferedLine } from '../../protocol/views.ts'
import type { OpenDesk } from '../session/open-desk.ts'

const STAGE: Record<LineKind, ScriptStage | null> = {
  opening: 'opening', holding: 'waiting', look_up: 'look_up', apology: 'apology', closing: 'closing', answer: null,
}

/** `{{customer.name|dear}}`: the value, or what stands after the bar when there is none. */
export function fill(body: string, values: Record<string, string | null>): string {
  return body.replace(/\{\{\s*([\w.]+)\s*(?:\|([^}]*))?\}\}/g, (_, name: string, otherwise: string | undefined) =>
    values[name] ?? otherwise?.trim() ?? '')
}

/** The best script of a moment (T3, T4, T10, D1, D5), filled; null when the team has none in the conversation's language. */
export function offerLine(desk: OpenDesk, conversationId: string, kind: LineKind): OfferedLine | null {
  const db = desk.file.read
  const conversation = readRow(db, 'conversation', conversationId)
  const stage = STAGE[kind]
  if (!conversation || stage === null) return null
  const nowMs = desk.serverClock.now()
  const script = scriptsOf(db, stage, conversation.language).find(found => isValid(found, nowMs))
  if (!script) return null
  const customer = readRow(db, 'customer', conversation.customerId)
  const [order] = ordersOf(db, conversation.customerId, 1)
  const body = fill(script.body, {
    'agent.name': desk.me.name, 'customer.name': customer?.name ?? customer?.nickname ?? conversation.customerName,
    'shop.name': desk.shop.name, 'order.number': order?.number ?? null,
  })
  return { scriptId: script.id, code: script.code, title: script.title, body, kind }
}

/** S3: a campaign's script is there only in its dates. */
function isValid({ validFromMs, validToMs }: Script, nowMs: number): boolean {
  return (validFromMs === null || validFromMs <= nowMs) && (validToMs === null || nowMs < validToMs)
}
