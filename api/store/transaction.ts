import type { Clock, Random } from '../../domain/ports.ts'
import { ChangeSet } from './change-set.ts'
import { commitChanges } from './commit-changes.ts'
import type { KeyRing } from './crypto.ts'
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

function stateOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : ''
}

/** Deadlock, serialization failure, lock time-out: the same work may well succeed at once. */
export function isRetryable(error: unknown): boolean {
  return ['40P01', '40001', '55P03'].includes(stateOf(error))
}

const LOST = ['57P01', '57P02', '57P03', '25P03', '53300', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'CONNECT_TIMEOUT']

/** The connection went away, or there is none to be had: whether the work was committed is not known. */
export function isConnectionLost(error: unknown): boolean {
  const state = stateOf(error)
  return state.startsWith('CONNECTION_') || state.startsWith('08') || LOST.includes(state)
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
    const connection = await reserve(store.sql, 'begin')
    const { tx } = connection
    try {
      const changes = new ChangeSet(tx, tenant, keys)
      const run = async () => ({ value: await work(changes), seq: await commitChanges(changes) })
      const { value, seq } = await Promise.race([run(), connection.whenLost])
      if (seq !== null) store.hub.committed(tenant, seq)
      for (const callback of changes.after) callback()
      return value
    } catch (error) {
      if (!connection.lost) {
        await Promise.race([tx`rollback`, connection.whenLost]).catch((cause: unknown) => {
          if (!isConnectionLost(cause)) throw cause
        })
      }
      throw error
    } finally {
      connection.release()
    }
  }
}
