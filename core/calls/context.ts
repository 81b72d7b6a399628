import type { Attachment } from '../../domain/entities/conversation.ts'
import type { DeskCalls } from '../../protocol/desk-api.ts'
import { DeskFailure } from '../failure.ts'
import type { BulkEdits } from '../bulk/bulk-edits.ts'
import type { Palette } from '../palette/palette.ts'
import type { CoreParts } from '../parts.ts'
import type { QueryContext } from '../queries/context.ts'
import type { DeskSession } from '../session/session.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import type { HeldMessages } from './held-messages.ts'

export type CallParts = {
  core: CoreParts
  session: DeskSession
  /** Set while a desk is open. */
  held: () => HeldMessages | null
  palette: () => Palette | null
  bulk: () => BulkEdits | null
  /** What live queries read now. @throws DeskFailure not_signed_in, also while locked */
  context: () => QueryContext
  /** Pictures of conversations that were looked up at the server and are not on this desk; forgotten with the agent. */
  looked: Map<string, Attachment>
}

/** @throws DeskFailure not_signed_in, also while locked */
export function openDesk({ session }: CallParts): OpenDesk {
  if (!session.desk) throw new DeskFailure('not_signed_in')
  return session.desk
}

/** @throws DeskFailure not_signed_in, also while locked */
export function openPalette(parts: CallParts): Palette {
  openDesk(parts)
  const palette = parts.palette()
  if (!palette) throw new DeskFailure('not_signed_in')
  return palette
}

/** @throws DeskFailure not_signed_in, also while locked */
export function openBulk(parts: CallParts): BulkEdits {
  openDesk(parts)
  const bulk = parts.bulk()
  if (!bulk) throw new DeskFailure('not_signed_in')
  return bulk
}

export type Calls<Prefix extends string> = { [N in keyof DeskCalls as N extends Prefix ? N : never]: DeskCalls[N] }
