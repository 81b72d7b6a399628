import { z } from 'zod'
import type { ApiContext } from '../context.ts'
import type { App } from './app-type.ts'
import { ProblemError } from './problem.ts'

const OPEN = { config: { access: 'public' as const }, logLevel: 'warn' as const }
const Alive = z.object({ status: z.literal('ok') })

/**
 * Health for a load balancer: /healthz says that the process answers, /readyz that it reaches its database and is not
 * shutting down (503 otherwise).
 */
export function systemRoutes(app: App, context: ApiContext): void {
  let closing = false
  app.addHook('preClose', async () => { closing = true })
  app.get('/healthz', { ...OPEN, schema: { tags: ['system'], response: { 200: Alive } } }, async () => ({ status: 'ok' as const }))
  app.get('/readyz', { ...OPEN, schema: { tags: ['system'], response: { 200: Alive } } }, async () => {
    if (closing) throw new ProblemError(503, 'closing', { retryAfterSec: 5 })
    try {
      await context.sql`select 1`
    } catch (cause) {
      throw new ProblemError(503, 'database_unreachable', { retryAfterSec: 5, cause })
    }
    return { status: 'ok' as const }
  })
}
