import { z } from 'zod'
import { Id } from '../../domain/entities/scalars.ts'
import { Device, EscrowBody } from '../../protocol/rest.ts'
import { actorIn } from '../auth/authenticate.ts'
import { devicesFor, readEscrow, revoke, storeEscrow } from '../auth/devices.ts'
import type { ApiContext } from '../context.ts'
import type { App } from './app-type.ts'

const tags = ['devices']
const Done = z.object({ done: z.literal(true) })

/** Devices of people, their revocation, and the escrow of a desk's database key. */
export function deviceRoutes(app: App, context: ApiContext): void {
  app.get('/v1/devices', {
    schema: { tags, querystring: z.object({ of: Id.default('me') }), response: { 200: z.array(Device) } },
  }, (request) => devicesFor(context, actorIn(request), request.query.of))

  app.post('/v1/devices/:id/revoke', {
    schema: { tags, params: z.object({ id: Id }), response: { 200: Done } },
  }, async (request) => {
    await revoke(context, actorIn(request), request.params.id, request.ip)
    return { done: true as const }
  })

  app.put('/v1/devices/escrow', {
    schema: { tags, body: EscrowBody, response: { 200: Done } },
  }, async (request) => {
    await storeEscrow(context, actorIn(request), request.body.key)
    return { done: true as const }
  })

  app.get('/v1/devices/escrow', {
    schema: { tags, response: { 200: EscrowBody } },
  }, async (request) => ({ key: await readEscrow(context, actorIn(request)) }))
}
