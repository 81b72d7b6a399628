import { z } from 'zod'
import { Person } from '../../domain/entities/people.ts'
import { Id, Millis } from '../../domain/entities/scalars.ts'
import { actorIn } from '../auth/authenticate.ts'
import { issueOneTimeCode } from '../auth/one-time-code.ts'
import type { ApiContext } from '../context.ts'
import { addPerson, changePerson, listPeople, PersonDraft } from '../setup/people.ts'
import { importStaff, StaffImportResult } from '../setup/staff-import.ts'
import type { App } from './app-type.ts'

const tags = ['people']
const STAFF = { config: { access: ['admin', 'supervisor'] as const } }
const ById = z.object({ id: Id })

/** People of the shop: list, add, change, import, one-time codes. */
export function peopleRoutes(app: App, context: ApiContext): void {
  app.get('/v1/people', { schema: { tags, response: { 200: z.array(Person) } } },
    (request) => listPeople(context, actorIn(request)))

  app.post('/v1/people', { ...STAFF, schema: { tags, body: PersonDraft, response: { 201: Person } } },
    async (request, reply) => reply.code(201).send(await addPerson(context, actorIn(request), request.body)))

  app.put('/v1/people/:id', { ...STAFF, schema: { tags, params: ById, body: PersonDraft, response: { 200: Person } } },
    (request) => changePerson(context, actorIn(request), request.params.id, request.body))

  app.post('/v1/people/:id/one-time-code', {
    ...STAFF, schema: { tags, params: ById, response: { 200: z.object({ code: z.string(), expiresAtMs: Millis }) } },
  }, (request) => {
    const actor = actorIn(request)
    return issueOneTimeCode(context, actor.tenant, actor, request.params.id)
  })

  app.post('/v1/people/import', {
    ...STAFF,
    schema: {
      tags, body: z.object({ csv: z.string().max(1_000_000), apply: z.boolean() }), response: { 200: StaffImportResult },
    },
  }, (request) => {
    const actor = actorIn(request)
    return importStaff(context, actor.tenant, actor, request.body.csv, request.body.apply)
  })
}
