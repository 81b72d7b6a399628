import type { ApiContext } from '../context.ts'

/** A desk that said so is noted this soon: hundreds at once become one statement. */
const SAID_MS = 50
/** What a pull's cookie proves is no hurry. */
const PROVED_MS = 1_000
/** Desks that come for the first time, or after long, have older releases without a moment of their own. */
const KEEP_MS = 30 * 86_400_000

type Needs = Pick<ApiContext, 'sql' | 'clock' | 'log'>
interface Noted { tenant: string, deviceId: string, seq: number }

/**
 * Which desk has applied up to which commit, kept in memory and written together. A notice that is lost with this process is made
 * good by the desk's next pull: its cookie says the same. Writes nothing where no release lies between.
 */
export class Receipts {
  readonly #needs: Needs
  #noted = new Map<string, Noted>()
  #hurry: (() => void) | null = null
  #writing: Promise<void> | null = null
  readonly #closing = new AbortController()

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** This device has applied everything up to `claimed`, at most the head. @param said it told so, since there was a release in it */
  note(tenant: string, deviceId: string, claimed: number, said: boolean): void {
    const seq = Math.min(claimed, Number.MAX_SAFE_INTEGER)
    const key = `${tenant}\n${deviceId}`
    if ((this.#noted.get(key)?.seq ?? -1) < seq) this.#noted.set(key, { tenant, deviceId, seq })
    this.#writing ??= this.#write(said ? SAID_MS : PROVED_MS)
    if (said) this.#hurry?.()
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#writing
  }

  async #write(firstMs: number): Promise<void> {
    let waitMs = firstMs
    while (this.#noted.size > 0) {
      await this.#wait(waitMs)
      const batch = [...this.#noted.values()]
      this.#noted.clear()
      await this.#store(batch).catch((error: unknown) => { this.#needs.log.warn({ err: error }, 'receipts not written') })
      waitMs = SAID_MS
    }
    this.#writing = null
  }

  /** As long as nobody is in a hurry, then as little as gathers those who come together. */
  async #wait(waitMs: number): Promise<void> {
    const { clock } = this.#needs
    if (waitMs > SAID_MS) {
      const early = new AbortController()
      this.#hurry = () => early.abort()
      await clock.sleep(waitMs - SAID_MS, AbortSignal.any([early.signal, this.#closing.signal])).catch(() => undefined)
      this.#hurry = null
    }
    await clock.sleep(SAID_MS, this.#closing.signal).catch(() => undefined)
  }

  /** In the order of devices, so that two nodes never wait for each other crosswise. */
  async #store(batch: readonly Noted[]): Promise<void> {
    const { sql, clock } = this.#needs
    const sorted = [...batch].sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1))
    const nowMs = clock.now()
    await sql`
      with said as (
        select t.tenant, t.device_id, least(t.seq, h.seq) as seq, coalesce(a.seq, -1) as before
        from unnest(${sorted.map(({ tenant }) => tenant)}::text[], ${sorted.map(({ deviceId }) => deviceId)}::text[],
          ${sorted.map(({ seq }) => seq)}::bigint[]) as t (tenant, device_id, seq)
        join tenant_head h on h.tenant = t.tenant
        left join desk_applied a on a.tenant = t.tenant and a.device_id = t.device_id
      ), fresh as (
        select s.* from said s where exists (
          select 1 from release_out r where r.tenant = s.tenant and r.seq > s.before and r.seq <= s.seq)
      ), received as (
        insert into release_receipt (tenant, release_id, device_id, at_ms)
        select s.tenant, r.release_id, s.device_id, ${nowMs} from fresh s
        join release_out r on r.tenant = s.tenant and r.seq > s.before and r.seq <= s.seq and r.at_ms > ${nowMs - KEEP_MS}
        on conflict do nothing
      )
      insert into desk_applied as a (tenant, device_id, seq) select tenant, device_id, seq from fresh
      on conflict (tenant, device_id) do update set seq = greatest(a.seq, excluded.seq)`
  }
}
