import { DiskFullError } from '../../db/errors.ts'
import { writeMeta } from '../../db/local/meta.ts'
import { countUnsentWork } from '../../db/local/outbox.ts'
import { readHeld } from '../../db/local/held.ts'
import { waitingUploads } from '../../db/local/attachment-bytes.ts'
import type { Session as WireSession } from '../../protocol/rest.ts'
import type { KnownAccount, SessionView } from '../../protocol/views.ts'
import { DeskFailure } from '../failure.ts'
import { AgentFolder, fileIdOf } from '../keys/key-file.ts'
import { leaseLeftMs, noteTime } from '../keys/lease.ts'
import { unwrapWithPassword } from '../keys/password-wrap.ts'
import type { CoreParts } from '../parts.ts'
import { ApiClient, type Tokens } from '../sync/api-client.ts'
import { NetworkError, ProblemError, RevokedError } from '../sync/errors.ts'
import { ServerClock } from '../time/server-clock.ts'
import { CurrentDesk, type CurrentDeskEvents } from './current-desk.ts'
import { escrowKey, keyForSignIn, readKeyFile, type FoundKey } from './keys-of-sign-in.ts'
import { adopt, identityOf, knownOffsetMs, openFile, OpenDesk, saveTokens } from './open-desk.ts'

type RedeemCode = { api: string; shop: string; account: string; code: string; newPassword: string }
export type SignIn = { api: string; shop: string; account: string; password: string; staySignedIn: boolean }

export type SessionEvents = CurrentDeskEvents & {
  statusChanged: () => void
  /** The desk stands: its engine may start. */
  begin: (desk: OpenDesk) => void
  live: ConstructorParameters<typeof OpenDesk>[3]['live']
}

const SIGN_OUT_MS = 3_000

/** Who is signed in on this desk: one agent at a time, one encrypted file each. Steps run one after another. */
export class DeskSession {
  readonly folder: AgentFolder
  readonly #parts: CoreParts
  readonly #events: SessionEvents
  readonly #current: CurrentDesk
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: CoreParts, events: SessionEvents) {
    this.#parts = parts
    this.#events = events
    this.#current = new CurrentDesk(parts.secrets, events)
    this.folder = new AgentFolder(parts.options.dir)
  }

  /** @returns the open desk unless locked */
  get desk(): OpenDesk | null {
    return this.#current.unlessLocked
  }

  /** Also while locked: alerts and sync go on. */
  get deskEvenLocked(): OpenDesk | null {
    return this.#current.evenLocked
  }

  view(): SessionView {
    return this.#current.view()
  }

  accounts(): KnownAccount[] {
    return this.folder.list().map(({ fileId, api, shop, account, name, lastUsedAtMs, staySignedIn }) =>
      ({ fileId, api, shop, account, name, lastUsedAtMs, staySignedIn }))
  }

  /** Online when the server answers, else with the file's own key. @throws DeskFailure and what `errorOf` knows */
  signIn(input: SignIn): Promise<void> {
    return this.#inTurn(() => this.#whileOpening(() => this.#signIn(input)))
  }

  /**
   * A forgotten password: the code sets the new one, then the sign-in with it opens the file by the key the server keeps.
   * @throws DeskFailure and what `errorOf` knows; a refused code leaves everything as it is
   */
  redeemCode({ api, shop, account, code, newPassword }: RedeemCode): Promise<void> {
    return this.#inTurn(() => this.#whileOpening(async () => {
      const clock = new ServerClock(this.#parts.clock, 0)
      await this.#client(api, null, clock).redeemCode({ shop, account, code, newPassword })
      const staySignedIn = readKeyFile(this.folder, fileIdOf(api, shop, account))?.staySignedIn ?? false
      await this.#signIn({ api, shop, account, password: newPassword, staySignedIn })
    }))
  }

  /** After a crash of the core: the file that was open is opened again. @returns whether there was one */
  resume(): Promise<boolean> {
    return this.#inTurn(() => this.#whileOpening(async () => {
      const held = await this.#parts.secrets.held()
      const keyFile = held && this.folder.read(held.fileId)
      if (!held || !keyFile || !this.folder.hasDatabase(held.fileId)) return false
      await this.#openKnown({ key: new Uint8Array(Buffer.from(held.secret, 'base64')), keyFile }, null, null, true)
      return true
    }))
  }

  /** "Stay signed in" at the start of the program. @returns whether a desk was opened */
  restore(): Promise<boolean> {
    return this.#inTurn(() => this.#whileOpening(async () => {
      const keyFile = this.folder.list().find(({ staySignedIn }) => staySignedIn)
      if (!keyFile || !this.folder.hasDatabase(keyFile.fileId)) return false
      const secret = await this.#parts.secrets.read(keyFile.fileId)
      if (secret === null) return false
      await this.#openKnown({ key: new Uint8Array(Buffer.from(secret, 'base64')), keyFile }, null, null, true)
      return true
    }))
  }

  unlock(password: string): Promise<void> {
    return this.#inTurn(async () => {
      const desk = this.#current.evenLocked
      if (!desk) throw new DeskFailure('not_signed_in')
      await unwrapWithPassword(desk.keyFile.password, password, desk.keyFile.fileId)
      this.#current.unlock(desk)
    })
  }

  lock(): void {
    this.#current.lock()
  }

  signOut(options: { force: boolean; remove: boolean }): Promise<void> {
    return this.#inTurn(async () => {
      const desk = this.#current.evenLocked
      if (!desk) throw new DeskFailure('not_signed_in')
      const queued = countUnsentWork(desk.file.read) + readHeld(desk.file.read).length + waitingUploads(desk.file.read).length
      if (queued > 0 && !options.force) throw new DeskFailure('still_queued', { count: queued })
      const timeUp = new AbortController()
      // Best effort: the server ends the session by itself later.
      await Promise.race([desk.client.signOut().catch(() => undefined),
        this.#parts.clock.sleep(SIGN_OUT_MS, timeUp.signal).catch(() => undefined)])
      timeUp.abort()
      saveTokens(desk.file, null)
      this.#parts.secrets.write(desk.keyFile.fileId, null)
      // Nothing ended it from outside: the agent knows.
      await this.#current.close(null)
      if (options.remove) this.folder.remove(desk.keyFile.fileId)
      else this.folder.write({ ...desk.keyFile, staySignedIn: false })
      this.#events.changed()
    })
  }

  /** Once a minute: the lease of a desk that hears no server, and its high-water mark. */
  checkLease(): void {
    const desk = this.#current.evenLocked
    if (!desk) return
    const nowMs = desk.serverClock.now()
    try {
      desk.file.write(db => noteTime(db, nowMs))
    } catch (error) {
      // The mark is written again in a minute; a full disk must not end the engine.
      if (!(error instanceof DiskFullError)) throw error
    }
    if (leaseLeftMs(desk.file.read, nowMs) <= 0) void this.#inTurn(() => this.#current.close('lease_over'))
  }

  /** Keeps a damaged file under another name, so that the next sign-in fetches everything anew. Only when asked to. */
  setAside(fileId: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#current.isOf(fileId)) await this.#current.close(null)
      this.folder.setAside(fileId, String(this.#parts.clock.now()))
      this.#parts.secrets.write(fileId, null)
      this.#events.changed()
    })
  }

  /** The first agreement with the server after an offline start. */
  heard(): void {
    this.#current.heard()
  }

  /** End of the program: nothing is said to the server. */
  shutdown(): Promise<void> {
    return this.#inTurn(() => this.#current.close(null))
  }

  async #signIn(input: SignIn): Promise<void> {
    const fileId = fileIdOf(input.api, input.shop, input.account)
    const known = readKeyFile(this.folder, fileId)
    const serverClock = new ServerClock(this.#parts.clock, 0)
    const client = this.#client(input.api, null, serverClock)
    let wire: WireSession
    try {
      wire = await client.signIn({
        shop: input.shop, account: input.account, password: input.password, deviceId: known?.deviceId ?? null,
        deviceName: this.#parts.deviceName,
      })
    } catch (error) {
      const away = error instanceof NetworkError || (error instanceof ProblemError && error.status >= 500)
      if (away && known && this.folder.hasDatabase(fileId)) return this.#signInOffline(fileId, input)
      if (error instanceof ProblemError && error.code === 'device_revoked') await this.#wipe(fileId)
      throw error
    }
    const openKey = this.#current.isOf(fileId) ? this.#current.evenLocked?.key ?? null : null
    // The agent before goes only now that the next one has been let in.
    await this.#makeRoom(fileId)
    const found = await keyForSignIn(this.folder, client, input.password, {
      fileId, api: input.api, shop: input.shop, account: input.account, name: wire.me.name, deviceId: wire.deviceId,
      staySignedIn: input.staySignedIn, lastUsedAtMs: this.#parts.clock.now(),
    }, openKey)
    await this.#openKnown(found, wire, serverClock.offsetMs())
    // Only after the file has opened: a key file is never replaced by one that opens nothing.
    this.#parts.log('signed_in', { online: true })
  }

  async #signInOffline(fileId: string, input: SignIn): Promise<void> {
    const keyFile = this.folder.read(fileId)
    if (!keyFile) throw new DeskFailure('no_local_file')
    const key = await unwrapWithPassword(keyFile.password, input.password, fileId)
    await this.#makeRoom(fileId)
    await this.#openKnown({ key, keyFile: { ...keyFile, staySignedIn: input.staySignedIn, lastUsedAtMs: this.#parts.clock.now() } }, null, null)
    this.#parts.log('signed_in', { online: false })
  }

  /** @param kept key and key file are as they lie on the disk: neither is written again */
  async #openKnown({ key, keyFile }: FoundKey, wire: WireSession | null, offsetMs: number | null, kept = false): Promise<void> {
    const offline = wire === null
    const opened = await openFile(this.folder, keyFile.fileId, key, this.#parts)
    try {
      const serverClock = new ServerClock(this.#parts.clock, offsetMs ?? knownOffsetMs(opened.file))
      if (wire) adopt(opened, wire)
      const { me, shop, tokens } = identityOf(opened.file)
      if (offline && leaseLeftMs(opened.file.read, serverClock.now()) <= 0) throw new DeskFailure('lease_over')
      if (!kept) this.folder.write(keyFile)
      const client = this.#client(keyFile.api, tokens, serverClock)
      const desk = new OpenDesk(this.#parts, opened, { keyFile, key, me, shop, client, serverClock }, {
        live: this.#events.live,
        revoked: () => void this.#inTurn(() => this.#wipe(keyFile.fileId)),
        sessionEnded: () => this.#current.sessionEnded(),
        damaged: () => void this.#inTurn(() => this.#current.close(null)),
        renewDevice: () => this.#renewDevice(),
      }, this.#events.statusChanged)
      this.#current.put(desk, { offline, needsSignIn: tokens === null, kept })
      this.#events.begin(desk)
      if (wire) void escrowKey(desk, this.#parts.log)
    } catch (error) {
      opened.file.close()
      opened.lock.release()
      throw error
    }
  }

  #client(api: string, tokens: Tokens | null, serverClock: ServerClock): ApiClient {
    return new ApiClient({
      api, tokens, serverClock, transport: this.#parts.transport, clock: this.#parts.clock,
      userAgent: `Shiftdesk/${this.#parts.options.appVersion}`,
      onTokens: (next, me) => {
        const desk = this.#current.evenLocked
        if (!desk) return
        saveTokens(desk.file, next)
        if (me) desk.me = me
        if (me) desk.file.write(db => writeMeta(db, 'me', JSON.stringify(me)))
      },
    })
  }

  async #renewDevice(): Promise<string> {
    const desk = this.#current.evenLocked
    if (!desk) throw new DeskFailure('not_signed_in')
    const wire = await desk.client.renewDevice(this.#parts.deviceName)
    saveTokens(desk.file, wire)
    this.folder.write({ ...desk.keyFile, deviceId: wire.deviceId })
    desk.keyFile.deviceId = wire.deviceId
    void escrowKey(desk, this.#parts.log)
    return wire.deviceId
  }

  /** I13: a revoked device keeps nothing. */
  async #wipe(fileId: string): Promise<void> {
    if (this.#current.evenLocked && !this.#current.isOf(fileId)) return
    await this.#current.close('revoked')
    this.folder.remove(fileId)
    this.#current.end('revoked')
  }

  /** Change of agent: the store keeps no key of the one before. */
  async #makeRoom(fileId: string): Promise<void> {
    const before = this.#current.evenLocked?.keyFile.fileId
    if (before === undefined) return
    await this.#current.close(null)
    if (before !== fileId) this.#parts.secrets.write(before, null)
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(step, step)
    this.#turn = next.catch(() => undefined)
    return next
  }

  #whileOpening<T>(step: () => Promise<T>): Promise<T> {
    return this.#current.whileOpening(async () => {
      try {
        return await step()
      } catch (error) {
        if (error instanceof RevokedError) this.#current.end('revoked')
        throw error
      }
    })
  }
}
