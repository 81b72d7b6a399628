import { FileDamagedError } from '../../db/errors.ts'
import { DeskFile } from '../../db/handle.ts'
import type { Lock } from '../../db/lock.ts'
import { deleteMeta, readMeta, readNumber, writeMeta } from '../../db/local/meta.ts'
import { _append, _renumber } from '../../db/local/outbox.ts'
import { migrate } from '../../db/migrate.ts'
import type { MutationArgs, MutationName } from '../../protocol/mutations.ts'
import type { Me, Session } from '../../protocol/rest.ts'
import type { AgentFolder, KeyFile } from '../keys/key-file.ts'
import { noteHeard } from '../keys/lease.ts'
import { takeLock } from '../keys/lock-file.ts'
import type { CoreParts } from '../parts.ts'
import { replayAll, replayOne } from '../replay/replay.ts'
import type { ApiClient, Tokens } from '../sync/api-client.ts'
import { SyncEngine, type EngineEvents } from '../sync/engine.ts'
import { Health } from '../sync/health.ts'
import type { ServerClock } from '../time/server-clock.ts'

export type Shop = Session['shop']
export type OpenFile = { file: DeskFile; lock: Lock }

/** Opens an agent's file under its lock. @throws FileBusyError, FileDamagedError, FileNewerError, DiskFullError */
export async function openFile(folder: AgentFolder, fileId: string, key: Uint8Array, parts: CoreParts): Promise<OpenFile> {
  const lock = await takeLock(folder.lock(fileId), parts.clock)
  let file: DeskFile | null = null
  try {
    file = DeskFile.open(folder.database(fileId), key)
    migrate(file)
    return { file, lock }
  } catch (error) {
    file?.close()
    lock.release()
    throw error
  }
}

/** The desk of a signed-in agent: file, engine, clock. Lives from sign-in to sign-out, also while locked. */
export class OpenDesk {
  readonly keyFile: KeyFile
  readonly key: Uint8Array
  readonly file: DeskFile
  readonly client: ApiClient
  readonly serverClock: ServerClock
  readonly health: Health
  readonly engine: SyncEngine
  readonly shop: Shop
  me: Me
  readonly #lock: Lock

  constructor(
    parts: CoreParts, opened: OpenFile,
    who: { keyFile: KeyFile; key: Uint8Array; me: Me; shop: Shop; client: ApiClient; serverClock: ServerClock },
    events: EngineEvents, changed: () => void,
  ) {
    this.file = opened.file
    this.#lock = opened.lock
    this.keyFile = who.keyFile
    this.key = who.key
    this.me = who.me
    this.shop = who.shop
    this.client = who.client
    this.serverClock = who.serverClock
    this.health = new Health(parts.clock.monotonic())
    this.engine = new SyncEngine({
      file: this.file, api: who.client, clock: parts.clock, serverClock: who.serverClock, random: parts.random, health: this.health,
      replay: db => replayAll(db, this.me), changed, log: parts.log,
    }, events)
  }

  /** Does an intent here and now, and puts it into the outbox: one transaction. @returns its mutation id */
  commit<N extends MutationName>(name: N, args: MutationArgs<N>, key: string): number {
    const atMs = this.serverClock.now()
    const id = this.file.write(db => {
      const made = _append(db, { key, name, args, atMs })
      replayOne(db, this.me, name, args, atMs)
      return made
    })
    this.engine.written()
    return id
  }

  async close(): Promise<void> {
    await this.engine.stop()
    if (this.file.open) this.file.close()
    this.#lock.release()
  }
}

/** @returns who the file belongs to, as last told by the server @throws FileDamagedError when it was never told */
export function identityOf(file: DeskFile): { me: Me; shop: Shop; tokens: Tokens | null } {
  const me = readMeta(file.read, 'me')
  const shop = readMeta(file.read, 'shop')
  if (me === null || shop === null) throw new FileDamagedError('the file was never signed in')
  const tokens = readMeta(file.read, 'session')
  // Not looked at again: only what was looked at on its way in is in the file.
  return { me: JSON.parse(me) as Me, shop: JSON.parse(shop) as Shop, tokens: tokens === null ? null : JSON.parse(tokens) as Tokens }
}

export function saveTokens(file: DeskFile, tokens: Tokens | null): void {
  const kept = tokens && {
    accessToken: tokens.accessToken, accessExpiresAtMs: tokens.accessExpiresAtMs, refreshToken: tokens.refreshToken,
  }
  file.write(db => writeMeta(db, 'session', JSON.stringify(kept)))
}

/** @returns server minus wall time as last known */
export function knownOffsetMs(file: DeskFile): number {
  return readNumber(file.read, 'clock_offset_ms') ?? 0
}

/** The server's word about session, person and device goes into the file. */
export function adopt({ file }: OpenFile, wire: Session): void {
  file.write(db => {
    const device = readMeta(db, 'device_id')
    if (device === null) writeMeta(db, 'device_id', wire.deviceId)
    else if (device !== wire.deviceId) {
      _renumber(db, wire.deviceId)
      deleteMeta(db, 'escrowed')
    }
    const { accessToken, accessExpiresAtMs, refreshToken } = wire
    writeMeta(db, 'session', JSON.stringify({ accessToken, accessExpiresAtMs, refreshToken }))
    writeMeta(db, 'me', JSON.stringify(wire.me))
    writeMeta(db, 'shop', JSON.stringify(wire.shop))
    writeMeta(db, 'lease_hours', wire.offlineLeaseHours)
    noteHeard(db, wire.serverNowMs)
  })
}
