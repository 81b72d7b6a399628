import type { MealPlan, Shift, ShiftSwap } from '../domain/entities/roster.ts'
import type { ReadDb } from './handle.ts'
import { columnList } from './synced/columns.ts'
import { decode, type SqlRow } from './synced/rows.ts'

const SHIFT = columnList('shift')

/** @returns shifts of a team that belong to these days, both included (`YYYY-MM-DD`), by time */
export function shiftsOfTeam(db: ReadDb, teamId: string, fromDate: string, toDate: string): Shift[] {
  return db.all<SqlRow>(`SELECT ${SHIFT} FROM shift_view WHERE team_id = ? AND date >= ? AND date <= ? ORDER BY from_ms, id`, teamId, fromDate, toDate)
    .map(row => decode('shift', row))
}

/** @returns shifts of a person that end after and begin before these times (epoch ms), by time */
export function shiftsOfPerson(db: ReadDb, personId: string, endAfterMs: number, beginBeforeMs: number): Shift[] {
  return db.all<SqlRow>(`SELECT ${SHIFT} FROM shift_view WHERE person_id = ? AND to_ms > ? AND from_ms < ? ORDER BY from_ms, id`, personId, endAfterMs, beginBeforeMs)
    .map(row => decode('shift', row))
}

/** @returns decided meal plans of a team of these days, both included (M2) */
export function mealPlansOf(db: ReadDb, teamId: string, fromDate: string, toDate: string): MealPlan[] {
  return db.all<SqlRow>(`SELECT ${columnList('meal_plan')} FROM meal_plan_view WHERE team_id = ? AND date >= ? AND date <= ? ORDER BY date, meal DESC`, teamId, fromDate, toDate)
    .map(row => decode('meal_plan', row))
}

/** @returns swaps of a team that are asked, or were settled since (epoch ms), newest first */
export function swapsOf(db: ReadDb, teamId: string, sinceMs: number): ShiftSwap[] {
  return db.all<SqlRow>(`SELECT ${columnList('shift_swap')} FROM shift_swap_view WHERE team_id = ? AND (state = 'asked' OR settled_at_ms >= ?) ORDER BY asked_at_ms DESC`,
    teamId, sinceMs).map(row => decode('shift_swap', row))
}
