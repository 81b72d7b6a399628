import { wallConversations } from '../wall/conversations.ts'
import { wallHistory } from '../wall/history.ts'
import type { ShiftHandlers } from './handler.ts'
import { proposeMeal } from './meal-propose.ts'
import { readPresenceLog } from './presence-log.ts'
import { readRosterFile } from './roster-read.ts'

/** Every question of protocol/shift.ts has its answer here. */
export const SHIFT_HANDLERS: ShiftHandlers = {
  'meal.propose': proposeMeal,
  'presence.log': readPresenceLog,
  'wall.history': wallHistory,
  'wall.conversations': wallConversations,
  'roster.read': readRosterFile,
}
