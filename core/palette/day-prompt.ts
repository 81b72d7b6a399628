import { mealPlansOf, shiftsOfPerson } from '../../db/shifts.ts'
import { readRow } from '../../db/synced/rows.ts'
import type { ReadDb } from '../../db/handle.ts'
import { promptOf, type Prompt } from '../../domain/roster/prompt.ts'
import { addDays, dateAt } from '../../domain/roster/zoned.ts'
import type { Me } from '../../protocol/rest.ts'

const DAY_MS = 24 * 3_600_000

/** @returns what the agent's own day asks for now: the meal (M3), a meeting or the end of the shift (H1). The team's roster is left unread: a key waits for this. */
export function dayPrompt(db: ReadDb, me: Me, nowMs: number): Prompt | null {
  const date = dateAt(nowMs, 'utc')
  return promptOf({
    personId: me.personId, nowMs, presence: readRow(db, 'presence', me.personId) ?? null,
    shifts: shiftsOfPerson(db, me.personId, nowMs - DAY_MS, nowMs + DAY_MS),
    mealPlans: me.teamIds.flatMap(id => mealPlansOf(db, id, addDays(date, -1), addDays(date, 1))),
    figures: me.teamIds[0] === undefined ? null : readRow(db, 'figures', me.teamIds[0]),
  })
}
