import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Audience, ScriptContent } from '../../../domain/entities/script.ts'
import type { BulkChange } from '../../../domain/entities/bulk-change.ts'
import { Button } from '../../ui/button.tsx'
import { Question } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { mineOf } from '../draft/use-writing.ts'
import { EVERYBODY } from '../plain-content.ts'
import { openRelease } from '../studio-store.ts'
import { DateField, Group } from '../ui/fields.tsx'
import { isOnItsWay, useBulk, useStartBulk } from '../use-bulk.ts'
import { given, isEmpty } from './given.ts'
import type { ScriptRow } from './rows.ts'
import { areReversed, AudienceFields, OwnerField } from './shared-fields.tsx'

type Fields = Pick<ScriptContent, 'campaign' | 'validFromMs' | 'validToMs' | 'ownerId' | 'reviewAtMs'>
const NOTHING: Fields = { campaign: null, validFromMs: null, validToMs: null, ownerId: null, reviewAtMs: null }

/** The same change for every marked script, as drafts: nothing goes out by it, and it can be taken back. */
export function BulkPanel({ rows, values, onDone }: { rows: ScriptRow[]; values: { campaigns: string[] }; onDone: () => void }) {
  const { t } = useTranslation()
  const start = useStartBulk()
  const busy = isOnItsWay(useBulk())
  const [tag, setTag] = useState('')
  const [fields, setFields] = useState(NOTHING)
  const [audience, setAudience] = useState<Audience>(EVERYBODY)
  const [asking, setAsking] = useState(false)

  const apply = (change: BulkChange) => { start({ targets: rows.map(({ id }) => ({ kind: 'script', id })), change }) }
  const set = (change: Partial<Fields>, toWhom: Partial<Audience> = {}) => { apply({ what: 'set', fields: change, audience: toWhom }) }
  const change = (next: Partial<Fields>) => { setFields({ ...fields, ...next }) }
  const drafts = rows.flatMap(({ item }) => mineOf(item)?.id ?? [])
  const { ownerId, reviewAtMs, campaign, validFromMs, validToMs } = fields
  const dates = { campaign: campaign?.trim() || null, validFromMs, validToMs }
  return (
    <>
      <header className='flex min-h-12 items-center gap-2 border-b border-line bg-panel px-5 py-2'>
        <h2 className='flex-1 text-lg font-semibold'>{t('studio.bulk.title', { count: rows.length })}</h2>
        {drafts.length > 0 && <Button small look='brand' disabled={busy} onClick={() => { openRelease(drafts) }}>{t('studio.release.open')}</Button>}
        <Button small onClick={onDone}>{t('studio.bulk.close')}</Button>
      </header>
      <fieldset disabled={busy} className='min-h-0 flex-1 overflow-y-auto bg-panel'>
        <p className='px-5 pt-3 text-sm text-ink-2'>{t('studio.bulk.lead')}</p>
        <Group title={t('studio.field.tags')}>
          <div className='flex flex-wrap items-end gap-2'>
            <Field label={t('studio.bulk.tag')} value={tag} maxLength={30} className='w-56' onChange={event => { setTag(event.target.value) }} />
            <Button disabled={tag.trim() === ''} onClick={() => { apply({ what: 'addTag', tag: tag.trim() }) }}>{t('studio.bulk.addTag')}</Button>
            <Button disabled={tag.trim() === ''} onClick={() => { apply({ what: 'removeTag', tag: tag.trim() }) }}>{t('studio.bulk.removeTag')}</Button>
          </div>
        </Group>
        <Group title={t('studio.group.care')}>
          <Row empty={isEmpty({ ownerId, reviewAtMs })} onApply={empty => { set(given({ ownerId, reviewAtMs }, empty)) }}>
            <OwnerField value={ownerId} onChange={next => { change({ ownerId: next }) }} />
            <DateField label={t('studio.field.reviewAtMs')} value={reviewAtMs} onChange={next => { change({ reviewAtMs: next }) }} />
          </Row>
        </Group>
        <Group title={t('studio.group.dates')}>
          <Row empty={isEmpty(dates)} wrong={areReversed(dates)} onApply={empty => { set(given(dates, empty)) }}>
            <Field label={t('studio.field.campaign')} value={campaign ?? ''} maxLength={60} list='studio-campaigns' onChange={event => { change({ campaign: event.target.value }) }} />
            <datalist id='studio-campaigns'>{values.campaigns.map(one => <option key={one} value={one} />)}</datalist>
            <DateField label={t('studio.field.validFromMs')} time value={validFromMs} onChange={next => { change({ validFromMs: next }) }} />
            <DateField label={t('studio.field.validToMs')} time problem={areReversed(dates) ? t('studio.datesReversed') : null} value={validToMs} onChange={next => { change({ validToMs: next }) }} />
          </Row>
        </Group>
        <Group title={t('studio.group.audience')} hint={t('studio.audienceHint')}>
          <AudienceFields value={audience} onChange={setAudience} />
          <Row empty={isEmpty(audience)} onApply={empty => { set({}, given(audience, empty)) }} />
        </Group>
        <Group title={t('studio.retire')}>
          <div><Button look='danger' onClick={() => { setAsking(true) }}>{t('studio.bulk.retire', { count: rows.length })}</Button></div>
        </Group>
      </fieldset>
      {asking && (
        <Question
          title={t('studio.bulk.retire', { count: rows.length })} lead={t('studio.bulk.retireLead')} confirm={t('studio.retire')} cancel={t('common.cancel')} danger
          onCancel={() => { setAsking(false) }}
          onConfirm={() => {
            setAsking(false)
            apply({ what: 'retire' })
          }}
        />
      )}
    </>
  )
}

/** Fields that are applied together: those left empty stay as they are in each script, unless one says that they are to be emptied. */
function Row({ children, empty, wrong = false, onApply }: { children?: ReactNode; empty: boolean; wrong?: boolean; onApply: (clearEmpty: boolean) => void }) {
  const { t } = useTranslation()
  const [clear, setClear] = useState(false)
  return (
    <div className='flex flex-wrap items-end gap-2'>
      {children}
      <Button disabled={wrong || (empty && !clear)} onClick={() => { onApply(clear) }}>{t('studio.bulk.apply')}</Button>
      <label className='flex h-8 items-center gap-2 text-sm text-ink-2'>
        <input type='checkbox' checked={clear} onChange={event => { setClear(event.target.checked) }} className='size-4 accent-brand' />{t('studio.bulk.clearEmpty')}
      </label>
    </div>
  )
}
