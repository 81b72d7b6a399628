import { create } from 'zustand'

/** What this window looks at of the shift: kept while one is elsewhere. */
export type DutyState = {
  /** null = the first team of mine. */
  teamId: string | null
  /** A day of the week that is shown (`YYYY-MM-DD`); null = today's. */
  rosterDate: string | null
}

export const useDutyState = create<DutyState>()(() => ({ teamId: null, rosterDate: null }))

export function chooseTeam(teamId: string): void {
  useDutyState.setState({ teamId })
}

export function showWeekOf(rosterDate: string | null): void {
  useDutyState.setState({ rosterDate })
}
