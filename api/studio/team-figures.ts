import { figureOf } from '../../domain/figures/figures.ts'
import type { FigureKey } from '../../domain/figures/registry.ts'
import { readEntity } from '../store/entities.ts'
import type { TenantDb } from '../store/entities.ts'

/** A figure of the first team of this person, for what is the whole shop's; the standard where nobody leads a team. */
export async function figureOfPerson<K extends FigureKey>(db: TenantDb, personId: string, key: K): Promise<ReturnType<typeof figureOf<K>>> {
  const person = await readEntity(db, 'person', personId)
  const teamId = person?.teamIds[0]
  return figureOf(teamId === undefined ? null : await readEntity(db, 'figures', teamId), key)
}
