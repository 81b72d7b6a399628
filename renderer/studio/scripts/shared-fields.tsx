import { useTranslation } from 'react-i18next'
import type { Audience } from '../../../domain/entities/script.ts'
import { useLive } from '../../state/live-store.ts'
import { TIERS } from '../plain-content.ts'
import { Checks, Select } from '../ui/fields.tsx'

/** For whom it is: teams, channels, tiers. */
export function AudienceFields({ value, onChange }: { value: Audience; onChange: (value: Audience) => void }) {
  const { t } = useTranslation()
  const team = useLive(state => state.team)
  return (
    <>
      <Checks label={t('studio.field.teamIds')} values={value.teamIds} options={(team?.teams ?? []).map(({ id, name }) => ({ value: id, text: name }))} onChange={teamIds => { onChange({ ...value, teamIds }) }} />
      <Checks label={t('studio.field.channelIds')} values={value.channelIds} options={(team?.channels ?? []).map(({ id, name }) => ({ value: id, text: name }))} onChange={channelIds => { onChange({ ...value, channelIds }) }} />
      <Checks label={t('studio.field.tiers')} values={value.tiers} options={TIERS.map(tier => ({ value: tier, text: t(`tier.${tier}`) }))} onChange={tiers => { onChange({ ...value, tiers }) }} />
    </>
  )
}

/** S5: who answers for it. */
export function OwnerField({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation()
  const people = useLive(state => state.team?.people) ?? []
  return <Select label={t('studio.field.ownerId')} value={value} none={t('studio.nobody')} options={people.map(({ id, name }) => ({ value: id, text: name }))} onChange={onChange} className='min-w-40' />
}
