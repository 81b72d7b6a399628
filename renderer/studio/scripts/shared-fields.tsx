import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Audience } from '../../../domain/entities/script.ts'
import { useLive } from '../../state/live-store.ts'
import { TIERS } from '../plain-content.ts'
import { Checks, DateField, Group, Select } from '../ui/fields.tsx'

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

type Valid = { validFromMs: number | null; validToMs: number | null }

/** The end does not come after the beginning. */
export function areReversed({ validFromMs, validToMs }: Valid): boolean {
  return validFromMs !== null && validToMs !== null && validToMs <= validFromMs
}

/** S3: from when to when it is there. What cannot be is said here, long before it is published. @param children stand before, in the same row */
export function ValidFields({ value, onChange, children }: { value: Valid; onChange: (change: Partial<Valid>) => void; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className={`grid gap-3 ${children ? 'grid-cols-3' : 'grid-cols-2'}`}>
      {children}
      <DateField label={t('studio.field.validFromMs')} time value={value.validFromMs} onChange={validFromMs => { onChange({ validFromMs }) }} />
      <DateField
        label={t('studio.field.validToMs')} time value={value.validToMs} problem={areReversed(value) ? t('studio.datesReversed') : null}
        onChange={validToMs => { onChange({ validToMs }) }}
      />
    </div>
  )
}

type Care = { ownerId: string | null; reviewAtMs: number | null }

/** S5: who answers for it, and when it is looked through again. */
export function CareFields({ value, onChange }: { value: Care; onChange: (change: Partial<Care>) => void }) {
  const { t } = useTranslation()
  return (
    <Group title={t('studio.group.care')}>
      <div className='grid grid-cols-3 gap-3'>
        <OwnerField value={value.ownerId} onChange={ownerId => { onChange({ ownerId }) }} />
        <DateField label={t('studio.field.reviewAtMs')} value={value.reviewAtMs} onChange={reviewAtMs => { onChange({ reviewAtMs }) }} />
      </div>
    </Group>
  )
}
