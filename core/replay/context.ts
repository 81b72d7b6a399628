import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'
import type { WriteDb } from '../../db/handle.ts'
import { _dropLocal, _putLocal, readRow } from '../../db/synced/rows.ts'
import type { DeskMessage } from '../../db/messages.ts'
import type { MutationArgs, MutationName } from '../../protocol/mutations.ts'

/** What a local effect may see and do. A replay on a missing row is a no-op: nothing comes back that was deleted (I9). */
export type ReplayContext = {
  me: { personId: string; name: string }
  /** When it was done, server time. */
  atMs: number
  read<N extends EntityName>(entity: N, id: string): EntityRow<N> | null
  /** Changes a row that is there. */
  change<N extends EntityName>(entity: N, id: string, change: (row: EntityRow<N>) => Partial<EntityRow<N>>): void
  /** Makes a row unless it is there. */
  make<N extends Exclude<EntityName, 'message'>>(entity: N, row: EntityRow<N>): void
  /** Takes a row away. */
  remove(entity: EntityName, id: string): void
  /** A line without a position, unless the server's own has come. */
  makeMessage(message: DeskMessage): void
}

/** What intents of these names do here. */
export type Effects<N extends MutationName> = { [M in N]: (context: ReplayContext, args: MutationArgs<M>) => void }

export function replayContext(db: WriteDb, me: { personId: string; name: string }, atMs: number): ReplayContext {
  const read = <N extends EntityName>(entity: N, id: string): EntityRow<N> | null => readRow(db, entity, id)
  return {
    me, atMs, read,
    change(entity, id, change) {
      const row = read(entity, id)
      if (row) _putLocal(db, entity, { ...row, ...change(row) })
    },
    make(entity, row) {
      if (!read(entity, row.id)) _putLocal(db, entity, row)
    },
    remove(entity, id) {
      _dropLocal(db, entity, id)
    },
    makeMessage(message) {
      if (!read('message', message.id)) _putLocal(db, 'message', message as EntityRow<'message'>)
    },
  }
}
