import { DeskSettings } from '../../protocol/settings.ts'
import type { Summons } from '../../protocol/shell.ts'
import type { Alert } from '../../protocol/views.ts'
import { AlertKeeper, ringingRows } from '../queries/alert.ts'
import type { QueryContext } from '../queries/context.ts'
import { nextChangeMs } from '../queries/dues.ts'
import { nextShiftChangeMs } from '../queries/shift/shift-view.ts'
import { holdingNow } from './holding.ts'
import { summonsNow } from './summons.ts'

/** What main shows outside the windows, and what it asks before it closes. */
export type Attention = { alert: Alert | null; waiting: number; settings: DeskSettings; summons: Summons[]; holding: number }

const nothing = (): Attention => ({ alert: null, waiting: 0, summons: [], holding: 0, settings: DeskSettings.parse({}) })

/** What calls the agent, as it is told to main, and when it is next another without anything being written. */
export class AttentionKeeper {
  /** Of the desk that is open; the next one begins anew. */
  alerts = new AlertKeeper()
  readonly #context: () => QueryContext | null
  readonly #planned: () => void
  #now = nothing()
  #dueMs = Infinity
  #shiftMs = Infinity
  #hear: (attention: Attention) => void = () => undefined

  /** @param context of the open desk, also while it is locked @param planned `nextMs` may be another */
  constructor(context: () => QueryContext | null, planned: () => void) {
    this.#context = context
    this.#planned = planned
  }

  onChange(listener: (attention: Attention) => void): void {
    this.#hear = listener
  }

  /** When a ring or the day next looks different, epoch ms of the server's clock. */
  get nextMs(): number {
    return Math.min(this.#dueMs, this.#shiftMs)
  }

  /** That moment has come: what follows from it is worked out anew with the topic `time`. */
  passed(): void {
    this.#dueMs = Infinity
    this.#shiftMs = Infinity
  }

  /** Customers and their dues. */
  attend(): void {
    const context = this.#context()
    if (!context) return
    const rows = ringingRows(context)
    this.#dueMs = nextChangeMs(rows.flatMap(row => row.dues), context.nowMs) ?? Infinity
    this.#planned()
    this.#tell({ alert: this.alerts.of(rows, context.nowMs), waiting: rows.filter(row => row.waitingSinceMs !== null).length, settings: context.settings })
  }

  /** What else calls: M3, M5, M9, H1, L1. */
  summon(): void {
    const context = this.#context()
    if (!context) return
    this.#shiftMs = nextShiftChangeMs(context)
    this.#planned()
    this.#tell({ summons: summonsNow(context) })
  }

  /** H5. */
  hold(): void {
    const context = this.#context()
    if (context) this.#tell({ holding: holdingNow(context) })
  }

  opened(): void {
    this.alerts = new AlertKeeper()
    this.attend()
  }

  closed(): void {
    this.passed()
    this.#tell(nothing())
  }

  #tell(change: Partial<Attention>): void {
    this.#now = { ...this.#now, ...change }
    this.#hear(this.#now)
  }
}
