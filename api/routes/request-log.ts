import type { App } from './app-type.ts'

/**
 * One line per answered request: the route's pattern (never the address with its ids and queries), status, time, and the
 * ids of tenant and device. Health checks are left out.
 */
export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { url, logLevel } = request.routeOptions
    if (logLevel === 'warn' && reply.statusCode < 400) return
    request.log.info({
      method: request.method, route: url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime),
      ...(request.actor ? { tenant: request.actor.tenant, device: request.actor.deviceId } : {}),
    }, 'answered')
  })
}
