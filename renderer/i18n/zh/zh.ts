import { desk } from './desk.ts'
import { duty } from './duty.ts'
import { everywhere } from './everywhere.ts'
import { figures } from './figures.ts'
import { palette } from './palette.ts'
import { rules } from './rules.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { shift } from './shift.ts'
import { studio } from './studio.ts'
import { studioFiles } from './studio-files.ts'
import { thread } from './thread.ts'

/** Simplified Chinese: the first language, and the type of every key. */
export const zh = {
  ...desk,
  ...duty,
  ...everywhere,
  ...figures,
  ...palette,
  ...rules,
  ...session,
  ...settings,
  ...shift,
  ...studio,
  ...studioFiles,
  ...thread,
} as const
