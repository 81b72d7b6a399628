import type { TFunction } from 'i18next'

/** S6, and what the built-in scripts use; a scene that a team named itself is shown as it is. */
export const KNOWN_SCENES = [
  'care', 'stock', 'recommendation', 'product', 'bargaining', 'shipping', 'cash_on_delivery', 'coupon', 'gift', 'phone_order', 'campaign', 'size',
  'logistics', 'return', 'refund', 'exchange', 'repair', 'quality', 'invoice',
] as const

/** @returns a scene in the window's language */
export function sceneWord(t: TFunction, name: string): string {
  const known = KNOWN_SCENES.find(one => one === name)
  return known ? t(`studio.scene.${known}`) : name
}
