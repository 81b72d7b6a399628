import type { ApiContext, Routing } from '../context.ts'
import { assign } from './assign.ts'
import { readQueue } from './queue.ts'

/** A whole team without room ends its queue for this pass; a skill or language that is missing holds up nobody else. */
const TEAM_IS_OUT = new Set(['nobody_in_team', 'nobody_online'])

/** One pass over the queue of a tenant. @returns how many were assigned */
export async function routeQueue(context: ApiContext, tenant: string): Promise<number> {
  const out = new Set<string>()
  let assigned = 0
  for (const waiting of await readQueue(context.sql, tenant, null)) {
    if (out.has(waiting.teamId)) continue
    const route = await assign(context, tenant, waiting.id)
    if (route?.agentId) assigned += 1
    else if (route && TEAM_IS_OUT.has(route.reason ?? '')) out.add(waiting.teamId)
  }
  return assigned
}

/**
 * The router of this node. `wake` looks at a tenant's queue soon: calls while a pass runs make one more pass after it.
 * A pass that fails is logged; the sweep comes by again.
 */
export function makeRouting(contextOf: () => ApiContext): Routing & { idle(): Promise<void> } {
  const running = new Map<string, { again: boolean, done: Promise<void> }>()
  async function work(tenant: string): Promise<void> {
    const context = contextOf()
    for (;;) {
      const state = running.get(tenant)
      if (state) state.again = false
      try {
        await routeQueue(context, tenant)
      } catch (error) {
        context.log.error({ err: error }, 'routing failed; the next sweep tries again')
      }
      if (!state?.again) break
    }
    running.delete(tenant)
  }
  return {
    wake(tenant) {
      const state = running.get(tenant)
      if (state) {
        state.again = true
        return
      }
      const entry = { again: true, done: Promise.resolve() }
      running.set(tenant, entry)
      entry.done = work(tenant)
    },
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
