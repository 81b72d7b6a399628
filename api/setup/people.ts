import { z } from 'zod'
import { Person } from '../../domain/entities/people.ts'
import type { EntityRow } from '../../domain/entities/entity.ts'
import { audit } from '../auth/audit.ts'
import { requireRole } from '../auth/authenticate.ts'
import type { Actor } from '../auth/authenticate.ts'
import { endSessionsOf } from '../auth/end-sessions.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { listEntities, readEntity } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { Account } from './staff-file.ts'

/** What an administrator writes about a person; lists have sensible bounds. */
export const PersonDraft = Person.omit({ id: true }).extend({
  account: Account.transform((account) => account.toLowerCase()),
  name: z.string().trim().min(1).max(60),
  roles: Person.shape.roles.min(1),
  teamIds: Person.shape.teamIds.max(50),
  skills: z.array(z.string().min(1).max(40)).max(30),
  languages: Person.shape.languages.min(1),
})
export type PersonDraft = z.infer<typeof PersonDraft>

/** The tenant's rows outside a transaction. */
export async function tenantDb(context: ApiContext, tenant: string): Promise<TenantDb> {
  return { tx: context.sql, tenant, keys: await context.keys.of(context.sql, tenant) }
}

/** Everybody of the shop. Any signed-in person may see colleagues (they sync anyway). */
export async function listPeople(context: ApiContext, actor: Actor): Promise<EntityRow<'person'>[]> {
  return listEntities(await tenantDb(context, actor.tenant), 'person', {}, { orderBy: 'account' })
}

/** Throws ProblemError 422 `unknown_team` unless all teams are this tenant's. */
export async function requireTeams({ tx, tenant }: TenantDb, teamIds: readonly string[]): Promise<void> {
  const rows = await tx`select id from team where tenant = ${tenant} and id = any(${[...teamIds]})`
  if (rows.length !== new Set(teamIds).size) throw new ProblemError(422, 'unknown_team')
}

/** Only an administrator makes, changes or unmakes administrators. */
function requireAuthorityOver(actor: Actor, ...roleLists: (readonly string[])[]): void {
  const touchesAdmin = roleLists.some((roles) => roles.includes('admin'))
  if (touchesAdmin && !actor.roles.includes('admin')) throw new ProblemError(403, 'not_allowed')
}

/** Puts a new person with presence off duty. The caller has checked teams and rights. Throws 23505 for a taken account. */
export async function putNewPerson(changes: ChangeSet, person: EntityRow<'person'>, nowMs: number): Promise<void> {
  await changes.put('person', person)
  await changes.put('presence', {
    id: person.id, state: 'off_duty', reason: null, sinceMs: nowMs, cause: 'system', byId: null, untilMs: null, reachable: false,
  })
}

async function requireFreeAccount({ tx, tenant }: TenantDb, account: string, exceptId: string): Promise<void> {
  const rows = await tx`
    select id from person where tenant = ${tenant} and lower(account) = lower(${account}) and id <> ${exceptId}`
  if (rows.length > 0) throw new ProblemError(409, 'account_taken')
}

/** Adds a person, without a password: they get a one-time code. Administrators and supervisors. Throws 403, 409, 422. */
export async function addPerson(context: ApiContext, actor: Actor, draft: PersonDraft): Promise<EntityRow<'person'>> {
  requireRole(actor, 'admin', 'supervisor')
  requireAuthorityOver(actor, draft.roles)
  const { ids, clock } = context
  return inTransaction(context, actor.tenant, async (changes) => {
    const person = { id: ids.next(), ...draft }
    await requireTeams(changes, person.teamIds)
    await requireFreeAccount(changes, person.account, person.id)
    await putNewPerson(changes, person, clock.now())
    await audit(changes, ids.next(), clock.now(), { action: 'person.added', personId: actor.personId, subject: person.id })
    return person
  })
}

/** Nobody must be left who could let anybody in again. */
async function requireAnAdmin({ tx, tenant }: TenantDb): Promise<void> {
  const rows = await tx`select 1 from person where tenant = ${tenant} and active and roles @> '["admin"]' limit 1`
  if (rows.length === 0) throw new ProblemError(409, 'last_admin')
}

/**
 * Changes a person; switching one off ends all their sessions. Administrators and supervisors (who do not touch
 * administrators). Throws ProblemError 403, 404, 409 `account_taken` or `last_admin`, 422 `unknown_team`.
 */
export async function changePerson(
  context: ApiContext, actor: Actor, personId: string, draft: PersonDraft,
): Promise<EntityRow<'person'>> {
  requireRole(actor, 'admin', 'supervisor')
  const { ids, clock } = context
  return inTransaction(context, actor.tenant, async (changes) => {
    const before = await readEntity(changes, 'person', personId, { lock: true })
    if (!before) throw new ProblemError(404, 'not_found')
    requireAuthorityOver(actor, draft.roles, before.roles)
    await requireTeams(changes, draft.teamIds)
    await requireFreeAccount(changes, draft.account, personId)
    const person = { id: personId, ...draft }
    await changes.put('person', person)
    if (before.roles.includes('admin')) await requireAnAdmin(changes)
    if (before.active && !person.active) await endSessionsOf(context, changes, personId, clock.now())
    await audit(changes, ids.next(), clock.now(), { action: 'person.changed', personId: actor.personId, subject: personId })
    changes.afterCommit(() => context.routing.wake(actor.tenant))
    return person
  })
}
