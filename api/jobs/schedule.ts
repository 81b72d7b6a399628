import type { Sql, Tx } from '../store/sql.ts'

/** Sets a job, or moves the one with this kind and key. Inside a transaction it is there only if that commits. */
export async function setJob(tx: Sql | Tx, tenant: string, kind: string, key: string, dueAtMs: number): Promise<void> {
  await tx`insert into job ${tx({ tenant, kind, key, due_at_ms: dueAtMs })}
    on conflict (tenant, kind, key) do update set due_at_ms = excluded.due_at_ms, version = job.version + 1`
}
