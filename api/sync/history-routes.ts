import { z } from 'zod'
import { Id } from '../../domain/entities/scalars.ts'
import { HistoryPage } from '../../protocol/rest.ts'
import { actorIn } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { MOST, readHistory, READERS } from './history.ts'

const Query = z.object({
  before: z.coerce.number().int().min(1).max(MOST).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

/** What was said in conversations that no desk keeps any more. */
export function historyRoutes(app: App, context: ApiContext): void {
  app.get('/v1/conversations/:id/messages', {
    config: { access: READERS },
    schema: { tags: ['sync'], params: z.object({ id: Id }), querystring: Query, response: { 200: HistoryPage } },
  }, (request) => readHistory(context, actorIn(request), request.params.id, request.query.before ?? null, request.query.limit))
}
