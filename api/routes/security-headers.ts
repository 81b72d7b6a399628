import type { FastifyInstance } from 'fastify'

/** For answers that are data. A page (web chat, set-up, docs) sets its own policy, and these leave it. */
const HEADERS: Record<string, string> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
}

/**
 * Sets the security headers on every answer; a route that set one keeps its own. A page that may stand in another site's
 * frame sets a policy with `frame-ancestors`, and then X-Frame-Options is left out.
 */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    const framed = reply.hasHeader('content-security-policy')
    for (const [name, value] of Object.entries(HEADERS)) {
      if (reply.hasHeader(name) || (name === 'x-frame-options' && framed)) continue
      void reply.header(name, value)
    }
    return payload
  })
}
