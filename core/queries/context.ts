import type { ReadDb } from '../../db/handle.ts'
import type { DeskSettings } from '../../protocol/settings.ts'
import type { SyncStatus } from '../../protocol/views.ts'
import type { Me } from '../../protocol/rest.ts'
import type { Language } from '../../domain/entities/scalars.ts'
import type { Colleague } from './colleagues.ts'

/** What a live query of an open desk reads. */
export type QueryContext = {
  db: ReadDb
  me: Me
  /** Estimated server time, epoch ms. */
  nowMs: number
  settings: DeskSettings
  status: () => SyncStatus
  /** Conversations whose customer is writing. */
  typing: ReadonlySet<string>
  /** Colleagues who look at a conversation or write in it. */
  colleagues: (conversationId: string) => Colleague[]
  /** The agent's: what the program proposes to colleagues is written in it. */
  language: Language
}
