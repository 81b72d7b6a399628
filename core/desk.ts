import type { Answer, DeskCalls, QueryArgs, QueryName } from '../protocol/desk-api.ts'
import { DeskSettings } from '../protocol/settings.ts'
import type { SyncStatus } from '../protocol/views.ts'
import { BulkEdits } from './bulk/bulk-edits.ts'
import { allCalls } from './calls/all-calls.ts'
import { openDesk, type CallParts } from './calls/context.ts'
import { dispatch } from './calls/dispatch.ts'
import { HeldMessages } from './calls/held-messages.ts'
import { AttentionKeeper, type Attention } from './duty/attention.ts'
import { HOLDING_READS } from './duty/holding.ts'
import { reportIdle } from './duty/idle.ts'
import { SUMMONS_READS } from './duty/summons.ts'
import { DeskFailure } from './failure.ts'
import { FirstLook } from './first-look.ts'
import { warmRules } from './language/warm-rules.ts'
import { Palette } from './palette/palette.ts'
import type { CoreParts } from './parts.ts'
import { ColleagueNotices } from './queries/colleagues.ts'
import type { QueryContext } from './queries/context.ts'
import { DEFINITIONS, EVERY_TABLE, type Definition } from './queries/definitions.ts'
import { LiveQueries, type Listener, type Source } from './queries/live-queries.ts'
import { languageOf, readSettings } from './queries/settings.ts'
import { TypingNotices } from './queries/typing.ts'
import { DeskSession } from './session/session.ts'
import type { OpenDesk } from './session/open-desk.ts'
import { WallStreams } from './sync/wall-stream.ts'
import { Ticker } from './time/ticker.ts'

const SIGNED_OUT: SyncStatus = {
  state: 'offline', queued: 0, uploading: 0, refused: 0, syncedAtMs: null, reason: null, progress: null, clockOffsetMs: 0,
}

/** The whole engine of one desk: what windows call and subscribe to. One per process. */
export class Desk {
  readonly session: DeskSession
  readonly #parts: CoreParts
  readonly #queries: LiveQueries
  readonly #calls: DeskCalls
  readonly #typing: TypingNotices
  readonly #colleagues: ColleagueNotices
  readonly #ticker: Ticker
  readonly #attention: AttentionKeeper
  readonly #looked: CallParts['looked'] = new Map()
  #held: HeldMessages | null = null
  #palette: Palette | null = null
  #bulk: BulkEdits | null = null
  readonly #walls: WallStreams
  /** While the program starts, until the window has its list. */
  #firstLook: FirstLook | null = null
  #unhear: () => void = () => undefined

  constructor(parts: CoreParts) {
    this.#parts = parts
    this.#queries = new LiveQueries(name => this.#source(name), parts.clock)
    this.#attention = new AttentionKeeper(() => {
      const desk = this.session.deskEvenLocked
      return desk && this.#context(desk)
    }, () => this.#ticker.wake())
    this.#queries.watch(DEFINITIONS.alert.reads, () => this.#attention.attend())
    // The window's first list comes before.
    this.#queries.watch(SUMMONS_READS, () => { if (this.#firstLook === null) this.#attention.summon() })
    this.#queries.watch(HOLDING_READS, () => this.#attention.hold())
    this.#walls = new WallStreams({
      clock: parts.clock, random: parts.random, client: () => this.session.desk?.client ?? null, changed: () => this.#queries.touched(['wall']),
    })
    this.#typing = new TypingNotices(parts.clock, () => this.#queries.touched(['typing']))
    this.#colleagues = new ColleagueNotices(parts.clock, () => this.#queries.touched(['colleagues']))
    this.session = new DeskSession(parts, {
      changed: () => this.#queries.touched(['session', 'accounts', 'status', ...EVERY_TABLE]),
      opened: desk => this.#opened(desk),
      closed: () => this.#closed(),
      begin: desk => this.#begin(desk),
      statusChanged: () => this.#statusChanged(),
      live: notice => {
        if (notice.who === 'agent' && notice.personId !== null) this.#colleagues.heard(notice.conversationId, notice.personId, notice.topic)
        else if (notice.topic === 'typing') this.#typing.heard(notice.conversationId)
      },
    })
    const callParts: CallParts = {
      core: parts, session: this.session, held: () => this.#held, palette: () => this.#paletteNow(), bulk: () => this.#bulk, looked: this.#looked,
      context: () => this.#context(openDesk(callParts)),
    }
    this.#calls = allCalls(callParts)
    this.#ticker = new Ticker(parts.clock, () => this.#tick())
  }

  /** Begins to watch the time, and opens the desk of an agent who stays signed in, or of the trial. */
  async start(): Promise<void> {
    this.#ticker.start()
    const { trial } = this.#parts.options
    this.#firstLook = new FirstLook(this.#parts.clock)
    try {
      if (await this.session.resume()) return
      if (trial) await this.session.signIn({ ...trial, staySignedIn: false })
      else await this.session.restore()
    } catch (error) {
      // The window shows the sign-in page; the reason is said when the agent tries.
      this.#parts.log('not_restored', { error: error instanceof DeskFailure ? error.code : error instanceof Error ? error.name : 'unknown' })
    } finally {
      // Nobody stays signed in: what is opened later begins at once.
      if (this.session.deskEvenLocked === null) this.#firstLook = null
    }
  }

  call(name: string, input: unknown): Promise<Answer<unknown>> {
    return dispatch(this.#calls, name, input, this.#parts.clock, this.#parts.log)
  }

  /** @throws DeskFailure for an unknown query or bad arguments */
  subscribe(name: string, args: unknown, listener: Listener): () => void {
    const first = this.#firstLook
    if (name === 'wall') return this.#subscribeWall(args, listener)
    if (first === null || name !== 'conversations') return this.#queries.subscribe(name, args, listener)
    return this.#queries.subscribe(name, args, {
      ...listener,
      value: value => {
        listener.value(value)
        first.given()
      },
    })
  }

  /** For main: the alert, the badge, and how loud. Called again whenever one may have changed, also while locked. */
  onAttention(listener: (attention: Attention) => void): void {
    this.#attention.onChange(listener)
  }

  /** For main: how long nobody has touched the machine (M10). A desk that is locked counts as a locked screen. */
  idle({ idleSec, locked }: { idleSec: number; locked: boolean }): void {
    const desk = this.session.deskEvenLocked
    if (desk) reportIdle(desk, this.#parts.ids, { idleSec, locked: locked || this.session.desk === null })
  }

  /** The machine woke up or the network changed: re-anchor, try at once. */
  resume(): void {
    const desk = this.session.deskEvenLocked
    desk?.serverClock.checkSleep()
    desk?.engine.now()
    this.#walls.again()
    this.#queries.touched(['time', 'status'])
  }

  async stop(): Promise<void> {
    this.#ticker.stop()
    this.#queries.clear()
    this.#walls.stop()
    await this.session.shutdown()
  }

  #opened(desk: OpenDesk): void {
    this.#held = new HeldMessages(desk, this.#parts)
    this.#bulk = new BulkEdits(desk, this.#parts, () => this.#queries.touched(['bulk']))
    this.#unhear = desk.file.onWrite((tables, written) => {
      this.#palette?.written(written)
      this.#queries.touched(tables)
      if (tables.has('outbox') || tables.has('held') || tables.has('inbox') || tables.has('attachment_bytes')) this.#queries.touched(['status'])
    })
    this.#attention.opened()
    this.#walls.again()
  }

  /** What an open desk does by itself. At the start of the program after the window's first list, and in turns. */
  #begin(desk: OpenDesk): void {
    const steps = [
      () => desk.engine.start(), () => this.#held?.start(), () => this.#paletteNow(), () => warmRules(desk), () => this.#attention.summon(), () => this.#attention.hold(),
    ]
    if (this.#firstLook === null) return steps.forEach(step => { step() })
    this.#beginAfter(this.#firstLook, desk, steps).catch((error: unknown) => {
      this.#parts.log('not_begun', { error: error instanceof Error ? error.name : 'unknown' })
    })
  }

  async #beginAfter(firstLook: FirstLook, desk: OpenDesk, steps: readonly (() => unknown)[]): Promise<void> {
    await firstLook.over()
    this.#firstLook = null
    for (const step of steps) {
      if (this.session.deskEvenLocked !== desk) return
      step()
      // Calls of windows have their turn in between.
      await this.#parts.clock.sleep(0)
    }
  }

  #paletteNow(): Palette | null {
    const desk = this.session.deskEvenLocked
    return desk && (this.#palette ??= new Palette(desk, this.#parts.clock))
  }

  #closed(): void {
    this.#unhear()
    this.#looked.clear()
    void this.#held?.stop()
    this.#held = null
    this.#palette?.stop()
    this.#palette = null
    this.#bulk?.stop()
    this.#bulk = null
    this.#walls.again()
    this.#attention.closed()
  }

  #statusChanged(): void {
    const desk = this.session.deskEvenLocked
    if (desk && desk.health.state(0, this.#parts.clock.monotonic()).state === 'online') this.session.heard()
    this.#queries.touched(['status'])
  }

  /** At most a second apart, and exactly when a ring changes its look. @returns milliseconds until it wants the next turn */
  #tick(): number {
    const desk = this.session.deskEvenLocked
    this.#typing.expire()
    this.#colleagues.expire()
    if (!desk) return 1_000
    if (desk.serverClock.checkSleep() > 0) this.resume()
    const nowMs = desk.serverClock.now()
    if (nowMs >= this.#attention.nextMs) {
      this.#attention.passed()
      this.#queries.touched(['time'])
    }
    if (this.#ticker.every(60)) this.session.checkLease()
    // The watchdog: how long ago desk and server agreed is part of the status.
    if (this.#ticker.every(5)) this.#queries.touched(['status'])
    return Math.min(1_000, Math.max(1, this.#attention.nextMs - nowMs))
  }

  #subscribeWall(args: unknown, listener: Listener): () => void {
    const end = this.#queries.subscribe('wall', args, listener)
    const unwatch = this.#walls.watch((args as QueryArgs<'wall'>).teamId)
    return () => {
      end()
      unwatch()
    }
  }

  #context(desk: OpenDesk): QueryContext {
    const settings = readSettings(desk.file.read)
    return {
      db: desk.file.read, me: desk.me, nowMs: desk.serverClock.now(), settings, language: languageOf(settings, this.#parts.options.locale),
      status: () => desk.engine.status(), typing: this.#typing.conversations(), colleagues: id => this.#colleagues.of(id),
    }
  }

  #source(name: QueryName): Source {
    switch (name) {
      case 'session': return { reads: new Set(['session', 'me']), run: () => this.session.view() }
      case 'accounts': return { reads: new Set(['accounts']), run: () => this.session.accounts() }
      case 'sync': return { reads: new Set(['status']), run: () => this.session.deskEvenLocked?.engine.status() ?? SIGNED_OUT }
      case 'wall': return {
        reads: new Set(['wall', 'session']), run: args => this.session.desk ? this.#walls.of((args as QueryArgs<'wall'>).teamId) : null,
      }
      case 'bulk': return { reads: new Set(['bulk', 'session']), run: () => this.session.desk ? this.#bulk?.view ?? null : null }
      case 'settings': return {
        reads: new Set(['settings', 'session']),
        run: () => {
          const desk = this.session.deskEvenLocked
          return desk ? readSettings(desk.file.read) : DeskSettings.parse({})
        },
      }
      default: {
        const definition = DEFINITIONS[name] as unknown as Definition<'conversations'>
        return {
          reads: definition.reads, feed: definition.feed ?? false,
          run: (args, since) => {
            const desk = this.session.desk
            if (!desk) throw new DeskFailure('not_signed_in')
            return definition.run(this.#context(desk), args as Record<string, never>, this.#attention.alerts, since)
          },
        }
      }
    }
  }
}
