import type { TFunction } from 'i18next'

/** D18, K8: what it was about. A class or outcome that a team named itself is shown as it is. */
const CLASSES = [
  'enquiry', 'order_change', 'order_query', 'payment', 'return', 'exchange', 'repair', 'complaint_quality', 'complaint_logistics',
  'complaint_attitude', 'complaint_other', 'suggestion',
] as const
const OUTCOMES = ['solved', 'ordered', 'not_ordered', 'follow_up'] as const

/** @returns what a talk was about in the window's language, null when nobody said */
export function classWord(t: TFunction, name: string | null): string | null {
  const known = CLASSES.find(one => one === name)
  return known ? t(`case.class.${known}`) : name
}

/** @returns how a talk ended, null when nobody said */
export function outcomeWord(t: TFunction, name: string | null): string | null {
  const known = OUTCOMES.find(one => one === name)
  return known ? t(`case.outcome.${known}`) : name
}
