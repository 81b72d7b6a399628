import type { IncidentPlanContent } from '../../../domain/entities/release.ts'

export const GRADES = ['minor', 'major', 'critical'] as const satisfies readonly IncidentPlanContent['grade'][]
export const BLANK_PLAN: IncidentPlanContent = { title: '', grade: 'major', notice: '', scriptIds: [], autoReply: null, reportingPath: '', teamIds: [] }

const text = (value: unknown): string => typeof value === 'string' ? value : ''
const ids = (value: unknown): string[] => Array.isArray(value) ? value.filter(one => typeof one === 'string') : []

/** What a supervisor writes of a plan, out of a live row or a draft. */
export function planOf(row: Record<string, unknown>): IncidentPlanContent {
  const reply = row['autoReply'] as Record<string, unknown> | null | undefined
  return {
    title: text(row['title']), grade: GRADES.find(grade => grade === row['grade']) ?? BLANK_PLAN.grade, notice: text(row['notice']), scriptIds: ids(row['scriptIds']),
    autoReply: reply && typeof reply === 'object' ? { zh: text(reply['zh']), en: text(reply['en']) } : null, reportingPath: text(row['reportingPath']), teamIds: ids(row['teamIds']),
  }
}
