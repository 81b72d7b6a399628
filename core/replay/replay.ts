import type { WriteDb } from '../../db/handle.ts'
import { readHeld } from '../../db/local/held.ts'
import { readOutbox } from '../../db/local/outbox.ts'
import { _clearLocal } from '../../db/synced/rows.ts'
import { MUTATIONS, type MutationArgs, type MutationName } from '../../protocol/mutations.ts'
import { replayContext } from './context.ts'
import { EFFECTS } from './effects.ts'

type Me = { personId: string; name: string }

function isMutation(name: string): name is MutationName {
  return Object.hasOwn(MUTATIONS, name)
}

/** Does one intent locally. An intent this version does not know (any more) has no local effect; it is still sent. */
export function replayOne(db: WriteDb, me: Me, name: string, args: unknown, atMs: number): void {
  if (!isMutation(name)) return
  const parsed = MUTATIONS[name].safeParse(args)
  if (!parsed.success) return
  const effect = EFFECTS[name] as (context: ReturnType<typeof replayContext>, args: MutationArgs<MutationName>) => void
  effect(replayContext(db, me, atMs), parsed.data)
}

/** Rebuilds every local row over the server's rows of this moment: the outbox in order, then what is held. */
export function replayAll(db: WriteDb, me: Me): void {
  _clearLocal(db)
  for (const { name, args, atMs } of readOutbox(db)) replayOne(db, me, name, args, atMs)
  for (const { args, atMs } of readHeld(db)) replayOne(db, me, 'message.send', args, atMs)
}
