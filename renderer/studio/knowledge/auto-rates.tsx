import { useTranslation } from 'react-i18next'
import { errorText } from '../../state/actions.ts'
import { useAsked } from '../use-asked.ts'
import { useOffline } from '../../state/use-offline.ts'

const DAYS = 30

/** S7: how often this entry answered by itself in the last days, how often it helped, and how often a person was wanted all the same. */
export function AutoRates({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const { value, error, busy } = useAsked('faq.rates', { days: DAYS })
  const offline = useOffline()
  if (error) return <p className='text-sm text-ink-3' role='status'>{errorText(error)}</p>
  if (!value) return busy && offline ? <p className='text-sm text-ink-3'>{t('studio.knowledge.ratesOffline')}</p> : null
  const { answered, helped, toPerson } = value.find(({ knowledgeId }) => knowledgeId === id) ?? { answered: 0, helped: 0, toPerson: 0 }
  const share = (count: number): string => new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(answered === 0 ? 0 : count / answered)
  if (answered === 0) return <p className='text-sm text-ink-3'>{t('studio.knowledge.ratesNone', { days: DAYS })}</p>
  return (
    <p className='text-sm text-ink-2 tabular-nums' role='status'>
      {t('studio.knowledge.rates', { days: DAYS, answered, helped, helpedShare: share(helped), toPerson, toPersonShare: share(toPerson) })}
    </p>
  )
}
