import type { JSONValue } from 'postgres'
import type { ChangeSet } from '../store/change-set.ts'

/** What was done, for the record (I1). `detail` holds ids and counts, never personal data. */
export interface AuditEntry {
  readonly action: string
  readonly personId: string | null
  readonly deviceId?: string | null
  readonly subject?: string | null
  readonly detail?: Record<string, JSONValue>
  readonly address?: string | null
}

/** Writes one audit row in the transaction that does the thing. In: a new id and the time. */
export async function audit(changes: ChangeSet, id: string, nowMs: number, entry: AuditEntry): Promise<void> {
  const { tx, tenant } = changes
  await tx`
    insert into audit (tenant, id, at_ms, person_id, device_id, action, subject, detail, address)
    values (${tenant}, ${id}, ${nowMs}, ${entry.personId}, ${entry.deviceId ?? null}, ${entry.action}, ${entry.subject ?? null},
      ${tx.json(entry.detail ?? {})}, ${entry.address ?? null})`
}
