import { figureOf } from '../figures/figures.ts'
import type { Given } from '../figures/figures.ts'

/**
 * L1: whether more customers wait in a team's queue than its threshold: supervisors are alerted, meal batches get smaller (M2), and questions that
 * begin have the target of the peak (T11).
 */
export function isQueueOver(queued: number, figures: Given): boolean {
  return queued > figureOf(figures, 'queueAlertCount')
}
