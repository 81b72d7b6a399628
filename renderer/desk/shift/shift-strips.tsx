import { useTranslation } from 'react-i18next'
import { HandoverStrips } from '../handover/handover-strips.tsx'
import { OfferStrips } from '../transfer/offer-strips.tsx'
import { useOffersSettled } from '../transfer/use-offers-settled.ts'
import { PromptStrip } from './prompt-strip.tsx'

/** What the shift asks of me now; nothing when it asks nothing. The nearest to run out stands first. */
export function ShiftStrips() {
  const { t } = useTranslation()
  useOffersSettled()
  return (
    <section aria-label={t('regions.shift')}>
      <OfferStrips />
      <HandoverStrips />
      <PromptStrip />
    </section>
  )
}
