import { Desk } from '../../core/desk.ts'
import { fetchTransport } from '../../core/edge/fetch-transport.ts'
import { systemClock } from '../../core/edge/system-clock.ts'
import { systemIds, systemRandom } from '../../core/edge/system-ids.ts'
import type { Clock } from '../../domain/ports.ts'
import type { Transport } from '../../core/sync/transport.ts'
import { NetworkError } from '../../core/sync/errors.ts'
import type { CallInput, CallName, CallOutput, QueryArgs, QueryName, QueryValue } from '../../protocol/desk-api.ts'

/** A transport whose network can be cut. */
export function cuttable(inner: Transport): Transport & { cut: boolean } {
  const open = new Set<{ cancel(): void }>()
  let cut = false
  return {
    get cut() {
      return cut
    },
    set cut(value) {
      cut = value
      if (value) for (const response of open) response.cancel()
    },
    async request(request) {
      if (cut) throw new NetworkError('cut')
      const response = await inner.request(request)
      // Cut while it was on its way: it does not arrive either.
      if (cut) {
        response.cancel()
        throw new NetworkError('cut')
      }
      open.add(response)
      return response
    },
  }
}

/** The real core in this process, spoken to as a window does. */
export class TestDesk {
  readonly desk: Desk
  readonly log: { event: string; detail: Record<string, unknown> }[] = []

  constructor(dir: string, transport: Transport = fetchTransport(true), clock: Clock = systemClock) {
    this.desk = new Desk({
      options: { dir, loopbackOnly: true, locale: 'zh-CN', appVersion: 'test', trial: null, proxy: null },
      log: (event, detail) => void this.log.push({ event, detail }), clock, ids: systemIds, random: systemRandom,
      transport, deviceName: 'test desk', secrets: { read: async () => null, write: () => undefined, hold: () => undefined, held: async () => null },
    })
  }

  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const answer = await this.desk.call(name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail ?? ''}`)
    return answer.value as CallOutput<N>
  }

  async code<N extends CallName>(name: N, input: CallInput<N>): Promise<string> {
    const answer = await this.desk.call(name, input)
    return answer.ok ? 'ok' : answer.error.code
  }

  /** Resolves with the first value of a live query that fits. */
  until<N extends QueryName>(name: N, args: QueryArgs<N>, fits: (value: QueryValue<N>) => boolean, withinMs = 15_000): Promise<QueryValue<N>> {
    return new Promise((resolve, reject) => {
      let last: unknown
      let end: () => void = () => undefined
      const timer = setTimeout(() => {
        end()
        reject(new Error(`${name} did not come: ${JSON.stringify(last)?.slice(0, 1_000)} ${JSON.stringify(this.log.slice(-5))}`))
      }, withinMs)
      end = this.desk.subscribe(name, args, {
        value: value => {
          last = value
          if (!fits(value as QueryValue<N>)) return
          clearTimeout(timer)
          queueMicrotask(() => end())
          resolve(value as QueryValue<N>)
        },
        error: error => {
          last = error
        },
      })
    })
  }
}
