import { HandoverStrips } from '../handover/handover-strips.tsx'
import { OfferStrips } from '../transfer/offer-strips.tsx'
import { useOffersSettled } from '../transfer/use-offers-settled.ts'
import { PromptStrip } from './prompt-strip.tsx'

/** What the shift asks of me now; nothing when it asks nothing. The nearest to run out stands first. */
export function ShiftStrips() {
  useOffersSettled()
  return (
    <>
      <OfferStrips />
      <HandoverStrips />
      <PromptStrip />
    </>
  )
}
