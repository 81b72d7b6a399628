import type { StudioView } from '../../../protocol/script-views.ts'

export type ReviewRow = { kind: 'script' | 'knowledge'; id: string; title: string; ownerId: string | null; reviewAtMs: number | null }
export type ReviewShow = 'due' | 'soon' | 'nobody' | 'all'

const DAY_MS = 86_400_000
const SOON_DAYS = 30

/** What is live of a kind with its owner and review date (S5). */
export function reviewRows(kind: ReviewRow['kind'], view: StudioView | null): ReviewRow[] {
  const text = (value: unknown) => typeof value === 'string' ? value : null
  return (view?.items ?? []).flatMap(({ id, live }) => live ? [{
    kind, id, title: text(live[kind === 'script' ? 'title' : 'question']) ?? '', ownerId: text(live['ownerId']),
    reviewAtMs: typeof live['reviewAtMs'] === 'number' ? live['reviewAtMs'] : null,
  }] : [])
}

/** Whole days until the review, negative when it is overdue; null without a date. */
export function daysLeft({ reviewAtMs }: ReviewRow, nowMs: number): number | null {
  if (reviewAtMs === null) return null
  const days = (reviewAtMs - nowMs) / DAY_MS
  return Math.floor(days)
}

export function isShown(row: ReviewRow, show: ReviewShow, nowMs: number): boolean {
  const left = daysLeft(row, nowMs)
  switch (show) {
    case 'all': return true
    case 'nobody': return row.ownerId === null || left === null
    case 'due': return left !== null && left <= 0
    case 'soon': return left !== null && left > 0 && left <= SOON_DAYS
  }
}
