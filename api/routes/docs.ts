import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { FastifyInstance } from 'fastify'
import '../auth/access.ts'

/** OpenAPI of all routes that are registered after this, and its page at /docs. */
export async function addDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Shiftdesk', description: 'Central API of the desks and channels', version: '1' },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: (described) => {
      const { schema, url } = jsonSchemaTransform(described)
      const access = described.route.config?.access ?? 'signed_in'
      const forPeople = access === 'signed_in' || typeof access !== 'string'
      return { url, schema: forPeople ? { ...schema, security: [{ session: [] }] } : schema }
    },
  })
  await app.register(async (pages) => {
    pages.addHook('onRoute', (route) => { route.config = { ...route.config, access: 'public' } })
    await pages.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, uiConfig: { docExpansion: 'none' } })
  })
}
