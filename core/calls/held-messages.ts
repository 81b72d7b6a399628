import { _hold, _unhold, readHeld, type Held } from '../../db/local/held.ts'
import { _append } from '../../db/local/outbox.ts'
import type { Clock, Ids, Random } from '../../domain/ports.ts'
import type { MutationArgs } from '../../protocol/mutations.ts'
import { replayAll, replayOne } from '../replay/replay.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import { Loop } from '../sync/loop.ts'

/** A clock that jumped back must not keep a message for days. */
const LONGEST_MS = 10_000

/** Messages that can still be taken back: not in the outbox yet, released when their time is over, also after a crash. */
export class HeldMessages {
  readonly #desk: OpenDesk
  readonly #ids: Ids
  readonly #loop: Loop

  constructor(desk: OpenDesk, parts: { clock: Clock; ids: Ids; random: Random }) {
    this.#desk = desk
    this.#ids = parts.ids
    // Shown at the next try again; a full disk is the usual reason.
    this.#loop = new Loop({ clock: parts.clock, random: parts.random, step: async () => this.#releaseDue(), failed: () => 1_000 })
  }

  start(): void {
    this.#loop.start()
  }

  stop(): Promise<void> {
    return this.#loop.stop()
  }

  /** @param holdMs how long it can be taken back @returns until when, server time */
  hold(args: MutationArgs<'message.send'>, holdMs: number): number {
    const { file, me, serverClock } = this.#desk
    const atMs = serverClock.now()
    const held: Held = { messageId: args.messageId, conversationId: args.conversationId, args, atMs, releaseAtMs: atMs + holdMs }
    file.write(db => {
      _hold(db, held)
      replayOne(db, me, 'message.send', args, atMs)
    })
    this.#loop.kick()
    return held.releaseAtMs
  }

  /** @returns the text, null when it is under way already */
  takeBack(messageId: string): string | null {
    const { file, me } = this.#desk
    return file.write(db => {
      const held = _unhold(db, messageId)
      if (!held) return null
      replayAll(db, me)
      return (held.args as MutationArgs<'message.send'>).body
    })
  }

  /** Something later in the same conversation must not overtake them. */
  releaseAll(conversationId: string): void {
    this.#release(readHeld(this.#desk.file.read).filter(held => held.conversationId === conversationId))
  }

  #releaseDue(): number | null {
    const nowMs = this.#desk.serverClock.now()
    const all = readHeld(this.#desk.file.read)
    const due = all.filter(({ releaseAtMs }) => releaseAtMs <= nowMs || releaseAtMs - nowMs > LONGEST_MS)
    this.#release(due)
    const next = Math.min(...all.filter(held => !due.includes(held)).map(({ releaseAtMs }) => releaseAtMs))
    return Number.isFinite(next) ? next - nowMs : null
  }

  /** Out of the held ones and into the outbox in one transaction: never in both, never in none. */
  #release(due: Held[]): void {
    if (due.length === 0) return
    this.#desk.file.write(db => {
      for (const { messageId } of due) {
        const held = _unhold(db, messageId)
        if (held) _append(db, { key: this.#ids.next(), name: 'message.send', args: held.args, atMs: held.atMs })
      }
    })
    this.#desk.engine.written()
  }
}
