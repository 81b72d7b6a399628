import { palette } from './palette.ts'
import { desk } from './desk.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { thread } from './thread.ts'

/** Simplified Chinese: the first language, and the type of every key. */
export const zh = { ...session, ...desk, ...thread, ...settings, ...palette } as const
