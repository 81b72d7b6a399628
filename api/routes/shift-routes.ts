import { SHIFT_ASKS, SHIFT_NAMES } from '../../protocol/shift.ts'
import type { ShiftAsk } from '../../protocol/shift.ts'
import { actorIn } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { askedAbout } from '../shift/handler.ts'
import type { ShiftHandler } from '../shift/handler.ts'
import { SHIFT_HANDLERS } from '../shift/handlers.ts'
import type { App } from './app-type.ts'

const tags = ['shift']
/** A file travels in base64; everything else has the limit of all routes. */
const FILE_LIMIT = { bodyLimit: 12 * 1024 * 1024 }

/** POST /v1/shift/<name> for each question of protocol/shift.ts; whom it is for is each answer's to say. */
export function shiftRoutes(app: App, context: ApiContext): void {
  for (const name of SHIFT_NAMES) {
    const { input, output } = SHIFT_ASKS[name]
    const handler: ShiftHandler<ShiftAsk> = SHIFT_HANDLERS[name]
    app.post(`/v1/shift/${name}`, {
      ...name === 'roster.read' ? FILE_LIMIT : {}, schema: { tags, body: input, response: { 200: output } },
    }, async (request, reply) => {
      const body = request.body as { teamId: string }
      return reply.send(await handler(await askedAbout(context, actorIn(request), body.teamId), body as never))
    })
  }
}
