import type { SeedScript } from '../seed-script.ts'
import { afterSaleScripts } from './after-sale.ts'
import { apologyScripts, complaintScripts } from './apology-complaint.ts'
import { campaignScripts } from './campaign.ts'
import { closingScripts } from './closing.ts'
import { careScripts, openingScripts } from './opening-care.ts'
import { orderCheckScripts, reminderScripts } from './order.ts'
import { recommendationScripts } from './recommendation.ts'
import { handoverGiveScripts, handoverTakeScripts, leftMessageScripts, mealScripts } from './shift.ts'
import { lookUpScripts, transferScripts, waitingScripts } from './waiting-transfer.ts'

/**
 * All seeded quick replies in the order of SOP S2.
 * Goes in: the time in epoch ms, which only the campaign scripts' dates depend on. (S2, S3, S6)
 */
export function allSeedScripts(nowMs: number): readonly SeedScript[] {
  return [
    ...openingScripts, ...careScripts, ...waitingScripts, ...lookUpScripts, ...transferScripts,
    ...recommendationScripts, ...campaignScripts(nowMs), ...orderCheckScripts, ...reminderScripts,
    ...closingScripts, ...apologyScripts, ...complaintScripts, ...afterSaleScripts, ...mealScripts,
    ...handoverGiveScripts, ...handoverTakeScripts, ...leftMessageScripts,
  ]
}
