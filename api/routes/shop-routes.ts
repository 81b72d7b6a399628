import { z } from 'zod'
import { Id } from '../../domain/entities/scalars.ts'
import { Script } from '../../domain/entities/script.ts'
import { Channel, Team } from '../../domain/entities/team.ts'
import { actorIn } from '../auth/authenticate.ts'
import { ChatSettings, chatSettingsOf, putChatSettings } from '../channels/chat-settings.ts'
import type { ApiContext } from '../context.ts'
import {
  addChannel, ChannelDraft, ChannelWithKeys, listPart, NewChannel, putChannel, putScript, putTeam, removeScript, ScriptDraft,
  TeamDraft,
} from '../setup/shop-parts.ts'
import type { App } from './app-type.ts'

const tags = ['shop']
const STAFF = { config: { access: ['admin', 'supervisor'] as const } }
const ADMIN = { config: { access: ['admin'] as const } }
const ById = z.object({ id: Id })

/** Teams, channels and quick replies of the shop. Reading is for everybody signed in: all of it syncs to every desk. */
export function shopRoutes(app: App, context: ApiContext): void {
  app.get('/v1/teams', { schema: { tags, response: { 200: z.array(Team) } } },
    (request) => listPart(context, actorIn(request), 'team'))
  app.post('/v1/teams', { ...STAFF, schema: { tags, body: TeamDraft, response: { 201: Team } } },
    async (request, reply) => reply.code(201).send(await putTeam(context, actorIn(request), null, request.body)))
  app.put('/v1/teams/:id', { ...STAFF, schema: { tags, params: ById, body: TeamDraft, response: { 200: Team } } },
    (request) => putTeam(context, actorIn(request), request.params.id, request.body))

  app.get('/v1/channels', { schema: { tags, response: { 200: z.array(Channel) } } },
    (request) => listPart(context, actorIn(request), 'channel'))
  app.post('/v1/channels', { ...ADMIN, schema: { tags, body: NewChannel, response: { 201: ChannelWithKeys } } },
    async (request, reply) => reply.code(201).send(await addChannel(context, actorIn(request), request.body)))
  app.put('/v1/channels/:id', { ...STAFF, schema: { tags, params: ById, body: ChannelDraft, response: { 200: Channel } } },
    (request) => putChannel(context, actorIn(request), request.params.id, request.body))

  app.get('/v1/channels/:id/chat', { ...ADMIN, schema: { tags, params: ById, response: { 200: ChatSettings } } },
    (request) => chatSettingsOf(context, actorIn(request), request.params.id))
  app.put('/v1/channels/:id/chat', { ...ADMIN, schema: { tags, params: ById, body: ChatSettings, response: { 200: ChatSettings } } },
    (request) => putChatSettings(context, actorIn(request), request.params.id, request.body))

  app.get('/v1/scripts', { schema: { tags, response: { 200: z.array(Script) } } },
    (request) => listPart(context, actorIn(request), 'script'))
  app.post('/v1/scripts', { ...STAFF, schema: { tags, body: ScriptDraft, response: { 201: Script } } },
    async (request, reply) => reply.code(201).send(await putScript(context, actorIn(request), null, request.body)))
  app.put('/v1/scripts/:id', { ...STAFF, schema: { tags, params: ById, body: ScriptDraft, response: { 200: Script } } },
    (request) => putScript(context, actorIn(request), request.params.id, request.body))
  app.delete('/v1/scripts/:id', {
    ...STAFF, schema: { tags, params: ById, response: { 200: z.object({ done: z.literal(true) }) } },
  }, async (request) => {
    await removeScript(context, actorIn(request), request.params.id)
    return { done: true as const }
  })
}
