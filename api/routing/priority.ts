/** A channel with this skill tag serves after-sale cases, which have their own lane in the queue (K19). */
export const AFTER_SALE_SKILL = 'after_sale'
/** Added by the lane; conversations without it have 0. */
export const AFTER_SALE_PRIORITY = 10
