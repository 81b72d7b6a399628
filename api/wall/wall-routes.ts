import { z } from 'zod'
import { Id } from '../../domain/entities/scalars.ts'
import { actorIn } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import type { App } from '../routes/app-type.ts'
import { openEvents } from '../routes/event-stream.ts'
import { askedAbout, mustLead } from '../shift/handler.ts'
import { WallBoard } from './board.ts'
import { runWallStream } from './wall-stream.ts'
import type { WallEvent } from './wall-stream.ts'

/** GET /v1/wall/stream?teamId=: the wall of a team as server-sent events, for its supervisors (L1, L4). Throws ProblemError 401, 403. */
export function wallRoutes(app: App, context: ApiContext): void {
  const board = new WallBoard(context)
  const closing = new AbortController()
  app.addHook('preClose', () => { closing.abort() })
  app.get('/v1/wall/stream', {
    config: { access: ['supervisor'] as const }, schema: { tags: ['shift'], querystring: z.object({ teamId: Id }) },
  }, async (request, reply) => {
    const actor = actorIn(request)
    mustLead(await askedAbout(context, actor, request.query.teamId))
    const sink = openEvents<WallEvent>(reply)
    await runWallStream(context, board, actor, request.query.teamId, sink, AbortSignal.any([sink.gone, closing.signal])).catch((error: unknown) => {
      request.log.warn({ err: error }, 'wall stream ended')
    })
  })
}
