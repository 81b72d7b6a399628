import { callTimeoutMs } from '../../protocol/call-timeouts.ts'
import { CALLS, type Answer, type CallName, type DeskCalls } from '../../protocol/desk-api.ts'
import type { Clock } from '../../domain/ports.ts'
import { DeskFailure, errorOf } from '../failure.ts'

/**
 * One call of a window: parsed by its schema, within its time limit, answered as data. Never throws.
 * @param log for errors nobody foresaw
 */
export async function dispatch(
  calls: DeskCalls, name: string, input: unknown, clock: Clock, log: (event: string, detail: Record<string, unknown>) => void,
): Promise<Answer<unknown>> {
  let limit: AbortController | null = null
  try {
    if (!Object.hasOwn(CALLS, name)) throw new DeskFailure('invalid')
    const known = name as CallName
    const parsed = CALLS[known].input.safeParse(input ?? {})
    if (!parsed.success) throw new DeskFailure('invalid')
    const given = onlyGiven(input, parsed.data)
    const run = calls[known] as (input: unknown) => unknown
    const value = run(given)
    // Most have their answer at once: no limit could have ended them, and setting one takes longer than many of them.
    if (!(value instanceof Promise)) return { ok: true, value }
    limit = new AbortController()
    const timeUp = clock.sleep(callTimeoutMs(known), limit.signal).then(() => {
      throw new DeskFailure('timeout')
    })
    return { ok: true, value: await Promise.race([value, timeUp]) }
  } catch (error) {
    const known = errorOf(error)
    if (known.code === 'unknown') log('call_failed', { name, detail: known.detail })
    return { ok: false, error: known }
  } finally {
    limit?.abort(new DeskFailure('timeout'))
  }
}

/** A partial schema fills in defaults for what was not said; here only what was said counts. */
function onlyGiven(input: unknown, parsed: Record<string, unknown>): Record<string, unknown> {
  const said = typeof input === 'object' && input !== null ? input : {}
  return Object.fromEntries(Object.entries(parsed).filter(([key]) => Object.hasOwn(said, key)))
}
