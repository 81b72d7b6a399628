import type { Figures, FiguresContent, FigureValue } from '../../domain/entities/release.ts'
import type { Team } from '../../domain/entities/team.ts'
import { figureOf, givenOf, timersFrom, withoutStandards } from '../../domain/figures/figures.ts'
import { withTimers } from '../../domain/timers/policy.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'

/** Who changes figures, and when (epoch ms, the server's). */
type By = { personId: string; nowMs: number }

/** Figures of a team that is gone. */
export class NoSuchTeam extends Error {
  constructor(teamId: string) {
    super(`no team ${teamId}`)
    this.name = 'NoSuchTeam'
  }
}

type Values = Readonly<Record<string, FigureValue>>

const changedKeys = (was: Values, given: Values): string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(given)])].filter((key) => was[key] !== given[key])

/** Who changed which figure last, and when. */
function changesOf(before: Figures | null, keys: readonly string[], { personId, nowMs }: By): Figures['changes'] {
  return { ...before?.changes, ...Object.fromEntries(keys.map((key) => [key, { personId, atMs: nowMs }])) }
}

/**
 * Puts published figures in effect for a team; null = back to the standards. The team's row is kept in line, in which what runs finds the
 * figures it began with. In: content that was checked (`figureFaults`). Throws NoSuchTeam.
 */
export async function applyFigures(
  changes: ChangeSet, teamId: string, { content, version }: { content: FiguresContent | null; version: number }, by: By,
): Promise<void> {
  const team = await readEntity(changes, 'team', teamId, { lock: true })
  if (!team) throw new NoSuchTeam(teamId)
  const before = await readEntity(changes, 'figures', teamId, { lock: true })
  const given = withoutStandards(content?.given ?? {})
  // The row stays without anything given: it holds the version, and who took what back.
  const changed = changedKeys(givenOf(team, before), given)
  await changes.put('figures', { id: teamId, given, version, updatedAtMs: by.nowMs, changes: changesOf(before, changed, by) })
  const after = withTimers({ ...team, returningHours: figureOf({ given }, 'returningHours') }, timersFrom({ given }), by.nowMs)
  await changes.put('team', after)
}

/** The other way round: a team that was set up anew, with timers of its own, has them among its figures. */
export async function followTeam(changes: ChangeSet, team: Team, by: By): Promise<void> {
  const before = await readEntity(changes, 'figures', team.id, { lock: true })
  const given = givenOf(team, before)
  const keys = changedKeys(before?.given ?? {}, given)
  if (keys.length === 0) return
  const version = (before?.version ?? 0) + 1
  await changes.put('figures', { id: team.id, given, version, updatedAtMs: by.nowMs, changes: changesOf(before, keys, by) })
}
