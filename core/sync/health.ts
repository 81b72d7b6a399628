import { DiskFullError, FileDamagedError } from '../../db/errors.ts'
import type { SyncStatus } from '../../protocol/views.ts'
import { LoopbackOnlyError, NetworkError, ProblemError, SessionEndedError } from './errors.ts'

/** Watchdog: this long without agreement, while nothing else explains it, is "stuck". */
const STUCK_MS = 30_000

export type Trouble = { reason: NonNullable<SyncStatus['reason']>; upgrade: boolean }

/** @returns what to say of a failure */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof NetworkError) return { reason: 'network', upgrade: false }
  if (error instanceof LoopbackOnlyError) return { reason: 'loopback_only', upgrade: false }
  if (error instanceof SessionEndedError) return { reason: 'session', upgrade: false }
  if (error instanceof DiskFullError) return { reason: 'disk_full', upgrade: false }
  if (error instanceof FileDamagedError) return { reason: 'unknown', upgrade: false }
  if (error instanceof ProblemError) return { reason: 'server', upgrade: error.status === 426 || error.code === 'upgrade_required' }
  return { reason: 'unknown', upgrade: false }
}

export type Loops = 'pull' | 'push' | 'upload'

/** What the loops report, and the honest status made of it. Times: monotonic milliseconds. */
export class Health {
  readonly #troubles = new Map<Loops, Trouble>()
  /** When both sides last agreed; before the first time, when this began. */
  agreedAt: number
  everAgreed = false
  /** A page, a push or a snapshot is under way and the head not yet reached. */
  busy = true
  progress: number | null = null

  constructor(nowMonotonic: number) {
    this.agreedAt = nowMonotonic
  }

  failed(loop: Loops, error: unknown): void {
    this.#troubles.set(loop, troubleOf(error))
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
    const trouble = this.#troubles.get('pull') ?? this.#troubles.get('push') ?? null
    const { progress } = this
    if (trouble?.upgrade) return { state: 'upgrade', reason: trouble.reason, progress }
    const offline = trouble !== null && (trouble.reason === 'network' || trouble.reason === 'loopback_only' || trouble.reason === 'session')
    if (offline) return { state: 'offline', reason: trouble.reason, progress }
    if (trouble) return { state: 'stuck', reason: trouble.reason, progress }
    if (nowMonotonic - this.agreedAt > STUCK_MS && this.progress === null) return { state: 'stuck', reason: 'unknown', progress }
    return { state: this.busy || queued > 0 ? 'syncing' : 'online', reason: null, progress }
  }
}
