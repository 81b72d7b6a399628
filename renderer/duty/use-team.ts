import { useMemo } from 'react'
import type { Team } from '../../domain/entities/team.ts'
import { dateAt } from '../../domain/roster/zoned.ts'
import { useTime } from '../edge/ticker.ts'
import { useLive } from '../state/live-store.ts'
import { useDutyState } from './duty-store.ts'

/** The teams whose shift this person may look at: their own. */
export function useMyTeams(): Team[] {
  const teams = useLive(state => state.team?.teams)
  const mine = useLive(state => state.session?.me?.teamIds)
  return useMemo(() => (teams ?? []).filter(({ id }) => mine?.includes(id)), [teams, mine])
}

/** The team that is looked at; undefined = none. */
export function useDutyTeam(): Team | undefined {
  const teams = useMyTeams()
  const chosen = useDutyState(state => state.teamId)
  return teams.find(({ id }) => id === chosen) ?? teams[0]
}

/** Today (`YYYY-MM-DD`) in a team's zone. */
export function useToday(timeZone: string): string {
  return useTime(nowMs => dateAt(nowMs, timeZone))
}
