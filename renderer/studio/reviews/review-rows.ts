import type { StudioView } from '../../../protocol/script-views.ts'

export type ReviewRow = {
  kind: 'script' | 'knowledge'
  id: string
  title: string
  ownerId: string | null
  reviewAtMs: number | null
  /** What my draft makes of the date; null = it says nothing else. */
  draftedMs: number | null
}
export type ReviewShow = 'due' | 'soon' | 'nobody' | 'all'

const DAY_MS = 86_400_000
const SOON_DAYS = 30

/** What is live of a kind with its owner and review date (S5). */
export function reviewRows(kind: ReviewRow['kind'], view: StudioView | null): ReviewRow[] {
  const text = (value: unknown) => typeof value === 'string' ? value : null
  return (view?.items ?? []).flatMap(({ id, live, drafts }) => live ? [{
    kind, id, title: text(live[kind === 'script' ? 'title' : 'question']) ?? '', ownerId: text(live['ownerId']),
    reviewAtMs: typeof live['reviewAtMs'] === 'number' ? live['reviewAtMs'] : null, draftedMs: draftedMs(live, drafts),
  }] : [])
}

function draftedMs(live: Record<string, unknown>, drafts: StudioView['items'][number]['drafts']): number | null {
  const dates = drafts.filter(({ mine, content }) => mine && content['reviewAtMs'] !== live['reviewAtMs']).map(({ content }) => content['reviewAtMs'])
  return dates.find(date => typeof date === 'number') ?? null
}

/** @returns the day three months after this one, at midnight here; the last of its month where that is shorter */
export function inAQuarter(nowMs: number): number {
  const now = new Date(nowMs)
  const [year, month] = [now.getFullYear(), now.getMonth() + 3]
  return new Date(year, month, Math.min(now.getDate(), new Date(year, month + 1, 0).getDate())).getTime()
}

/** Days of the calendar until the review, negative when it is overdue; null without a date. */
export function daysLeft({ reviewAtMs }: Pick<ReviewRow, 'reviewAtMs'>, nowMs: number): number | null {
  return reviewAtMs === null ? null : Math.round((startOfDay(reviewAtMs) - startOfDay(nowMs)) / DAY_MS)
}

/** In the zone of this machine, as its dates are written. */
const startOfDay = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0)

export function isShown(row: ReviewRow, show: ReviewShow, nowMs: number): boolean {
  const left = daysLeft(row, nowMs)
  switch (show) {
    case 'all': return true
    case 'nobody': return row.ownerId === null || left === null
    case 'due': return left !== null && left <= 0
    case 'soon': return left !== null && left > 0 && left <= SOON_DAYS
  }
}
