import { applyPage } from '../../db/synced/apply-page.ts'
import { readSums } from '../../db/synced/scopes.ts'
import { pruneJournal } from '../../db/local/outbox.ts'
import { deleteMeta, readMeta, writeMeta } from '../../db/local/meta.ts'
import { hash64 } from '../../protocol/hash64.ts'
import { noteHeard } from '../keys/lease.ts'
import { ChecksumError, ProblemError } from './errors.ts'
import type { SyncParts } from './parts.ts'
import { takeSnapshot } from './snapshot-step.ts'

const JOURNAL_MS = 72 * 3_600_000

/** Repairs by snapshot that did not help: after some, going on is worse than saying so. */
const MAX_REPAIRS = 3

/** Pulls until the head is reached. Keeps how many repairs in a row were needed. */
export class Puller {
  readonly #parts: SyncParts
  #repairs = 0
  /** A release came in that the server has not been told of. */
  #owesReceipt = false

  constructor(parts: SyncParts) {
    this.#parts = parts
  }

  /** The agent asked: repairs may be tried again. */
  again(): void {
    this.#repairs = 0
  }

  /** @returns seq of the head @throws DivergedError · DiskFullError · NetworkError and the like, with the file consistent */
  async toHead(signal: AbortSignal): Promise<bigint> {
    const { file, api, health, serverClock, changed, log } = this.#parts
    for (;;) {
      const cookie = readMeta(file.read, 'cookie')
      const deviceId = readMeta(file.read, 'device_id') ?? ''
      if (cookie === null || readMeta(file.read, 'snapshot_wanted') !== null) {
        await takeSnapshot(this.#parts, deviceId, signal)
        this.#owesReceipt = true
        continue
      }
      try {
        const page = await api.pull(deviceId, readMeta(file.read, 'epoch'), cookie, signal)
        const quiet = page.atHead && page.changes.length === 0 && page.results.length === 0 && page.cookie === cookie
        if (!quiet || this.#acknowledges(page.lastMutationId)) {
          applyPage(file, {
            changes: page.changes, cookie: page.cookie, epoch: page.epoch, lastMutationId: page.lastMutationId,
            results: page.results, nowMs: serverClock.now(),
          }, hash64, this.#parts.replay, this.#parts.crashPoint)
          this.#owesReceipt ||= page.changes.some(change => change.op === 'put' && change.entity === 'release')
        }
        if (!page.atHead) {
          health.busy = true
          changed()
          continue
        }
        if (page.scopeSums && this.#differs(page.scopeSums)) continue
        this.#agreed(page.serverNowMs)
        if (this.#owesReceipt) void this.#tellReceipt(deviceId, page.headSeq, signal)
        return BigInt(page.headSeq)
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status !== 410) throw error
        log('resync', { code: error.code })
        file.write(db => writeMeta(db, 'snapshot_wanted', 'resync'))
      }
    }
  }

  /** One that is lost is made good by the next pull: its cookie says the same. */
  async #tellReceipt(deviceId: string, seq: string, signal: AbortSignal): Promise<void> {
    this.#owesReceipt = false
    await this.#parts.api.applied(deviceId, seq, signal).catch((error: unknown) => {
      this.#parts.log('receipt_not_told', { error: error instanceof Error ? error.name : 'unknown' })
    })
  }

  #acknowledges(lastMutationId: number | null): boolean {
    if (lastMutationId === null) return false
    return this.#parts.file.read.get("SELECT 1 FROM outbox WHERE id <= ? AND stage = 'acknowledged' LIMIT 1", lastMutationId) !== undefined
  }

  /** I6: compares the scopes' checksums with the server's. @returns true when a repair is wanted @throws ChecksumError when repairs did not help: never "online" over wrong rows */
  #differs(expected: Record<string, string>): boolean {
    const { file, log } = this.#parts
    const mine = readSums(file.read)
    const scopes = new Set([...Object.keys(expected), ...mine.keys()])
    const differing = [...scopes].filter(scope => (mine.get(scope) ?? '0') !== (expected[scope] ?? '0'))
    if (differing.length === 0) {
      this.#repairs = 0
      return false
    }
    log('checksum_differs', { scopes: differing.length, first: differing[0]?.split(':')[0], repairs: this.#repairs })
    if (this.#repairs >= MAX_REPAIRS) throw new ChecksumError(`${differing.length} scopes differ after ${this.#repairs} repairs`)
    this.#repairs += 1
    file.write(db => writeMeta(db, 'snapshot_wanted', 'repair'))
    return true
  }

  #agreed(serverNowMs: number): void {
    const { file, health, clock, serverClock } = this.#parts
    health.agreedAt = clock.monotonic()
    health.everAgreed = true
    health.busy = false
    health.progress = null
    // Once a minute is enough for the lease: a write costs a disk sync.
    const heard = Number(readMeta(file.read, 'heard_at_ms') ?? 0)
    if (serverNowMs - heard < 60_000) return
    file.write(db => {
      noteHeard(db, serverNowMs)
      writeMeta(db, 'synced_at_ms', serverNowMs)
      writeMeta(db, 'clock_offset_ms', serverClock.offsetMs())
      pruneJournal(db, serverNowMs - JOURNAL_MS)
      deleteMeta(db, 'snapshot_wanted')
    })
  }
}
