import { DiskFullError, FileDamagedError } from '../../db/errors.ts'
import type { SyncStatus } from '../../protocol/views.ts'
import { BadAnswerError, CertificateError, ChecksumError, LoopbackOnlyError, NetworkError, ProblemError, SessionEndedError } from './errors.ts'

/** Watchdog: this long without agreement, while nothing else explains it, is "stuck". */
const STUCK_MS = 30_000

export type Trouble = { reason: NonNullable<SyncStatus['reason']>; upgrade: boolean }

/** @returns what to say of a failure */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof CertificateError) return { reason: error.byTime ? 'clock' : 'certificate', upgrade: false }
  if (error instanceof NetworkError) return { reason: 'network', upgrade: false }
  if (error instanceof LoopbackOnlyError) return { reason: 'loopback_only', upgrade: false }
  if (error instanceof SessionEndedError) return { reason: 'session', upgrade: false }
  if (error instanceof DiskFullError) return { reason: 'disk_full', upgrade: false }
  if (error instanceof FileDamagedError) return { reason: 'unknown', upgrade: false }
  if (error instanceof ChecksumError) return { reason: 'differs', upgrade: false }
  if (error instanceof BadAnswerError) return { reason: 'server', upgrade: false }
  if (error instanceof ProblemError) return { reason: 'server', upgrade: error.status === 426 || error.code === 'upgrade_required' }
  return { reason: 'unknown', upgrade: false }
}

/** The server is not spoken to at all. */
const AWAY: ReadonlySet<Trouble['reason']> = new Set(['network', 'loopback_only', 'session', 'certificate', 'clock'])

export type Loops = 'pull' | 'push' | 'upload'

/** What the loops report, and the honest status made of it. Times: monotonic milliseconds. */
export class Health {
  readonly #troubles = new Map<Loops, Trouble & { sinceMonotonic: number }>()
  /** Since when something waits that no push has moved; null when nothing does. */
  #waitingSince: number | null = null
  /** When both sides last agreed; before the first time, when this began. */
  agreedAt: number
  everAgreed = false
  /** A page, a push or a snapshot is under way and the head not yet reached. */
  busy = true
  progress: number | null = null

  constructor(nowMonotonic: number) {
    this.agreedAt = nowMonotonic
  }

  failed(loop: Loops, error: unknown, nowMonotonic: number): void {
    this.#troubles.set(loop, { ...troubleOf(error), sinceMonotonic: this.#troubles.get(loop)?.sinceMonotonic ?? nowMonotonic })
  }

  /** The server says over the stream that it has nothing this desk has not: as good as a pull that brought nothing. */
  confirmed(nowMonotonic: number): void {
    if (this.everAgreed && !this.busy && !this.troubled('pull')) this.agreedAt = nowMonotonic
  }

  /** Something is in the outbox. */
  waits(nowMonotonic: number): void {
    this.#waitingSince ??= nowMonotonic
  }

  /** A push went well. @param left whether something waits still */
  moved(left: boolean, nowMonotonic: number): void {
    this.#waitingSince = left ? nowMonotonic : null
  }

  /** @returns when both sides last were of one mind, also about what was written here: monotonic */
  syncedAt(nowMonotonic: number): number {
    const stuckSince = this.#waitingSince !== null && nowMonotonic - this.#waitingSince > STUCK_MS ? this.#waitingSince : nowMonotonic
    return Math.min(this.agreedAt, stuckSince, ...[...this.#troubles.values()].map(({ sinceMonotonic }) => sinceMonotonic))
  }

  succeeded(loop: Loops): void {
    this.#troubles.delete(loop)
  }

  /** @returns whether a loop's last turn failed: it is waiting for its next one then */
  troubled(loop: Loops): boolean {
    return this.#troubles.has(loop)
  }

  /** @param queued intents waiting @param nowMonotonic now */
  state(queued: number, nowMonotonic: number): Pick<SyncStatus, 'state' | 'reason' | 'progress'> {
    const trouble = this.#troubles.get('pull') ?? this.#troubles.get('push') ?? this.#troubles.get('upload') ?? null
    const { progress } = this
    if (trouble?.upgrade) return { state: 'upgrade', reason: trouble.reason, progress }
    const offline = trouble !== null && AWAY.has(trouble.reason)
    if (offline) return { state: 'offline', reason: trouble.reason, progress }
    if (trouble) return { state: 'stuck', reason: trouble.reason, progress }
    const waitsLong = queued > 0 && this.#waitingSince !== null && nowMonotonic - this.#waitingSince > STUCK_MS
    if ((waitsLong || nowMonotonic - this.agreedAt > STUCK_MS) && this.progress === null) return { state: 'stuck', reason: 'unknown', progress }
    return { state: this.busy || queued > 0 ? 'syncing' : 'online', reason: null, progress }
  }
}
