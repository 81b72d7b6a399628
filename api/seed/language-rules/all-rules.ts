import { brushOffEn } from './brush-off-en.ts'
import { brushOffZh } from './brush-off-zh.ts'
import { arguingRules } from './arguing.ts'
import { blameRules } from './blame.ts'
import { dialogueRules } from './dialogue.ts'
import { promiseRules } from './promises.ts'
import type { SeedRule } from './seed-rule.ts'
import { sensitiveRules } from './sensitive.ts'
import { turnedAwayZh } from './turned-away-zh.ts'

/** The language rules that every shop begins with (C1 to C4, D4 to D6, D9, D15); supervisors change them. */
export const allSeedRules: readonly SeedRule[] = [...brushOffZh, ...turnedAwayZh, ...brushOffEn, ...sensitiveRules, ...promiseRules, ...dialogueRules, ...arguingRules, ...blameRules]
