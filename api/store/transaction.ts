import type { Clock, Random } from '../../domain/ports.ts'
import { ChangeSet } from './change-set.ts'
import { commitChanges } from './commit-changes.ts'
import type { KeyRing } from './crypto.ts'
import { guardedTransaction, isRetryable } from './guarded-transaction.ts'
import { reserve } from './reserve.ts'
import type { Sql } from './sql.ts'

/** What a transaction needs; ApiContext has it all. */
export interface Store {
  readonly sql: Sql
  readonly keys: KeyRing
  readonly clock: Clock
  readonly random: Random
  /** Told after each commit that changed something synced. */
  readonly hub: { committed(tenant: string, seq: number): void }
}

const ATTEMPTS = 5

/**
 * Runs `work` in one READ COMMITTED transaction of a tenant and ends it in commitChanges. Whatever of the synced rows is
 * written goes through the ChangeSet; other tables through `changes.tx`. Deadlocks and lock time-outs roll back and run again
 * (so `work` may run several times), after that the error is thrown and nothing is stored.
 * Callbacks of `changes.afterCommit` run before this returns. @returns what `work` returns
 */
export async function inTransaction<T>(store: Store, tenant: string, work: (changes: ChangeSet) => Promise<T>): Promise<T> {
  const keys = await store.keys.of(store.sql, tenant)
  for (let attempt = 1; ; attempt++) {
    try {
      return await once()
    } catch (error) {
      if (!isRetryable(error) || attempt === ATTEMPTS) throw error
      await store.clock.sleep(store.random() * 20 * 2 ** attempt)
    }
  }

  async function once(): Promise<T> {
    let done: { value: T } | null = null
    try {
      return await guardedTransaction(store.sql, 'read write', async (tx) => {
        const changes = new ChangeSet(tx, tenant, keys)
        const value = await work(changes)
        const seq = await commitChanges(changes)
        done = { value }
        if (seq !== null) store.hub.committed(tenant, seq)
        for (const callback of changes.after) callback()
        return value
      })
    } catch (error) {
      // The COMMIT was answered; what was lost after it is nobody's loss.
      if (done !== null) return (done as { value: T }).value
      throw error
    }
  }
}
