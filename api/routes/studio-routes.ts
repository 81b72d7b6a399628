import { STUDIO_ASKS, STUDIO_NAMES } from '../../protocol/studio.ts'
import type { StudioAsk } from '../../protocol/studio.ts'
import { actorIn } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { endThreads, warmThread } from '../studio/files/in-worker.ts'
import { HANDLERS } from '../studio/handlers.ts'
import type { StudioHandler } from '../studio/handler.ts'
import type { App } from './app-type.ts'

const tags = ['studio']
/** Files travel in base64; everything else has the limit of all routes. */
const FILE_LIMIT = { bodyLimit: 25 * 1024 * 1024 }
const WITH_FILES: readonly StudioAsk[] = ['picture.add', 'import.read', 'rules.import']

/** POST /v1/studio/<name> for each question of protocol/studio.ts. */
export function studioRoutes(app: App, context: ApiContext): void {
  app.addHook('onClose', endThreads)
  for (const name of STUDIO_NAMES) {
    const { input, output } = STUDIO_ASKS[name]
    const handler: StudioHandler<StudioAsk> | undefined = HANDLERS[name]
    if (!handler) continue
    app.post(`/v1/studio/${name}`, {
      config: { access: ['admin', 'supervisor'] as const }, ...WITH_FILES.includes(name) ? FILE_LIMIT : {},
      // While the file comes in; who sends it is known by then.
      ...name === 'import.read' ? { preParsing: async () => { warmThread(context.clock) } } : {},
      schema: { tags, body: input, response: { 200: output } },
    }, async (request, reply) => reply.send(await handler(context, actorIn(request), request.body as never)))
  }
}
