import type { StreamEvent } from '../../protocol/sync.ts'
import { agentScope } from '../../domain/entities/scopes.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import type { EventSink } from '../routes/event-stream.ts'
import { grantedScopes } from '../store/grants.ts'
import { deviceTopic } from './hub.ts'
import { standingOf } from './standing.ts'

const PING_MS = 5_000
/** A commit that concerns more desks than this is fetched by each at a moment of its own within the spread. */
const MANY = 50
const SPREAD_MS = 500
/** Every so many pings the device is looked up: a lost notice of its revocation or the end of its session costs no more than this. */
const CHECK_EVERY = 4

type Who = Pick<Actor, 'tenant' | 'personId' | 'deviceId' | 'familyId'>

/**
 * The wake-ups of one desk until `signal` aborts: a poke when a commit touched one of its scopes, live notices of its
 * conversations, a ping every 5 s, `revoked` as the last word. Ends without a word when the session is over (signed out,
 * password reset, person switched off): the desk comes again and hears 401 `session_expired`. Carries no content.
 */
export async function runStream(context: ApiContext, auth: Who, sink: EventSink<StreamEvent>, signal: AbortSignal): Promise<void> {
  const { sql, hub, clock, log } = context
  const { tenant, personId, deviceId } = auth
  const ending = new AbortController()
  const end = () => ending.abort()
  signal.addEventListener('abort', end, { once: true })
  const send = (event: StreamEvent) => {
    if (!ending.signal.aborted && !sink.send(event)) end()
  }
  let last = 0
  let stops: (() => void)[] = []

  const failed = (error: unknown) => {
    if (!ending.signal.aborted) log.warn({ err: error }, 'stream lost its scopes')
    end()
  }
  const heard = async () => {
    const standing = await standingOf(context, auth)
    if (standing === 'revoked') send({ event: 'revoked', data: {} })
    if (standing !== 'live') end()
  }
  const onTouched = (seq: number, watchers = 1) => {
    if (seq < 0) return void heard().catch(failed)
    if (seq <= last) return
    last = seq
    send({ event: 'poke', data: { seq: String(seq), ...(watchers > MANY ? { spreadMs: SPREAD_MS } : {}) } })
  }
  /** A commit in the person's own scope may have changed the grants. */
  const onOwn = (seq: number, watchers = 1) => {
    onTouched(seq, watchers)
    if (seq >= 0) follow().catch(failed)
  }
  async function follow(): Promise<void> {
    const scopes = await grantedScopes(sql, tenant, personId)
    if (ending.signal.aborted) return
    const own = agentScope(personId)
    const conversations = scopes.flatMap((scope) => (scope.startsWith('conversation:') ? [scope.slice('conversation:'.length)] : []))
    const next = [
      hub.watch(tenant, scopes.filter((scope) => scope !== own), onTouched),
      hub.watch(tenant, [own, deviceTopic(deviceId)], onOwn),
      ...conversations.map((id) => hub.onLive(tenant, id, ({ topic, conversationId, who, personId: from }) => {
        if (from !== personId) send({ event: 'live', data: { topic, conversationId, who, personId: from } })
      })),
    ]
    for (const stop of stops) stop()
    stops = next
  }

  try {
    await heard()
    await follow()
    const [head] = await sql<{ seq: number }[]>`select seq from tenant_head where tenant = ${tenant}`
    // Whatever came before the watch began: the desk asks once.
    onTouched(head?.seq ?? 0)
    for (let count = 1; !ending.signal.aborted; count++) {
      send({ event: 'ping', data: { seq: String(last), serverNowMs: clock.now() } })
      await clock.sleep(PING_MS, ending.signal)
      if (count % CHECK_EVERY === 0) await heard()
    }
  } catch (error) {
    if (!ending.signal.aborted) throw error
  } finally {
    end()
    signal.removeEventListener('abort', end)
    for (const stop of stops) stop()
    sink.end()
  }
}
