import { DivergedError, FileDamagedError } from '../../db/errors.ts'
import { countInbox } from '../../db/local/inbox.ts'
import { waitingUploads } from '../../db/local/attachment-bytes.ts'
import { _renumber, _resendAfter, countUnsent, countUnsentWork } from '../../db/local/outbox.ts'
import { readNumber, writeMeta } from '../../db/local/meta.ts'
import type { SyncStatus } from '../../protocol/views.ts'
import { ChecksumError, ProblemError, RevokedError, SessionEndedError } from './errors.ts'
import type { Loops } from './health.ts'
import { Loop } from './loop.ts'
import type { SyncParts } from './parts.ts'
import { pictureStep } from './picture-step.ts'
import { Puller } from './pull-step.ts'
import { pushStep } from './push-step.ts'
import { streamStep, type StreamHandlers } from './stream-step.ts'
import { uploadStep } from './upload-step.ts'

const POLL_MS = 3_000
const POLL_STREAMED_MS = 45_000
const UPGRADE_MS = 60_000
const DIFFERS_MS = 60_000
/** Nobody looks at a locked desk: a server that fails is asked less often. */
const LOCKED_BACKOFF_MS = 60_000
const BACKOFF_MS = 5_000
const PICTURE_APART_MS = 1_000
const PICTURE_REST_MS = 30_000

export type EngineEvents = {
  live: StreamHandlers['live']
  revoked: () => void
  /** The server asks for the password again; what is queued stays. */
  sessionEnded: () => void
  damaged: () => void
  /** Takes a new device for this person. @returns its id */
  renewDevice: () => Promise<string>
}

/** The loops of one signed-in desk: push and pull are independent, a stuck outbox never stops downloads. */
export class SyncEngine {
  readonly #parts: SyncParts
  readonly #events: EngineEvents
  readonly #puller: Puller
  readonly #pull: Loop
  readonly #push: Loop
  readonly #stream: Loop
  readonly #upload: Loop
  readonly #pictures: Loop
  readonly #refusedPictures = new Set<string>()
  #streaming = false
  #headSeen = -1n
  #renewing = false
  /** Set while the desk is locked. */
  locked = false
  readonly #spreads = new Set<AbortController>()

  constructor(parts: SyncParts, events: EngineEvents) {
    this.#parts = parts
    this.#events = events
    this.#puller = new Puller(parts)
    const { clock, random } = parts
    const longestMs = (): number => (this.locked ? LOCKED_BACKOFF_MS : BACKOFF_MS)
    this.#pull = new Loop({ clock, random, longestMs, step: signal => this.#pullOnce(signal), failed: error => this.#failed('pull', error) })
    this.#push = new Loop({ clock, random, longestMs, step: signal => this.#pushOnce(signal), failed: error => this.#failed('push', error) })
    this.#upload = new Loop({ clock, random, longestMs, step: signal => this.#uploadOnce(signal), failed: error => this.#failed('upload', error) })
    // What is fetched ahead says nothing about the state of the desk.
    this.#pictures = new Loop({ clock, random, longestMs: () => LOCKED_BACKOFF_MS, step: signal => this.#pictureOnce(signal), failed: () => PICTURE_REST_MS })
    this.#stream = new Loop({ clock, random, longestMs, step: signal => this.#listen(signal), failed: error => this.#streamFailed(error) })
  }

  start(): void {
    if (countUnsent(this.#parts.file.read) > 0) this.#parts.health.waits(this.#parts.clock.monotonic())
    for (const loop of [this.#pull, this.#push, this.#upload, this.#stream, this.#pictures]) loop.start()
  }

  async stop(): Promise<void> {
    for (const spread of this.#spreads) spread.abort()
    await Promise.all([this.#pull, this.#push, this.#upload, this.#stream, this.#pictures].map(loop => loop.stop()))
  }

  /** Something was put into the outbox. */
  written(): void {
    this.#parts.health.waits(this.#parts.clock.monotonic())
    this.#push.kick()
    this.#upload.kick()
  }

  /** Everything now: the agent asked, the machine woke up, the network changed, the session is new. */
  now(): void {
    this.#puller.again()
    for (const loop of [this.#pull, this.#push, this.#upload, this.#stream, this.#pictures]) {
      loop.start()
      loop.kick(true)
    }
  }

  status(): SyncStatus {
    const { file, health, clock, serverClock } = this.#parts
    const held = file.read.get<{ n: number }>('SELECT count(*) AS n FROM held')?.n ?? 0
    const queued = countUnsentWork(file.read) + held
    const syncedAtMs = health.everAgreed
      ? Math.round(serverClock.now() - (clock.monotonic() - health.syncedAt(clock.monotonic())))
      : readNumber(file.read, 'synced_at_ms')
    return {
      ...health.state(countUnsent(file.read) + held, clock.monotonic()), queued, uploading: waitingUploads(file.read).length, refused: countInbox(file.read),
      syncedAtMs,
      clockOffsetMs: Math.round(serverClock.offsetMs()),
    }
  }

  async #pullOnce(signal: AbortSignal): Promise<number> {
    const head = await this.#puller.toHead(signal)
    if (head > this.#headSeen) this.#headSeen = head
    this.#succeeded('pull')
    // Before the first snapshot nothing could be sent; a push that failed keeps its own back-off.
    if (!this.#parts.health.troubled('push') && countUnsent(this.#parts.file.read) > 0) this.#push.kick()
    this.#pictures.kick()
    const base = this.#streaming ? POLL_STREAMED_MS : POLL_MS
    return base * (0.8 + 0.4 * this.#parts.random())
  }

  async #pushOnce(signal: AbortSignal): Promise<number | null> {
    const pushed = await pushStep(this.#parts, signal)
    this.#parts.health.moved(countUnsent(this.#parts.file.read) > 0, this.#parts.clock.monotonic())
    this.#succeeded('push')
    if (pushed === 'nothing') return null
    this.#pull.kick()
    this.#upload.kick()
    return 0
  }

  async #uploadOnce(signal: AbortSignal): Promise<number | null> {
    const waiting = await uploadStep(this.#parts, signal)
    this.#succeeded('upload')
    return waiting > 0 ? POLL_MS : null
  }

  /** A little apart: a release names the same picture to all desks at once. */
  async #pictureOnce(signal: AbortSignal): Promise<number | null> {
    return await pictureStep(this.#parts, this.#refusedPictures, signal) ? this.#parts.random() * PICTURE_APART_MS : null
  }

  async #listen(signal: AbortSignal): Promise<number> {
    try {
      return await streamStep(this.#parts, {
        opened: () => {
          this.#streaming = true
          // What happened between the last pull and the opening of the line.
          this.#pull.kick()
        },
        head: (seq, spreadMs) => {
          if (seq > this.#headSeen) void this.#pullWithin(seq, spreadMs)
          else this.#parts.health.confirmed(this.#parts.clock.monotonic())
        },
        live: this.#events.live,
      }, signal)
    } finally {
      this.#streaming = false
      // From now on by polling.
      if (!signal.aborted) this.#pull.kick()
    }
  }

  /** What concerns many desks is fetched by each at a moment of its own. */
  async #pullWithin(seq: bigint, spreadMs: number): Promise<void> {
    const { clock, random } = this.#parts
    const spread = new AbortController()
    this.#spreads.add(spread)
    try {
      if (spreadMs > 0) await clock.sleep(random() * spreadMs, spread.signal)
      if (seq > this.#headSeen) this.#pull.kick()
    } catch (error) {
      if (!spread.signal.aborted) throw error
    } finally {
      this.#spreads.delete(spread)
    }
  }

  #succeeded(loop: Loops): void {
    this.#parts.health.succeeded(loop)
    this.#parts.changed()
  }

  #failed(loop: Loops, error: unknown): number | null {
    const { health, log, changed, clock } = this.#parts
    health.failed(loop, error, clock.monotonic())
    changed()
    log('sync_failed', { loop, error: error instanceof Error ? error.name : 'unknown', detail: error instanceof Error ? error.message.slice(0, 300) : '' })
    if (this.#ends(error)) return null
    if (error instanceof DivergedError) {
      void this.#renewDevice(error.resendAfter)
      return POLL_MS
    }
    if (error instanceof ChecksumError) return DIFFERS_MS
    if (!(error instanceof ProblemError)) return 0
    if (error.status === 426) return UPGRADE_MS
    if (error.status === 410 && loop === 'push') {
      this.#parts.file.write(db => writeMeta(db, 'snapshot_wanted', 'resync'))
      this.#pull.kick()
    }
    return error.retryAfterMs ?? 0
  }

  #streamFailed(error: unknown): number | null {
    return this.#ends(error) ? null : error instanceof ProblemError ? Math.max(error.retryAfterMs ?? 0, 1_000) : 0
  }

  #ends(error: unknown): boolean {
    if (error instanceof RevokedError) this.#events.revoked()
    else if (error instanceof SessionEndedError) this.#events.sessionEnded()
    else if (error instanceof FileDamagedError) this.#events.damaged()
    else return false
    return true
  }

  /** The ids of this file are taken: a new device, and what waits is numbered from 1 again. */
  async #renewDevice(resendAfter: number | null): Promise<void> {
    const { file, log } = this.#parts
    // Push and pull find out at the same time: one new device is enough.
    if (this.#renewing) return
    this.#renewing = true
    try {
      const deviceId = await this.#events.renewDevice()
      file.write(db => {
        if (resendAfter !== null) _resendAfter(db, resendAfter)
        _renumber(db, deviceId)
        writeMeta(db, 'snapshot_wanted', 'renewed')
      })
      this.now()
    } catch (error) {
      log('renew_failed', { error: error instanceof Error ? error.message.slice(0, 300) : '' })
      this.#ends(error)
    } finally {
      this.#renewing = false
    }
  }
}
