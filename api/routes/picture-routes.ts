import { Readable } from 'node:stream'
import { z } from 'zod'
import { Id } from '../../domain/entities/scalars.ts'
import { actorIn } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { readEntity } from '../store/entities.ts'
import { postgresBlobs } from '../sync/blob-store.ts'
import type { App } from './app-type.ts'
import { ProblemError } from './problem.ts'

/** GET /v1/pictures/:id/bytes: a picture of the shop, for everybody signed in at it. Its bytes never change. */
export function pictureRoutes(app: App, context: ApiContext): void {
  app.get('/v1/pictures/:id/bytes', { schema: { tags: ['studio'], params: z.object({ id: Id }) } }, async (request, reply) => {
    const { tenant } = actorIn(request)
    const keys = await context.keys.of(context.sql, tenant)
    const picture = await readEntity({ tx: context.sql, tenant, keys }, 'shop_picture', request.params.id)
    if (!picture) throw new ProblemError(404, 'not_found')
    const bytes = postgresBlobs(context.sql, () => context.clock.now(), 'picture').read(tenant, picture.id)
    return reply.header('content-type', picture.mime).header('content-length', picture.size)
      .header('content-security-policy', "default-src 'none'; sandbox").header('cache-control', 'private, max-age=86400, immutable')
      .send(Readable.from(bytes, { objectMode: false }))
  })
}
