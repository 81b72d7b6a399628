import type { Severity } from '../entities/language-rule.ts'

/** clock: minutes of the day. rings: of a telephone. */
export type FigureUnit = 'sec' | 'min' | 'h' | 'days' | 'percent' | 'count' | 'chars' | 'clock' | 'rings' | 'severity' | 'on'
export type FigureGroup = 'timers' | 'channels' | 'load' | 'language' | 'scripts' | 'orders' | 'tickets' | 'meal' | 'handover' | 'quality' | 'training'
/** Where a figure takes effect. timers, team: kept in the team's row. rules: read where the rule is applied. later: nothing reads it yet. */
export type FigurePlace = 'timers' | 'team' | 'rules' | 'later'

type Entry<V> = {
  /** The rule of SOP.md it belongs to. */
  rule: string
  group: FigureGroup
  unit: FigureUnit
  standard: V
  /** Of numbers: what may be set, both included. */
  min: number
  max: number
  place: FigurePlace
}
export type Figure = Entry<number> | Entry<Severity> | Entry<boolean>

const number = (rule: string, group: FigureGroup, unit: FigureUnit, standard: number, [min, max]: readonly [number, number], place: FigurePlace): Entry<number> =>
  ({ rule, group, unit, standard, min, max, place })
const severity = (rule: string, standard: Severity, place: FigurePlace): Entry<Severity> =>
  ({ rule, group: 'language', unit: 'severity', standard, min: 0, max: 0, place })

/** A timer of a conversation: no longer than a day. */
const SEC = [1, 86_400] as const
const MIN = [1, 240] as const
const HOURS = [1, 720] as const
const DAYS = [1, 400] as const
const SHARE = [0, 100] as const
const CLOCK = [0, 1440] as const

/**
 * Every figure of SOP.md, by its key: what a team leaves alone has its standard. A figure marked `later` is known and not in effect: it
 * belongs to a part of the program that is still to come, and is shown as such. The one list.
 */
export const FIGURES = {
  firstReplySec: number('T1', 'timers', 'sec', 15, SEC, 'timers'),
  averageReplySec: number('T2', 'timers', 'sec', 30, SEC, 'timers'),
  holdingSec: number('T3', 'timers', 'sec', 120, SEC, 'timers'),
  apologySec: number('T4', 'timers', 'sec', 180, SEC, 'timers'),
  silenceAskSec: number('T7', 'timers', 'sec', 180, SEC, 'timers'),
  silenceCloseSec: number('T7', 'timers', 'sec', 600, SEC, 'timers'),
  promiseSec: number('T8', 'timers', 'sec', 120, SEC, 'timers'),
  promiseNudgeSec: number('T8', 'timers', 'sec', 30, SEC, 'timers'),
  peakReplySec: number('T11', 'timers', 'sec', 60, SEC, 'timers'),

  phoneRings: number('T9', 'channels', 'rings', 3, [1, 20], 'timers'),
  phoneRingSec: number('T9', 'channels', 'sec', 5, [1, 30], 'timers'),
  mailReplyHours: number('T9', 'channels', 'h', 24, HOURS, 'timers'),
  socialReplyHours: number('T9', 'channels', 'h', 4, HOURS, 'timers'),

  queueAlertCount: number('L1', 'load', 'count', 10, [1, 1000], 'rules'),
  returningHours: number('L2', 'load', 'h', 24, [0, 8760], 'team'),
  queueAgingSec: number('P2', 'load', 'sec', 180, SEC, 'timers'),
  unreachableSec: number('H5', 'load', 'sec', 60, [30, 86_400], 'timers'),
  handoverSec: number('H5', 'load', 'sec', 180, SEC, 'timers'),
  busyDeskCount: number('L3', 'load', 'count', 10, [1, 200], 'rules'),

  messageChars: number('C3', 'language', 'chars', 120, [20, 2_000], 'rules'),
  lengthSeverity: severity('C3', 'warn', 'rules'),
  personalDataSeverity: severity('C4', 'warn', 'rules'),
  cardSeverity: severity('C2', 'block', 'rules'),
  anythingElseTimes: number('D5', 'language', 'count', 1, [1, 5], 'rules'),

  reviewDays: number('S5', 'scripts', 'days', 91, DAYS, 'rules'),
  unusedDays: number('S5', 'scripts', 'days', 90, DAYS, 'rules'),
  campaignDaysAhead: number('D7', 'scripts', 'days', 2, [0, 30], 'later'),

  returnDays: number('K13', 'orders', 'days', 7, DAYS, 'later'),

  urgentSolvedMin: number('K1', 'tickets', 'min', 30, [1, 1440], 'later'),
  complaintFeedbackHours: number('K2', 'tickets', 'h', 2, HOURS, 'later'),
  logisticsHours: number('K3', 'tickets', 'h', 4, HOURS, 'later'),
  qualityPlanHours: number('K4', 'tickets', 'h', 24, HOURS, 'later'),
  progressHours: number('K5', 'tickets', 'h', 24, HOURS, 'later'),
  shopPartHours: number('K6', 'tickets', 'h', 48, HOURS, 'later'),
  repairHours: number('K16', 'tickets', 'h', 2, HOURS, 'later'),

  lunchFrom: number('M1', 'meal', 'clock', 720, CLOCK, 'rules'),
  lunchTo: number('M1', 'meal', 'clock', 840, CLOCK, 'rules'),
  dinnerFrom: number('M1', 'meal', 'clock', 1080, CLOCK, 'rules'),
  dinnerTo: number('M1', 'meal', 'clock', 1200, CLOCK, 'rules'),
  mealBatches: number('M2', 'meal', 'count', 2, [1, 10], 'rules'),
  mealBatchesBusy: number('M2', 'meal', 'count', 3, [1, 10], 'rules'),
  mealClearMin: number('M3', 'meal', 'min', 10, MIN, 'rules'),
  mealMinutes: number('M1', 'meal', 'min', 60, MIN, 'rules'),
  transferAcceptSec: number('M5', 'meal', 'sec', 30, [5, 600], 'rules'),
  lateBackMin: number('M9', 'meal', 'min', 3, MIN, 'rules'),
  absentGraceSec: number('M9', 'meal', 'sec', 180, SEC, 'rules'),
  idleAwayMin: number('M10', 'meal', 'min', 10, MIN, 'rules'),
  transferAgents: number('M6', 'meal', 'count', 2, [1, 10], 'rules'),

  handoverReplySec: number('T5', 'handover', 'sec', 60, SEC, 'timers'),
  handoverTargetMin: number('T6', 'handover', 'min', 5, MIN, 'timers'),
  handoverLimitMin: number('T6', 'handover', 'min', 10, MIN, 'timers'),
  handoverClearMin: number('H1', 'handover', 'min', 10, MIN, 'rules'),

  sampleShare: number('Q1', 'quality', 'percent', 20, SHARE, 'later'),
  surveyHours: number('Q4', 'quality', 'h', 24, HOURS, 'later'),
  surveyQuestions: number('Q4', 'quality', 'count', 5, [1, 5], 'later'),
  satisfactionAim: number('Q5', 'quality', 'percent', 91, SHARE, 'later'),
  satisfactionLow: number('Q5', 'quality', 'percent', 80, SHARE, 'later'),
  firstContactShare: number('Q5', 'quality', 'percent', 90, SHARE, 'later'),
  complaintSolvedHours: number('Q5', 'quality', 'h', 24, HOURS, 'later'),
  appraisalDays: number('Q11', 'quality', 'days', 30, DAYS, 'later'),

  readyDays: number('N3', 'training', 'days', 7, DAYS, 'later'),
  conformityShare: number('N3', 'training', 'percent', 95, SHARE, 'later'),
  trainingDays: number('N4', 'training', 'days', 30, DAYS, 'later'),
} as const satisfies Record<string, Figure>

export type FigureKey = keyof typeof FIGURES
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[]
/** What a figure holds: a number, a severity, on or off. */
export type FigureOf<K extends FigureKey> = (typeof FIGURES)[K]['standard']

/** Of two figures the first may not be greater than the second. */
export const PAIRS: readonly (readonly [FigureKey, FigureKey])[] = [
  ['firstReplySec', 'holdingSec'], ['averageReplySec', 'holdingSec'], ['averageReplySec', 'peakReplySec'],
  ['averageReplySec', 'handoverReplySec'], ['holdingSec', 'apologySec'], ['silenceAskSec', 'silenceCloseSec'],
  ['promiseNudgeSec', 'promiseSec'], ['handoverTargetMin', 'handoverLimitMin'], ['mealBatches', 'mealBatchesBusy'],
  ['lunchFrom', 'lunchTo'], ['lunchTo', 'dinnerFrom'], ['dinnerFrom', 'dinnerTo'], ['satisfactionLow', 'satisfactionAim'],
]
