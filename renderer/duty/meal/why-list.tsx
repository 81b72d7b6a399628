import { useTranslation } from 'react-i18next'
import type { MealWhy } from '../../../domain/entities/roster.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useAbilityName } from '../ability-name.ts'

/** Why the program proposes these batches, in sentences (M2, L4). */
export function WhyList({ why, people }: { why: readonly MealWhy[]; people: RosterView['people'] }) {
  const { t } = useTranslation()
  const ability = useAbilityName()
  const text = ({ code, params }: MealWhy): string => {
    const { skill, language } = params
    const number = (name: string) => Number(params[name] ?? 0)
    return t(`crew.plan.reason.${code}`, {
      count: number('count'), minutes: number('minutes'), customers: number('customers'), perDesk: number('perDesk'), open: number('open'), queued: number('queued'), weeks: number('weeks'), people: number('people'),
      what: language === undefined ? ability('skill', String(skill ?? '')) : ability('language', String(language)),
      name: people.find(({ personId }) => personId === params['personId'])?.name ?? '',
    })
  }
  return (
    <section aria-labelledby='meal-why' className='mt-4 rounded-lg border border-line bg-panel px-4 py-3'>
      <h3 id='meal-why' className='mb-1 text-sm font-semibold text-ink-2'>{t('crew.plan.why')}</h3>
      <ul className='list-disc pl-5 text-sm'>{why.map((one, at) => <li key={at}>{text(one)}</li>)}</ul>
    </section>
  )
}
