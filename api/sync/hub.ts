import { z } from 'zod'
import type { ApiContext, Hub, LiveNotice } from '../context.ts'

const WAKE = 'shiftdesk_wake'
const LIVE = 'shiftdesk_live'
/** NOTIFY at most 20 times a second and tenant. */
const COALESCE_MS = 50
/** A lost NOTIFY costs at most this. */
const POLL_MS = 1_000
const LIVE_TTL_MS = 5_000

const Live = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('live'), atMs: z.number(),
    notice: z.object({
      tenant: z.string(), topic: z.enum(['typing', 'viewing']), conversationId: z.string(), who: z.enum(['customer', 'agent']),
      personId: z.string().nullable(),
    }),
  }),
  z.object({ kind: z.literal('standing'), tenant: z.string(), deviceId: z.string() }),
])
const Wake = z.object({ tenant: z.string(), seq: z.number() })

interface Watcher {
  scopes: Set<string>
  onTouched: (seq: number, watchers: number) => void
}

interface TenantWatch {
  /** All commits up to here were told. */
  told: number
  /** Seen announced; more may be there. */
  watchers: Set<Watcher>
  reading: Promise<void> | null
  again: boolean
}

type Needs = Pick<ApiContext, 'sql' | 'listenSql' | 'clock' | 'log'>

/** Scope under which a device hears that it was revoked or its session ended. */
export const deviceTopic = (deviceId: string) => `device:${deviceId}`

/**
 * Wake-ups of one node. Commits are announced by NOTIFY, coalesced; every second the heads of watched tenants are read anyway.
 * What was touched is read from `change`, so a notice carries no more than tenant and seq.
 */
export async function startHub({ sql, listenSql, clock, log }: Needs): Promise<Hub> {
  const tenants = new Map<string, TenantWatch>()
  const listeners = new Map<string, Set<(notice: LiveNotice) => void>>()
  const standing = new Map<string, Set<(seq: number, watchers: number) => void>>()
  const pending = new Map<string, number>()
  const stop = new AbortController()
  let sending = false

  const failed = (what: string) => (error: unknown) => {
    if (!stop.signal.aborted) log.warn({ err: error }, what)
  }

  async function flush(): Promise<void> {
    if (sending) return
    sending = true
    try {
      while (pending.size > 0 && !stop.signal.aborted) {
        const batch = [...pending]
        pending.clear()
        await sql`select pg_notify(${WAKE}, t.payload) from unnest(${batch.map(([tenant, seq]) => JSON.stringify({ tenant, seq }))}::text[]) as t (payload)`
        await clock.sleep(COALESCE_MS, stop.signal)
      }
    } finally {
      sending = false
    }
  }

  async function tell(tenant: string, watch: TenantWatch): Promise<void> {
    const rows = await sql<{ seq: number, scope: string }[]>`
      select max(seq) as seq, scope from change where tenant = ${tenant} and seq > ${watch.told} group by scope`
    const touched = new Map(rows.map(({ scope, seq }) => [scope, seq]))
    watch.told = Math.max(watch.told, ...touched.values())
    const calls: (() => void)[] = []
    for (const { scopes, onTouched } of watch.watchers) {
      let top = -1
      const [few, many] = scopes.size < touched.size ? [scopes, touched] : [touched.keys(), scopes]
      for (const scope of few) if (many.has(scope)) top = Math.max(top, touched.get(scope) ?? -1)
      if (top >= 0) calls.push(() => onTouched(top, calls.length))
    }
    for (const call of calls) call()
  }

  function wake(tenant: string): void {
    const watch = tenants.get(tenant)
    if (!watch) return
    if (watch.reading) {
      watch.again = true
      return
    }
    watch.reading = tell(tenant, watch).catch(failed('wake-up failed')).finally(() => {
      watch.reading = null
      if (!watch.again) return
      watch.again = false
      wake(tenant)
    })
  }

  function hear(payload: string): void {
    const parsed = Live.safeParse(JSON.parse(payload))
    if (!parsed.success) return
    const heard = parsed.data
    if (heard.kind === 'standing') {
      for (const callback of standing.get(`${heard.tenant}\n${deviceTopic(heard.deviceId)}`) ?? []) callback(-1, 1)
    } else if (clock.now() - heard.atMs <= LIVE_TTL_MS) {
      const { notice } = heard
      for (const listener of listeners.get(`${notice.tenant}\n${notice.conversationId}`) ?? []) listener(notice)
    }
  }

  const send = (body: z.infer<typeof Live>) => void sql`select pg_notify(${LIVE}, ${JSON.stringify(body)})`.catch(failed('notice not sent'))

  async function poll(): Promise<void> {
    while (!stop.signal.aborted) {
      await clock.sleep(POLL_MS, stop.signal)
      if (tenants.size === 0) continue
      const heads = await sql<{ tenant: string, seq: number }[]>`
        select tenant, seq from tenant_head where tenant = any(${[...tenants.keys()]})`.catch((error: unknown) => {
        failed('reading heads failed')(error)
        return []
      })
      for (const { tenant, seq } of heads) if (seq > (tenants.get(tenant)?.told ?? seq)) wake(tenant)
    }
  }

  const wakes = await listenSql.listen(WAKE, (payload) => {
    const parsed = Wake.safeParse(JSON.parse(payload))
    if (parsed.success && parsed.data.seq > (tenants.get(parsed.data.tenant)?.told ?? Infinity)) wake(parsed.data.tenant)
  })
  const lives = await listenSql.listen(LIVE, hear)
  const polling = poll().catch(() => undefined)

  function watch(tenant: string, scopes: Iterable<string>, onTouched: (seq: number, watchers: number) => void): () => void {
    const held = tenants.get(tenant) ?? { told: Infinity, watchers: new Set<Watcher>(), reading: null, again: false }
    if (held.told === Infinity) {
      held.told = 0
      held.reading = sql<{ seq: number }[]>`select seq from tenant_head where tenant = ${tenant}`
        .then(([row]) => { held.told = row?.seq ?? 0 }).catch(failed('reading the head failed')).finally(() => {
          held.reading = null
          wake(tenant)
        })
    }
    tenants.set(tenant, held)
    const watcher = { scopes: new Set(scopes), onTouched }
    held.watchers.add(watcher)
    const own = [...watcher.scopes].filter((scope) => scope.startsWith('device:')).map((scope) => `${tenant}\n${scope}`)
    for (const key of own) standing.set(key, (standing.get(key) ?? new Set()).add(onTouched))
    return () => {
      held.watchers.delete(watcher)
      if (held.watchers.size === 0 && tenants.get(tenant) === held) tenants.delete(tenant)
      for (const key of own) {
        standing.get(key)?.delete(onTouched)
        if (standing.get(key)?.size === 0) standing.delete(key)
      }
    }
  }

  return {
    committed(tenant, seq) {
      pending.set(tenant, Math.max(seq, pending.get(tenant) ?? 0))
      flush().catch(failed('NOTIFY failed'))
    },
    watch,
    publish: (notice) => send({ kind: 'live', atMs: clock.now(), notice }),
    onLive(tenant, conversationId, listener) {
      const key = `${tenant}\n${conversationId}`
      listeners.set(key, (listeners.get(key) ?? new Set()).add(listener))
      return () => {
        listeners.get(key)?.delete(listener)
        if (listeners.get(key)?.size === 0) listeners.delete(key)
      }
    },
    standingChanged: (tenant, deviceId) => send({ kind: 'standing', tenant, deviceId }),
    async close() {
      stop.abort()
      await polling
      await Promise.all([wakes.unlisten(), lives.unlisten()].map((one) => one.catch(() => undefined)))
    },
  }
}
