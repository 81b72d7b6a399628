import type { Sql, Tx } from './sql.ts'

/** The connection went away inside a transaction: the server rolled it back. Recovery: do the whole work again. */
export class TransactionLost extends Error {
  readonly code = 'CONNECTION_CLOSED'

  constructor() {
    super('the connection of this transaction was lost')
    this.name = 'TransactionLost'
  }
}

export interface Reserved {
  readonly tx: Tx
  /** Closed under us: nothing may be sent on it any more, not even `rollback`. */
  readonly lost: boolean
  /**
   * Rejects with TransactionLost when that happens. To be raced against the work: statements that the library still held
   * back are forgotten by it and never settle.
   */
  readonly whenLost: Promise<never>
  /** Back to the pool; a lost one is not given back, the pool opens it anew by itself. */
  release(): void
}

/** What the library hands to `onexecute`: its connection. Not in its types; the version is pinned by the lock file. */
interface Connection {
  onclose: ((error: unknown) => void) | null
}

/**
 * A connection of the pool with `begin` (any isolation) sent on it. The library lets a reserved connection be used after it
 * closed: a statement then writes to no socket and ends the process, or, once the pool has opened the connection anew,
 * runs inside somebody else's transaction. Here such a statement throws TransactionLost instead.
 */
export async function reserve(sql: Sql, begin: string): Promise<Reserved> {
  const reserved: Tx = await sql.reserve()
  let lost = false
  let tellLost: () => void = () => undefined
  const whenLost = new Promise<never>((_resolve, reject) => { tellLost = () => reject(new TransactionLost()) })
  whenLost.catch(() => undefined)
  const watch = (connection: Connection): void => {
    connection.onclose = () => {
      lost = true
      tellLost()
    }
  }
  try {
    await Promise.race([reserved.unsafe(begin, [], { onexecute: watch } as object), whenLost])
  } catch (error) {
    if (!lost) reserved.release()
    throw error
  }
  const tx = new Proxy(reserved, {
    apply(target, self, args) {
      if (lost) throw new TransactionLost()
      return Reflect.apply(target, self, args) as unknown
    },
  })
  return {
    tx,
    whenLost,
    get lost() { return lost },
    release: () => { if (!lost) reserved.release() },
  }
}
