import { callTimeoutMs } from '../../protocol/call-timeouts.ts'
import type {
  Answer, CallInput, CallName, CallOutput, DeskError, FromCore, QueryArgs, QueryName, QueryValue, ToCore,
} from '../../protocol/desk-api.ts'

/** What the client needs of a port: a browser's MessagePort, or Node's in a test. */
export type CorePort = {
  postMessage(message: unknown): void
  close(): void
  start(): void
  onmessage: ((event: MessageEvent) => void) | null
}

/** Waits come in: `sleep` resolves after `ms`, and rejects when the signal is aborted. */
export type Waits = { sleep(ms: number, signal?: AbortSignal): Promise<void> }

/** `connecting` until the first port, `gone` between a crash of the core and its restart. */
export type Connection = 'connecting' | 'connected' | 'gone'

export type QueryListener<N extends QueryName> = {
  value(value: QueryValue<N>): void
  /** The query cannot be answered now; the last value stays, a later one may still come. */
  error?(error: DeskError): void
}

/** A window's way to the core: one per window, over ports that may be replaced. */
export type DeskClient = {
  /**
   * Asks the core. Never rejects: `timeout` after the call's own limit, `core_gone` when the core ended in between (whether
   * it was done is then unknown). A call made while no core is there waits for it within its limit.
   */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Answer<CallOutput<N>>>
  /** The value at once and after each change, also after a restart of the core. @returns ends it */
  subscribe<N extends QueryName>(name: N, args: QueryArgs<N>, listener: QueryListener<N>): () => void
  /** A new port: everything subscribed is asked again on it. */
  connect(port: CorePort): void
  /** The core is gone: calls in flight answer `core_gone`, subscriptions wait. */
  disconnect(): void
  connection(): Connection
  /** Called on each change of `connection()`. @returns ends it */
  onConnection(listener: (connection: Connection) => void): () => void
}

type Pending = { frame: ToCore; settle(answer: Answer<unknown>): void }
type Subscription = { name: QueryName; args: unknown; listener: { value(value: unknown): void; error?(error: DeskError): void } }

/** @param waits real waits from renderer/edge, virtual ones in tests */
export function createDeskClient(waits: Waits): DeskClient {
  let port: CorePort | null = null
  let state: Connection = 'connecting'
  let lastId = 0
  const unsent = new Map<number, Pending>()
  const sent = new Map<number, Pending>()
  const subscriptions = new Map<number, Subscription>()
  const watchers = new Set<(connection: Connection) => void>()

  function become(next: Connection): void {
    if (state === next) return
    state = next
    for (const watcher of [...watchers]) watcher(next)
  }

  function send(to: CorePort, id: number, pending: Pending): void {
    unsent.delete(id)
    try {
      to.postMessage(pending.frame)
      sent.set(id, pending)
    } catch (error) {
      pending.settle(failed('invalid', error instanceof Error ? error.message : null))
    }
  }

  function receive(frame: FromCore): void {
    if (frame.t === 'answer') sent.get(frame.id)?.settle(frame.answer)
    else if (frame.t === 'value') subscriptions.get(frame.id)?.listener.value(frame.value)
    else if (frame.t === 'query_error') subscriptions.get(frame.id)?.listener.error?.(frame.error)
  }

  function letGo(): void {
    if (!port) return
    port.onmessage = null
    port.close()
    port = null
    for (const pending of [...sent.values()]) pending.settle(failed('core_gone', null))
  }

  const ask = (name: CallName, input: unknown): Promise<Answer<unknown>> => {
    const id = ++lastId
    const limit = new AbortController()
    return new Promise(resolve => {
      const pending: Pending = {
        frame: { t: 'call', id, name, input },
        settle: answer => {
          unsent.delete(id)
          sent.delete(id)
          limit.abort()
          resolve(answer)
        },
      }
      unsent.set(id, pending)
      waits.sleep(callTimeoutMs(name), limit.signal).then(
        () => pending.settle(failed(unsent.has(id) ? 'core_gone' : 'timeout', name)),
        () => undefined,
      )
      if (port) send(port, id, pending)
    })
  }

  return {
    call: ask as DeskClient['call'],
    subscribe(name, args, listener) {
      const id = ++lastId
      subscriptions.set(id, { name, args, listener: listener })
      port?.postMessage({ t: 'subscribe', id, name, args } satisfies ToCore)
      return () => {
        if (subscriptions.delete(id)) port?.postMessage({ t: 'unsubscribe', id } satisfies ToCore)
      }
    },
    connect(next) {
      letGo()
      port = next
      next.onmessage = event => { receive(event.data as FromCore) }
      next.start()
      for (const [id, { name, args }] of subscriptions) next.postMessage({ t: 'subscribe', id, name, args } satisfies ToCore)
      for (const [id, pending] of [...unsent]) send(next, id, pending)
      become('connected')
    },
    disconnect() {
      letGo()
      become('gone')
    },
    connection: () => state,
    onConnection(watcher) {
      watchers.add(watcher)
      return () => { watchers.delete(watcher) }
    },
  }
}

function failed(code: DeskError['code'], detail: string | null): Answer<never> {
  return { ok: false, error: { code, detail, params: null } }
}
