import { z } from 'zod'
import type { EntityRow } from '../../domain/entities/entity.ts'
import { audit } from '../auth/audit.ts'
import { requireRole } from '../auth/authenticate.ts'
import type { Actor } from '../auth/authenticate.ts'
import { issueOneTimeCode } from '../auth/one-time-code.ts'
import type { ApiContext } from '../context.ts'
import { listEntities } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'
import { inTransaction } from '../store/transaction.ts'
import { putNewPerson, tenantDb } from './people.ts'
import { readStaffFile } from './staff-file.ts'
import type { StaffEntry, StaffError } from './staff-file.ts'

/** What an import would do, or did, line by line. With errors nothing is stored. */
export const StaffImportResult = z.object({
  applied: z.boolean(),
  people: z.array(z.object({
    line: z.number().int(), account: z.string(), name: z.string(), action: z.enum(['add', 'change', 'same']),
    /** After applying: for a new person, to choose a password with; told once. */
    code: z.string().nullable(),
  })),
  errors: z.array(z.object({ line: z.number().int(), column: z.string().nullable(), problem: z.string() })),
})
export type StaffImportResult = z.infer<typeof StaffImportResult>

interface Planned {
  readonly entry: StaffEntry
  readonly before: EntityRow<'person'> | null
  readonly row: EntityRow<'person'>
  readonly action: 'add' | 'change' | 'same'
}

/** Three change rows a person: row, presence, grants. */
const PEOPLE_A_TRANSACTION = 25

async function plan(
  context: ApiContext, db: TenantDb, entries: readonly StaffEntry[], mayTouchAdmins: boolean,
): Promise<{ planned: Planned[], errors: StaffError[] }> {
  const teams = new Map((await listEntities(db, 'team', {})).map((team) => [team.name, team.id]))
  const people = new Map((await listEntities(db, 'person', {})).map((person) => [person.account.toLowerCase(), person]))
  const errors: StaffError[] = []
  const planned: Planned[] = []
  for (const entry of entries) {
    const unknown = entry.teams.filter((name) => !teams.has(name))
    for (const name of unknown) errors.push({ line: entry.line, column: 'teams', problem: `no team "${name}" in this shop` })
    const before = people.get(entry.account.toLowerCase()) ?? null
    if (!mayTouchAdmins && (entry.roles.includes('admin') || before?.roles.includes('admin'))) {
      errors.push({ line: entry.line, column: 'roles', problem: 'only an administrator makes or changes administrators' })
    }
    if (before?.roles.includes('admin') && !entry.roles.includes('admin')) {
      errors.push({ line: entry.line, column: 'roles', problem: 'an import does not take the role admin away' })
    }
    const row: EntityRow<'person'> = {
      id: before?.id ?? context.ids.next(), account: before?.account ?? entry.account.toLowerCase(), name: entry.name,
      roles: entry.roles, teamIds: entry.teams.flatMap((name) => teams.get(name) ?? []), seniority: entry.seniority,
      skills: entry.skills, languages: entry.languages, conversationLimit: entry.conversationLimit,
      active: before?.active ?? true,
    }
    const action = before === null ? 'add' : JSON.stringify(before) === JSON.stringify(row) ? 'same' : 'change'
    planned.push({ entry, before, row, action })
  }
  return { planned, errors }
}

/**
 * Staff from a CSV file (N5): a preview, or, with `apply` and no error, the real thing. New people get a one-time code each.
 * `actor` null: the operator at the command line. Throws ProblemError 403.
 */
export async function importStaff(
  context: ApiContext, tenant: string, actor: Actor | null, csv: string, apply: boolean,
): Promise<StaffImportResult> {
  if (actor) requireRole(actor, 'admin', 'supervisor')
  const file = readStaffFile(csv)
  const { planned, errors } = await plan(
    context, await tenantDb(context, tenant), file.entries, actor === null || actor.roles.includes('admin'))
  const faults = [...file.errors, ...errors].sort((a, b) => a.line - b.line)
  const told = (codes: ReadonlyMap<string, string>): StaffImportResult['people'] => planned.map(({ entry, row, action }) => (
    { line: entry.line, account: row.account, name: row.name, action, code: codes.get(row.id) ?? null }
  ))
  if (!apply || faults.length > 0) return { applied: false, people: told(new Map()), errors: faults }
  const work = planned.filter(({ action }) => action !== 'same')
  for (let from = 0; from < work.length; from += PEOPLE_A_TRANSACTION) {
    const part = work.slice(from, from + PEOPLE_A_TRANSACTION)
    await inTransaction(context, tenant, async (changes) => {
      const nowMs = context.clock.now()
      for (const { row, action } of part) {
        if (action === 'add') await putNewPerson(changes, row, nowMs)
        else await changes.put('person', row)
      }
      await audit(changes, context.ids.next(), nowMs, {
        action: 'people.imported', personId: actor?.personId ?? null, detail: { count: part.length },
      })
    })
  }
  const codes = new Map<string, string>()
  for (const { row, action } of work) {
    if (action === 'add') codes.set(row.id, (await issueOneTimeCode(context, tenant, actor, row.id)).code)
  }
  return { applied: true, people: told(codes), errors: [] }
}
