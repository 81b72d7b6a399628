import type { ShiftKind } from '../../domain/entities/roster.ts'

export type RosterField = 'account' | 'date' | 'kind' | 'from' | 'to' | 'duty'

/** Words above the columns of a roster, as teams write them. */
const COLUMNS: Record<RosterField, readonly string[]> = {
  account: ['账号', '帐号', '客服', '客服账号', '工号', '姓名', '人员', 'account', 'agent', 'person', 'name'],
  date: ['日期', '天', 'date', 'day'],
  kind: ['班次', '班别', '类型', '排班', 'kind', 'shift', 'type'],
  from: ['开始', '开始时间', '上班', '上班时间', 'from', 'start', 'begin'],
  to: ['结束', '结束时间', '下班', '下班时间', 'to', 'end', 'until'],
  duty: ['值班', '值日', '当日值班', 'duty'],
}
const KINDS: Record<ShiftKind, readonly string[]> = {
  day: ['day', '白班', '日班', '早班', '白', '早', 'early'], mid: ['mid', '中班', '中', 'middle', 'late'], night: ['night', '晚班', '夜班', '晚', '夜'],
  meeting: ['meeting', '会议', '例会', '开会'], training: ['training', '培训'], off: ['off', '休', '休息', '公休', '休假', 'day off', 'dayoff'],
}
const YES = ['1', '是', 'y', 'yes', 'true', '√', '✓', '值班', '值日', 'x']

const plain = (word: string): string => word.normalize('NFKC').trim().toLowerCase().replace(/[*：:]/g, '')

/** Which column (by its place) holds what; null where a roster cannot do without one that is missing. */
export function rosterColumns(header: readonly string[]): Record<RosterField, number> | null {
  const words = header.map(plain)
  const place = (field: RosterField): number => words.findIndex((word) => COLUMNS[field].includes(word))
  const columns = { account: place('account'), date: place('date'), kind: place('kind'), from: place('from'), to: place('to'), duty: place('duty') }
  return columns.account < 0 || columns.date < 0 || columns.kind < 0 || columns.from < 0 || columns.to < 0 ? null : columns
}

/** The kind of shift that a cell names in either language; null = none. */
export function kindOfWord(cell: string): ShiftKind | null {
  const word = plain(cell)
  return (Object.keys(KINDS) as ShiftKind[]).find((kind) => KINDS[kind].includes(word)) ?? null
}

export const isYes = (cell: string): boolean => YES.includes(plain(cell))

/**
 * The minute of the day that a cell names: 9:00, 09：30, 22点, 30:00 (six the next morning), a sheet's part of a day (0.375) or its time
 * with a date of 1899; null = none.
 */
export function minuteOfCell(cell: string): number | null {
  const text = cell.normalize('NFKC').trim()
  if (/^0?\.\d+$/.test(text)) return Math.round(Number(text) * 1_440)
  if (/^1(?:899|900)-\d\d-\d\d$/.test(text)) return 0
  const found = /^(?:1(?:899|900)-\d\d-\d\d )?(\d{1,2})(?:[:点时](\d{2})?(?::\d{2})?)?分?$/.exec(text)
  if (!found) return null
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  return hour <= 36 && minute < 60 ? hour * 60 + minute : null
}
