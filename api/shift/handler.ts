import type { Team } from '../../domain/entities/team.ts'
import type { ShiftAsk, ShiftInput, ShiftOutput } from '../../protocol/shift.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import { readEntity } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'
import { leads } from '../sync/mutators/mutator.ts'

/** What a question about a team is answered from. */
export interface Asked {
  readonly context: ApiContext
  readonly db: TenantDb
  readonly actor: Actor
  readonly team: Team
}

/** Answers one question of protocol/shift.ts about a team the caller belongs to. Throws ProblemError. */
export type ShiftHandler<N extends ShiftAsk> = (asked: Asked, input: ShiftInput<N>) => Promise<ShiftOutput<N>>
export type ShiftHandlers = { readonly [N in ShiftAsk]: ShiftHandler<N> }

/** The caller with the team asked about. Throws ProblemError 403 `not_allowed` for a team that is not theirs. */
export async function askedAbout(context: ApiContext, actor: Actor, teamId: string): Promise<Asked> {
  const db = { tx: context.sql, tenant: actor.tenant, keys: await context.keys.of(context.sql, actor.tenant) }
  const team = actor.teamIds.includes(teamId) ? await readEntity(db, 'team', teamId) : null
  if (!team) throw new ProblemError(403, 'not_allowed')
  return { context, db, actor, team }
}

/** Whether the caller supervises the team asked about. */
export const isLed = ({ actor, team }: Asked): boolean => leads(actor, { teamId: team.id })

/** Throws ProblemError 403 `not_allowed` unless the caller supervises the team. */
export function mustLead(asked: Asked): void {
  if (!isLed(asked)) throw new ProblemError(403, 'not_allowed')
}
