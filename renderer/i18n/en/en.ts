import { palette } from './palette.ts'
import { desk } from './desk.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { thread } from './thread.ts'

/** English, complete: the same keys as Chinese. */
export const en = { ...session, ...desk, ...thread, ...settings, ...palette } as const
